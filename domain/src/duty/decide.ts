import type { CityContext } from '../cityContext.ts';
import type { Decider } from '../decider.ts';
import type { Recorded } from '../metadata.ts';
import { type Rejection, reject } from '../rejection.ts';
import type { DutyCommand, DutyDesk, DutyEvent } from './events.ts';

const noDesk: DutyDesk = { city: '', department: '', onDuty: [] };

function evolve(desk: DutyDesk, { data, meta }: Recorded<DutyEvent>): DutyDesk {
  const { city, department, ...who } = data;
  return { city, department, onDuty: [...desk.onDuty, { ...who, since: meta.occurredAt }] };
}

function decide(
  { data }: DutyCommand,
  desk: DutyDesk,
  { city }: CityContext,
): readonly DutyEvent[] | Rejection {
  if (!city) return reject('unknownCity', { city: data.city }, 'city');
  if (!city.departments.has(data.department))
    return reject('unknownDepartment', { department: data.department }, 'department');
  const already = desk.onDuty.some(
    ({ account, role }) => account === data.account && role === data.role,
  );
  return already ? [] : [{ type: 'DutyTaken', data }];
}

/** Who is on duty for a department, and what they hand over. */
export const dutyDecider: Decider<DutyDesk, DutyCommand, DutyEvent, CityContext> = {
  initial: noDesk,
  evolve,
  decide,
  touches: () => true,
};

import { longText, oneOfFault, textFault } from '../check.ts';
import type { CityContext } from '../cityContext.ts';
import type { Decider } from '../decider.ts';
import { type Rejection, reject } from '../rejection.ts';
import { decideHandover } from './decideHandover.ts';
import {
  type DutyCommand,
  type DutyDesk,
  type DutyEvent,
  dutyRoles,
  type OnDuty,
} from './events.ts';
import { evolve, holds, noDesk } from './evolve.ts';

type Of<T extends DutyCommand['type']> = Extract<DutyCommand, { type: T }>['data'];
type Decided = readonly DutyEvent[] | Rejection;

function take(data: Of<'TakeDuty'>, desk: DutyDesk, { city }: CityContext): Decided {
  if (!city) return reject('unknownCity', { city: data.city }, 'city');
  if (!city.departments.has(data.department))
    return reject('unknownDepartment', { department: data.department }, 'department');
  const fault = oneOfFault(data.role, dutyRoles, 'role');
  if (fault) return fault;
  return desk.onDuty.some(holds(data)) ? [] : [{ type: 'DutyTaken', data }];
}

const ended = ({ account, name, role }: OnDuty, reason?: string): DutyEvent => ({
  type: 'DutyEnded',
  data: { account, name, role, ...(reason === undefined ? {} : { reason }) },
});

/** Ending one's duty while an offered handover waits for its answer would leave nobody behind. */
function end(data: Of<'EndDuty'>, desk: DutyDesk): Decided {
  const known = desk.onDuty.find(holds(data));
  if (!known) return [];
  const offered = desk.handovers.some(
    ({ status, role, from }) => status === 'offered' && holds(data)({ ...from, role }),
  );
  return offered ? reject('handoverPending', { name: known.name }) : [ended(known)];
}

function relieve(data: Of<'RelieveDuty'>, desk: DutyDesk): Decided {
  const fault = textFault(data.reason, 'reason', longText);
  if (fault) return fault;
  const known = desk.onDuty.find(holds(data));
  return known ? [ended(known, data.reason)] : [];
}

function decide(command: DutyCommand, desk: DutyDesk, context: CityContext): Decided {
  switch (command.type) {
    case 'TakeDuty':
      return take(command.data, desk, context);
    case 'EndDuty':
      return end(command.data, desk);
    case 'RelieveDuty':
      return relieve(command.data, desk);
    default:
      return decideHandover(command, desk);
  }
}

/** Who is on duty for a department, and what they hand over [交接班]. */
export const dutyDecider: Decider<DutyDesk, DutyCommand, DutyEvent, CityContext> = {
  initial: noDesk,
  evolve,
  decide,
  touches: () => true,
};

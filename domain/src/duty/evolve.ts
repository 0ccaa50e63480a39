import type { Recorded } from '../metadata.ts';
import type { DutyDesk, DutyEvent, Handover, OnDuty } from './events.ts';

/** Handovers that a desk keeps at hand; older ones stand in the log alone. */
const keptHandovers = 50;

export const noDesk: DutyDesk = { city: '', department: '', onDuty: [], handovers: [] };

type Place = Pick<OnDuty, 'account' | 'role'>;

export const holds =
  ({ account, role }: Place) =>
  (other: Place): boolean =>
    other.account === account && other.role === role;

const without = (onDuty: readonly OnDuty[], place: Place): readonly OnDuty[] =>
  onDuty.filter((other) => !holds(place)(other));

const changed = (
  { handovers }: DutyDesk,
  id: string,
  change: Partial<Handover>,
): readonly Handover[] =>
  handovers.map((one) => (one.handover === id ? { ...one, ...change } : one));

export function evolve(desk: DutyDesk, { type, data, meta }: Recorded<DutyEvent>): DutyDesk {
  const at = meta.occurredAt;
  switch (type) {
    case 'DutyTaken': {
      const { city, department, ...who } = data;
      const onDuty = [...without(desk.onDuty, who), { ...who, since: at }];
      return { ...desk, city, department, onDuty };
    }
    case 'DutyEnded':
      return { ...desk, onDuty: without(desk.onDuty, data) };
    case 'ShiftHandedOver': {
      const offered: Handover = { ...data, status: 'offered', at };
      return { ...desk, handovers: [...desk.handovers, offered].slice(-keptHandovers) };
    }
    case 'HandoverAccepted':
      return {
        ...desk,
        handovers: changed(desk, data.handover, { status: 'accepted', acceptedAt: at }),
      };
    case 'HandoverWithdrawn':
      return { ...desk, handovers: changed(desk, data.handover, { status: 'withdrawn' }) };
  }
}

import type { DutyEvent, Stored } from '@tocsin/domain';
import type { DutyRow, HandoverRow, OnDutyRow } from '../queries/streamRows.ts';
import { rowFacts } from '../rowFacts.ts';
import { subject } from '../streams.ts';
import type { StreamProjection } from './streamBoard.ts';

/** Handovers that a row keeps, without their lists; a desk's stream has them whole. */
const keptHandovers = 50;

const without = (
  { onDuty }: DutyRow,
  { account, role }: Pick<OnDutyRow, 'account' | 'role'>,
): readonly OnDutyRow[] =>
  onDuty.filter((other) => other.account !== account || other.role !== role);

const changed = (
  { handovers }: DutyRow,
  id: string,
  change: Partial<HandoverRow>,
): readonly HandoverRow[] => handovers.map((one) => (one.id === id ? { ...one, ...change } : one));

function changeOf(row: DutyRow, event: Stored<DutyEvent>): Partial<DutyRow> {
  const { type, data } = event;
  const { at } = rowFacts(event);
  switch (type) {
    case 'DutyTaken': {
      const { account, name, role } = data;
      return { onDuty: [...without(row, data), { account, name, role, since: at }] };
    }
    case 'DutyEnded':
      return { onDuty: without(row, data) };
    case 'ShiftHandedOver': {
      const { handover: id, role, from, to, note, open } = data;
      const { counts } = open;
      const offered: HandoverRow = { id, role, from, to, note, counts, status: 'offered', at };
      return { handovers: [...row.handovers, offered].slice(-keptHandovers) };
    }
    case 'HandoverAccepted':
      return { handovers: changed(row, data.handover, { status: 'accepted', acceptedAt: at }) };
    case 'HandoverWithdrawn':
      return { handovers: changed(row, data.handover, { status: 'withdrawn' }) };
  }
}

/** A desk that nobody was ever on; its stream's name says whose it is. */
function emptyDesk(event: Stored<DutyEvent>): DutyRow {
  if (event.type !== 'DutyTaken') throw new Error(`There is no duty desk for ${event.type}.`);
  const { city, department } = event.data;
  const { revision, position } = rowFacts(event);
  return { id: subject(event), city, department, onDuty: [], handovers: [], revision, position };
}

export const dutyBoard: StreamProjection<DutyRow, DutyEvent> = {
  project: (row, event) => {
    const { revision, position } = rowFacts(event);
    const desk = row ?? emptyDesk(event);
    return { ...desk, ...changeOf(desk, event), revision, position };
  },
  isOn: () => true,
};

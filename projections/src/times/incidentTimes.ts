import type { IncidentEvent, Stored } from '@tocsin/domain';
import type { IncidentRow } from '../queries/rows.ts';
import type { IncidentTimes, Outcome } from './times.ts';

const outcomes: Readonly<Record<IncidentRow['status'], Outcome>> = {
  reported: 'open',
  confirmed: 'open',
  responding: 'open',
  contained: 'open',
  resolved: 'ended',
  closed: 'ended',
  cancelled: 'cancelled',
  merged: 'merged',
};

/** When the event dispatched a unit, gave a task, or brought a unit to the scene. */
function reached({ type, data, meta }: Stored<IncidentEvent>) {
  const at = meta.occurredAt;
  switch (type) {
    case 'UnitCommitted':
      return data.stacked ? undefined : { dispatched: at };
    case 'TaskAssigned':
      return { dispatched: at };
    case 'UnitStageRecorded':
      if (data.stage === 'dispatched') return { dispatched: at };
      return data.stage === 'onScene' ? { onScene: at } : undefined;
    default:
      return undefined;
  }
}

/** What the event changes in the incident's times; undefined: nothing. `row` is the row after it. */
export function incidentTimes(
  before: IncidentRow | undefined,
  row: IncidentRow,
  event: Stored<IncidentEvent>,
): IncidentTimes | undefined {
  const now = reached(event);
  const outcome = outcomes[row.status];
  const same =
    before !== undefined && before.type === row.type && outcomes[before.status] === outcome;
  if (same && !now) return undefined;
  const { city, number, exercise, type, place, receivedAt, answeredAt, position } = row;
  return {
    of: 'incident',
    city,
    incident: number,
    exercise,
    position,
    at: row.reportedAt,
    outcome,
    type,
    district: place.district,
    cell: place.cell,
    received: receivedAt,
    answered: answeredAt,
    ...now,
  };
}

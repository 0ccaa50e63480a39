import type { IncidentEvent, Stored } from '@tocsin/domain';
import type { IncidentRow } from '../queries/rows.ts';
import { rowActor } from '../rowActor.ts';
import { isOfTask } from '../streams.ts';
import { rowTasks } from './rowTasks.ts';
import { rowUnits } from './rowUnits.ts';

/** Closed and cancelled incidents leave the board. */
export const isOnIncidentBoard = ({ status }: IncidentRow): boolean =>
  status !== 'closed' && status !== 'cancelled';

/**
 * The incident's row after an event.
 *
 * @param number the incident's number, when the event is its first; else unused
 * @throws when the event is not the incident's first and there is no row
 */
export function projectIncident(
  row: IncidentRow | undefined,
  event: Stored<IncidentEvent>,
  number: number,
): IncidentRow {
  const next = event.type === 'IncidentReported' ? report(event, number) : carryOn(row, event);
  return {
    ...next,
    last: { type: event.type, by: rowActor(event.meta.actor), at: event.meta.occurredAt },
    revision: event.revision.toString(),
    position: event.position.toString(),
  };
}

function report(
  event: Extract<Stored<IncidentEvent>, { type: 'IncidentReported' }>,
  number: number,
): IncidentRow {
  const { data, meta } = event;
  const by = rowActor(meta.actor);
  return {
    id: data.incident,
    city: data.city,
    number,
    ...(data.reference === undefined ? {} : { reference: data.reference }),
    status: 'reported',
    what: data.what,
    channel: data.channel,
    place: data.place,
    exercise: data.exercise,
    reportedBy: by,
    reportedAt: meta.occurredAt,
    recordedAt: meta.recordedAt,
    tasks: [],
    units: [],
    last: { type: event.type, by, at: meta.occurredAt },
    revision: event.revision.toString(),
    position: event.position.toString(),
  };
}

function carryOn(row: IncidentRow | undefined, event: Stored<IncidentEvent>): IncidentRow {
  if (!row) throw new Error(`There is no incident row for ${event.type} of ${event.stream}.`);
  if (isOfTask(event)) {
    const tasks = rowTasks(row.tasks, event);
    return { ...row, tasks, status: event.type === 'TaskAccepted' ? answered(row) : row.status };
  }
  const at = event.meta.occurredAt;
  switch (event.type) {
    case 'IncidentReported':
    case 'NoteAdded':
      return row;
    case 'IncidentConfirmed': {
      const status = row.units.length > 0 ? 'responding' : 'confirmed';
      return { ...row, ...event.data, status, confirmedAt: at };
    }
    case 'UnitCommitted':
      return { ...row, units: rowUnits(row.units, event), status: answered(row) };
    case 'UnitStageRecorded':
    case 'UnitWithdrawn':
      return { ...row, units: rowUnits(row.units, event) };
    case 'IncidentContained':
      return { ...row, status: 'contained' };
    case 'IncidentResolved': {
      const resolvedBy = rowActor(event.meta.actor);
      return { ...row, status: 'resolved', resolvedAt: at, resolvedBy };
    }
    case 'IncidentClosed':
      return { ...row, status: 'closed', closedAt: at };
    case 'IncidentReopened': {
      const { resolvedAt, resolvedBy, closedAt, cancelReason, ...rest } = row;
      return { ...rest, status: row.confirmedAt === undefined ? 'reported' : 'responding' };
    }
    case 'IncidentCancelled':
      return { ...row, status: 'cancelled', cancelReason: event.data.reason };
  }
}

/** The first acceptance or unit turns a confirmed incident into one that is responded to. */
const answered = ({ status }: IncidentRow): IncidentRow['status'] =>
  status === 'confirmed' ? 'responding' : status;

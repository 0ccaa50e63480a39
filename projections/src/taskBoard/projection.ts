import type { Stored, TaskEvent } from '@tocsin/domain';
import type { IncidentRow, TaskRow } from '../queries/rows.ts';
import { rowEvidence } from '../rowActor.ts';
import { taskStatusAfter } from '../taskStatusAfter.ts';

/** Verified and cancelled tasks leave the department's board, and all of them when the incident ends. */
export const isOnTaskBoard = ({ status, incidentStatus }: TaskRow): boolean =>
  status !== 'verified' &&
  status !== 'cancelled' &&
  incidentStatus !== 'closed' &&
  incidentStatus !== 'cancelled';

type IncidentFacts = Pick<
  TaskRow,
  'number' | 'incidentStatus' | 'what' | 'place' | 'type' | 'grade' | 'priority'
>;

const incidentFacts = (incident: IncidentRow): IncidentFacts => ({
  number: incident.number,
  incidentStatus: incident.status,
  what: incident.what,
  place: incident.place,
  ...(incident.type === undefined ? {} : { type: incident.type }),
  ...(incident.grade === undefined ? {} : { grade: incident.grade }),
  ...(incident.priority === undefined ? {} : { priority: incident.priority }),
});

/**
 * The task's row after an event on it, where `incident` is the incident's row after the event.
 * Undefined only for an event on a task never assigned.
 */
export function projectTask(
  row: TaskRow | undefined,
  event: Stored<TaskEvent>,
  incident: IncidentRow,
): TaskRow | undefined {
  const next = event.type === 'TaskAssigned' ? assign(event, incident) : row && step(row, event);
  return next && { ...next, ...incidentFacts(incident), ...stamp(event) };
}

/** The row with the incident's facts as they now are; the same object if they did not change. */
export function followIncident(
  row: TaskRow,
  incident: IncidentRow,
  event: Pick<Stored<TaskEvent>, 'revision' | 'position'>,
): TaskRow {
  const same =
    row.incidentStatus === incident.status &&
    row.type === incident.type &&
    row.grade === incident.grade &&
    row.priority === incident.priority;
  return same ? row : { ...row, ...incidentFacts(incident), ...stamp(event) };
}

const stamp = ({ revision, position }: Pick<Stored<TaskEvent>, 'revision' | 'position'>) => ({
  revision: revision.toString(),
  position: position.toString(),
});

function assign(
  event: Extract<Stored<TaskEvent>, { type: 'TaskAssigned' }>,
  incident: IncidentRow,
): TaskRow {
  const { task: id, ...facts } = event.data;
  return {
    id,
    city: incident.city,
    incident: incident.id,
    exercise: incident.exercise,
    ...facts,
    ...incidentFacts(incident),
    status: 'assigned',
    assigned: rowEvidence(event.meta),
    ...stamp(event),
  };
}

function step(row: TaskRow, event: Exclude<Stored<TaskEvent>, { type: 'TaskAssigned' }>): TaskRow {
  const link = rowEvidence(event.meta);
  const next = { ...row, status: taskStatusAfter(row.status, event.type) };
  switch (event.type) {
    case 'TaskDelivered':
      return { ...next, delivered: link };
    case 'TaskSeen':
      return { ...next, seen: link };
    case 'TaskAccepted':
      return { ...next, accepted: link };
    case 'TaskObjected':
      return { ...next, objection: { ...link, reason: event.data.reason } };
    case 'ObjectionUpheld':
      return { ...next, cancelled: { ...link, reason: event.data.note } };
    case 'ObjectionRejected': {
      const { delivered, seen, escalation, ...rest } = next;
      return { ...rest, acknowledgeBy: event.data.acknowledgeBy };
    }
    case 'TaskStarted':
      return { ...next, started: row.started ?? link };
    case 'TaskProgressed':
      return { ...next, lastNote: { ...link, text: event.data.note } };
    case 'TaskFinished':
      return { ...next, done: link, lastNote: { ...link, text: event.data.note } };
    case 'TaskReturned':
      return { ...next, returned: { ...link, reason: event.data.reason } };
    case 'TaskVerified':
      return { ...next, verified: link };
    case 'TaskCancelled':
      return { ...next, cancelled: { ...link, reason: event.data.reason } };
    case 'TaskEscalated': {
      const { step: number, to } = event.data;
      return { ...next, escalation: { step: number, to, at: event.meta.occurredAt } };
    }
  }
}

import type { CommandEvent, IncidentEvent, Stored, TaskEvent } from '@tocsin/domain';
import type { IncidentRow, TaskRow } from '../queries/rows.ts';
import { rowEvidence, rowFacts } from '../rowFacts.ts';
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
  if (event.type === 'TaskAssigned') return assign(event, incident);
  if (!row) return undefined;
  const { revision, position } = rowFacts(event);
  const status = taskStatusAfter(row.status, event);
  const facts = hasFactsOf(row, incident) ? undefined : incidentFacts(incident);
  return { ...row, status, ...changes(row, event), ...facts, revision, position };
}

/** The row with the incident's facts as they now are; the same object if they did not change. */
export function followIncident(
  row: TaskRow,
  incident: IncidentRow,
  event: Stored<IncidentEvent>,
): TaskRow {
  if (hasFactsOf(row, incident)) return row;
  const { revision, position } = rowFacts(event);
  return { ...row, ...incidentFacts(incident), revision, position };
}

/** Number, description and place never change. */
const hasFactsOf = (row: TaskRow, incident: IncidentRow): boolean =>
  row.incidentStatus === incident.status &&
  row.type === incident.type &&
  row.grade === incident.grade &&
  row.priority === incident.priority;

/** Without its last note when that was struck; the same object when it was another entry. */
export function strikeProgress(
  row: TaskRow,
  event: Extract<Stored<CommandEvent>, { type: 'EntryStruck' }>,
): TaskRow {
  if (row.lastNote?.revision !== `${event.data.revision}`) return row;
  const { lastNote, ...rest } = row;
  const { revision, position } = rowFacts(event);
  return { ...rest, revision, position };
}

function assign(
  event: Extract<Stored<TaskEvent>, { type: 'TaskAssigned' }>,
  incident: IncidentRow,
): TaskRow {
  const { revision, position } = rowFacts(event);
  const { task: id, escalateAfter, ...facts } = event.data;
  return {
    id,
    city: incident.city,
    incident: incident.id,
    exercise: incident.exercise,
    ...facts,
    ...incidentFacts(incident),
    status: 'assigned',
    assigned: rowEvidence(event),
    revision,
    position,
  };
}

/** What another department's work on the task leaves behind: nothing but its notes. */
const anew = {
  delivered: undefined,
  seen: undefined,
  accepted: undefined,
  started: undefined,
  done: undefined,
  objection: undefined,
  returned: undefined,
  urged: undefined,
  overdueSince: undefined,
  escalation: undefined,
} as const;

/** What the event changes in the row beside the status; undefined takes a value out of it. */
function changes(
  row: TaskRow,
  event: Exclude<Stored<TaskEvent>, { type: 'TaskAssigned' }>,
): Partial<TaskRow> {
  const link = rowEvidence(event);
  switch (event.type) {
    case 'TaskDelivered':
      return { delivered: link };
    case 'TaskSeen':
      return { seen: link };
    case 'TaskAccepted':
      return { accepted: link, urged: undefined };
    case 'TaskObjected':
      return { objection: { ...link, reason: event.data.reason }, urged: undefined };
    case 'ObjectionUpheld':
      if (event.data.next !== undefined) return {};
      return { cancelled: { ...link, reason: event.data.note } };
    case 'ObjectionRejected': {
      const { acknowledgeBy } = event.data;
      return { acknowledgeBy, delivered: undefined, seen: undefined, escalation: undefined };
    }
    case 'TaskStarted':
      return { started: row.started ?? link, urged: undefined };
    case 'TaskProgressed':
      return {
        lastNote: { ...link, text: event.data.note, revision: rowFacts(event).revision },
        urged: undefined,
      };
    case 'TaskFinished': {
      const lastNote = { ...link, text: event.data.note };
      return { done: link, lastNote, urged: undefined };
    }
    case 'TaskReturned':
      return { returned: { ...link, reason: event.data.reason } };
    case 'TaskVerified':
      return { verified: link };
    case 'TaskCancelled':
      return { cancelled: { ...link, reason: event.data.reason } };
    case 'TaskReassigned': {
      const { task, from, reason, escalateAfter, ...facts } = event.data;
      const posture = facts.posture;
      const count = (row.reassigned?.count ?? 0) + 1;
      const reassigned = { ...link, from, reason, count };
      return { ...anew, ...facts, posture, assigned: link, reassigned };
    }
    case 'TaskDeadlineChanged': {
      const { acknowledgeBy, finishBy } = event.data;
      const again = acknowledgeBy === undefined ? {} : { acknowledgeBy, escalation: undefined };
      return {
        finishBy,
        ...again,
        ...(finishBy === row.finishBy ? {} : { overdueSince: undefined }),
      };
    }
    case 'TaskUrged': {
      const count = (row.urged?.count ?? 0) + 1;
      return { urged: { ...link, text: event.data.text, count } };
    }
    case 'TaskPartChanged':
      return { part: event.data.part };
    case 'TaskOverdue':
      return { overdueSince: event.data.deadline };
    case 'TaskEscalated': {
      const { step, to } = event.data;
      return { escalation: { step, to, at: link.at } };
    }
  }
}

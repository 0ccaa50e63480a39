import type { AfterEvent, CommandEvent, IncidentEvent, Stored } from '@tocsin/domain';
import type { ActionRow } from '../queries/actionRows.ts';
import type { IncidentRow } from '../queries/rows.ts';
import { rowEvidence, rowFacts } from '../rowFacts.ts';

type ActionEvent = Exclude<AfterEvent, { type: 'FindingRecorded' }>;

/** Verified and cancelled actions leave the board. */
export const isOnActionBoard = ({ status }: ActionRow): boolean =>
  status !== 'verified' && status !== 'cancelled';

export const isOfAction = (event: Stored<IncidentEvent>): event is Stored<ActionEvent> =>
  event.type.startsWith('Action');

/**
 * The action's row after an event on it, where `incident` is the incident's row after the event.
 * Undefined only for an event on an action never assigned.
 */
export function projectAction(
  row: ActionRow | undefined,
  event: Stored<ActionEvent>,
  incident: IncidentRow,
): ActionRow | undefined {
  const { revision, position } = rowFacts(event);
  if (event.type === 'ActionAssigned') {
    const { action: id, firstAfter, ...facts } = event.data;
    const { city, id: of, number, what, exercise } = incident;
    const about = { city, incident: of, number, what, exercise };
    const assigned = rowEvidence(event);
    return { id, ...about, ...facts, status: 'assigned', assigned, revision, position };
  }
  return row && { ...row, ...changes(event), revision, position };
}

/** Without its last note when that was struck; the same object when it was another entry. */
export function strikeNote(
  row: ActionRow,
  event: Extract<Stored<CommandEvent>, { type: 'EntryStruck' }>,
): ActionRow {
  if (row.lastNote?.revision !== `${event.data.revision}`) return row;
  const { lastNote, ...rest } = row;
  const { revision, position } = rowFacts(event);
  return { ...rest, revision, position };
}

/** What the event changes in the row; undefined takes a value out of it. */
function changes(
  event: Exclude<Stored<ActionEvent>, { type: 'ActionAssigned' }>,
): Partial<ActionRow> {
  const link = rowEvidence(event);
  switch (event.type) {
    case 'ActionReported': {
      const { revision } = rowFacts(event);
      return { lastNote: { ...link, text: event.data.note, revision } };
    }
    case 'ActionDone':
      return { status: 'done', done: { ...link, note: event.data.note } };
    case 'ActionVerified':
      return { status: 'verified', verified: link };
    case 'ActionReturned': {
      const { reason, dueBy } = event.data;
      return { status: 'returned', returned: { ...link, reason }, dueBy, escalation: undefined };
    }
    case 'ActionEscalated': {
      const { step, to } = event.data;
      return { escalation: { step, to, at: link.at } };
    }
    case 'ActionCancelled':
      return { status: 'cancelled', cancelled: { ...link, reason: event.data.reason } };
  }
}

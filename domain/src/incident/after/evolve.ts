import type { Recorded } from '../../metadata.ts';
import { evidence } from '../evidence.ts';
import type { Incident } from '../incident.ts';
import type { AfterEvent } from './events.ts';
import type { CorrectiveAction } from './state.ts';

const types: Readonly<Record<AfterEvent['type'], true>> = {
  FindingRecorded: true,
  ActionAssigned: true,
  ActionReported: true,
  ActionDone: true,
  ActionVerified: true,
  ActionReturned: true,
  ActionEscalated: true,
  ActionCancelled: true,
};

export const isAfterEvent = <E extends { readonly type: string }>(
  event: E,
): event is Extract<E, { type: AfterEvent['type'] }> => Object.hasOwn(types, event.type);

type ActionEvent = Exclude<AfterEvent, { type: 'FindingRecorded' }>;

/** The action after an event that names it; undefined only for an event on one never assigned. */
function evolveAction(
  known: CorrectiveAction | undefined,
  event: Recorded<ActionEvent>,
  revision: number,
): CorrectiveAction | undefined {
  const link = evidence(event);
  if (event.type === 'ActionAssigned') {
    const { action: id, firstAfter, ...facts } = event.data;
    return { id, ...facts, status: 'assigned', assigned: link, notes: [], escalations: [] };
  }
  if (!known) return undefined;
  switch (event.type) {
    case 'ActionReported': {
      const note = { ...link, revision, text: event.data.note };
      return { ...known, notes: [...known.notes, note] };
    }
    case 'ActionDone':
      return { ...known, status: 'done', done: { ...link, note: event.data.note } };
    case 'ActionVerified':
      return { ...known, status: 'verified', verified: link };
    case 'ActionReturned': {
      const { reason, dueBy } = event.data;
      const returned = { ...link, reason };
      return { ...known, status: 'returned', returned, dueBy, escalations: [] };
    }
    case 'ActionEscalated': {
      const { step, to } = event.data;
      const taken = { step, to, at: link.occurredAt };
      return { ...known, escalations: [...known.escalations, taken] };
    }
    case 'ActionCancelled':
      return { ...known, status: 'cancelled', cancelled: { ...link, reason: event.data.reason } };
  }
}

export function evolveAfter(incident: Incident, event: Recorded<AfterEvent>): Incident {
  const revision = incident.length;
  if (event.type === 'FindingRecorded') {
    const { finding: id, ...facts } = event.data;
    const finding = { id, ...facts, ...evidence(event), revision };
    return { ...incident, findings: new Map(incident.findings).set(id, finding) };
  }
  const action = evolveAction(incident.actions.get(event.data.action), event, revision);
  if (!action) return incident;
  return { ...incident, actions: new Map(incident.actions).set(action.id, action) };
}

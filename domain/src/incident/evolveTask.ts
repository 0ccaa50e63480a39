import type { Recorded } from '../metadata.ts';
import type { TaskEvent } from './events.ts';
import { evidence } from './evidence.ts';

import type { Task } from './incident.ts';

/** The task after an event that names it; undefined only for an event on a task never assigned. */
export function evolveTask(
  known: Task | undefined,
  event: Recorded<TaskEvent>,
  revision: number,
): Task | undefined {
  const link = evidence(event);
  if (event.type === 'TaskAssigned') {
    const { task: id, ...facts } = event.data;
    return { id, ...facts, status: 'assigned', assigned: link, escalations: [], notes: [] };
  }
  if (!known) return undefined;
  switch (event.type) {
    case 'TaskDelivered':
      return { ...known, status: 'delivered', delivered: link };
    case 'TaskSeen':
      return { ...known, status: 'seen', seen: link };
    case 'TaskAccepted':
      return { ...known, status: 'accepted', accepted: link };
    case 'TaskObjected':
      return { ...known, status: 'objected', objection: { ...link, reason: event.data.reason } };
    case 'ObjectionUpheld':
      return { ...known, status: 'cancelled', cancelled: { ...link, reason: event.data.note } };
    case 'ObjectionRejected': {
      const { delivered, seen, ...rest } = known;
      const { acknowledgeBy } = event.data;
      return { ...rest, status: 'assigned', acknowledgeBy, escalations: [] };
    }
    case 'TaskStarted':
      return { ...known, status: 'started', started: known.started ?? link };
    case 'TaskProgressed':
      return { ...known, notes: [...known.notes, { ...link, revision, text: event.data.note }] };
    case 'TaskFinished': {
      const notes = [...known.notes, { ...link, revision, text: event.data.note }];
      return { ...known, status: 'done', done: link, notes };
    }
    case 'TaskReturned':
      return { ...known, status: 'returned', returned: { ...link, reason: event.data.reason } };
    case 'TaskVerified':
      return { ...known, status: 'verified', verified: link };
    case 'TaskCancelled':
      return { ...known, status: 'cancelled', cancelled: { ...link, reason: event.data.reason } };
    case 'TaskEscalated': {
      const { step, to } = event.data;
      const taken = { step, to, at: event.meta.occurredAt };
      return { ...known, escalations: [...known.escalations, taken] };
    }
  }
}

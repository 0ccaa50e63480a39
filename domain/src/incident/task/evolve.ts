import type { Recorded } from '../../metadata.ts';
import { evidence } from '../evidence.ts';
import type { FormerHolder, Task } from '../incident.ts';
import type { TaskEvent } from './events.ts';

const untouched = { escalations: [], urges: [] } as const;

/** Who had the task until now; the links of their chain are kept for who may judge and close. */
const formerHolder = (known: Task, until: FormerHolder['until']): FormerHolder => ({
  department: known.department,
  until,
  ...(known.accepted ? { accepted: known.accepted } : {}),
  ...(known.started ? { started: known.started } : {}),
  ...(known.done ? { done: known.done } : {}),
});

/** The task after an event that names it; undefined only for an event on a task never assigned. */
export function evolveTask(
  known: Task | undefined,
  event: Recorded<TaskEvent>,
  revision: number,
): Task | undefined {
  const link = evidence(event);
  if (event.type === 'TaskAssigned') {
    const { task: id, escalateAfter, ...facts } = event.data;
    return {
      id,
      ...facts,
      status: 'assigned',
      assigned: link,
      ...untouched,
      notes: [],
      formerly: [],
    };
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
      if (event.data.next !== undefined) return known;
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
    case 'TaskReassigned': {
      const { id, part, instruction, origin, notes, formerly } = known;
      const { task, from, reason, escalateAfter, ...facts } = event.data;
      const kept = { id, part, instruction, ...(origin ? { origin } : {}), notes };
      const holders = [...formerly, formerHolder(known, { ...link, reason })];
      const anew = { status: 'assigned', assigned: link, ...untouched } as const;
      return { ...kept, ...facts, ...anew, formerly: holders };
    }
    case 'TaskDeadlineChanged': {
      const { overdue, ...rest } = known;
      const { acknowledgeBy, finishBy } = event.data;
      const again = acknowledgeBy === undefined ? {} : { acknowledgeBy, escalations: [] };
      const still = overdue && finishBy === known.finishBy ? { overdue } : {};
      return { ...rest, ...again, finishBy, ...still };
    }
    case 'TaskUrged':
      return { ...known, urges: [...known.urges, { ...link, text: event.data.text }] };
    case 'TaskPartChanged':
      return { ...known, part: event.data.part };
    case 'TaskOverdue': {
      const { deadline } = event.data;
      return { ...known, overdue: { deadline, at: event.meta.occurredAt } };
    }
    case 'TaskEscalated': {
      const { step, to } = event.data;
      const taken = { step, to, at: event.meta.occurredAt };
      return { ...known, escalations: [...known.escalations, taken] };
    }
  }
}

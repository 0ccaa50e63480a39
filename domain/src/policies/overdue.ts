import { derivedId } from '../derivedId.ts';
import type { LogEvent } from '../tocsinEvent.ts';
import type { Policy, Reaction } from './policy.ts';

const timerOf = (incident: string, task: string): string => `overdue:${incident}:${task}`;

/** One timer a task, due at its finish-by deadline; the decider records it once a deadline. */
function at(incident: string, task: string, deadline: string): readonly Reaction[] {
  const command = { type: 'RecordOverdue', data: { task, deadline } } as const;
  return [
    {
      kind: 'schedule',
      timer: timerOf(incident, task),
      due: deadline,
      target: { stream: 'incident', id: incident, command },
      commandId: derivedId('overdue', incident, task, deadline),
    },
  ];
}

/** A task that is not done when its finish-by deadline passes is recorded as overdue. */
function react(event: LogEvent): readonly Reaction[] {
  const incident = event.stream.slice('incident-'.length);
  switch (event.type) {
    case 'TaskAssigned':
    case 'TaskReassigned':
    case 'TaskDeadlineChanged':
    case 'TaskReturned': {
      const { task, finishBy } = event.data;
      return finishBy === undefined ? [] : at(incident, task, finishBy);
    }
    case 'TaskFinished':
    case 'TaskCancelled':
      return [{ kind: 'cancel', timer: timerOf(incident, event.data.task) }];
    case 'ObjectionUpheld':
      if (event.data.next !== undefined) return [];
      return [{ kind: 'cancel', timer: timerOf(incident, event.data.task) }];
    default:
      return [];
  }
}

export const overdue: Policy = { name: 'overdue', react };

import { derivedId } from '../derivedId.ts';
import type { LogEvent } from '../tocsinEvent.ts';
import type { Policy, Reaction } from './policy.ts';

/**
 * An unanswered task is escalated step by step: one timer a task and step, due as the assignment
 * says. A timer that fires late finds the task answered, and the decider records nothing.
 */
const timerOf = (incident: string, task: string): string => `escalation:${incident}:${task}`;

function step(
  incident: string,
  task: string,
  number: number,
  deadline: string,
  due: string,
): Reaction {
  return {
    kind: 'schedule',
    timer: timerOf(incident, task),
    due,
    target: {
      stream: 'incident',
      id: incident,
      command: { type: 'EscalateTask', data: { task, step: number, deadline } },
    },
    commandId: derivedId('escalation', incident, task, deadline, String(number)),
  };
}

const later = (iso: string, seconds: number): string =>
  new Date(Date.parse(iso) + seconds * 1000).toISOString();

function react(event: LogEvent): readonly Reaction[] {
  const incident = event.stream.slice('incident-'.length);
  switch (event.type) {
    case 'TaskAssigned':
    case 'TaskReassigned':
    case 'TaskDeadlineChanged':
    case 'ObjectionRejected': {
      const { task, acknowledgeBy, escalateAfter = 0 } = event.data;
      if (acknowledgeBy === undefined) return [];
      return [step(incident, task, 1, acknowledgeBy, later(acknowledgeBy, escalateAfter))];
    }
    case 'TaskEscalated': {
      const { task, step: taken, deadline, nextAfter } = event.data;
      if (nextAfter === undefined) return [];
      return [step(incident, task, taken + 1, deadline, later(deadline, nextAfter))];
    }
    case 'TaskAccepted':
    case 'TaskObjected':
    case 'TaskCancelled':
      return [{ kind: 'cancel', timer: timerOf(incident, event.data.task) }];
    default:
      return [];
  }
}

export const escalation: Policy = { name: 'escalation', react };

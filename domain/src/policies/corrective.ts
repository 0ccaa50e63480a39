import { derivedId } from '../derivedId.ts';
import type { LogEvent } from '../tocsinEvent.ts';
import type { Policy, Reaction } from './policy.ts';

/**
 * A corrective action that is overdue is escalated step by step, as the city's rules say: one
 * timer an action. A timer that fires late finds the action done, and the decider records nothing.
 */
const timerOf = (incident: string, action: string): string => `corrective:${incident}:${action}`;

const later = (iso: string, seconds: number): string =>
  new Date(Date.parse(iso) + seconds * 1000).toISOString();

interface Overdue {
  readonly action: string;
  readonly step: number;
  readonly deadline: string;
  /** Seconds after the deadline. */
  readonly after: number;
}

function escalateAt(event: LogEvent, { action, step, deadline, after }: Overdue): Reaction {
  const incident = event.stream.slice('incident-'.length);
  return {
    kind: 'schedule',
    timer: timerOf(incident, action),
    due: later(deadline, after),
    target: {
      stream: 'incident',
      id: incident,
      command: { type: 'EscalateAction', data: { action, step, deadline } },
    },
    // From the event, for the same action may be due twice at the same time: it was returned.
    commandId: derivedId('corrective', event.id),
  };
}

function react(event: LogEvent): readonly Reaction[] {
  switch (event.type) {
    case 'ActionAssigned':
    case 'ActionReturned': {
      const { action, dueBy: deadline, firstAfter: after } = event.data;
      return after === undefined ? [] : [escalateAt(event, { action, step: 1, deadline, after })];
    }
    case 'ActionEscalated': {
      const { action, step, deadline, nextAfter: after } = event.data;
      if (after === undefined) return [];
      return [escalateAt(event, { action, step: step + 1, deadline, after })];
    }
    case 'ActionDone':
    case 'ActionCancelled': {
      const incident = event.stream.slice('incident-'.length);
      return [{ kind: 'cancel', timer: timerOf(incident, event.data.action) }];
    }
    default:
      return [];
  }
}

export const corrective: Policy = { name: 'corrective', react };

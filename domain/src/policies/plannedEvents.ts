import { derivedId } from '../derivedId.ts';
import type { PlannedEventCommand } from '../plannedEvent/events.ts';
import type { LogEvent } from '../tocsinEvent.ts';
import type { Policy, Reaction } from './policy.ts';

type Turn = 'begin' | 'end';

const timerOf = (event: string, turn: Turn): string => `plannedEvent:${event}:${turn}`;

function at(event: string, turn: Turn, due: string, command: PlannedEventCommand): Reaction {
  return {
    kind: 'schedule',
    timer: timerOf(event, turn),
    due,
    target: { stream: 'plannedEvent', id: event, command },
    commandId: derivedId('plannedEvents', event, turn, due),
  };
}

const beginAt = (event: string, from: string): Reaction =>
  at(event, 'begin', from, { type: 'BeginEvent', data: { from } });
const endAt = (event: string, until: string): Reaction =>
  at(event, 'end', until, { type: 'EndEvent', data: { until } });

/** A planned event begins and ends by itself at its window, wherever an amendment has put that. */
function react({ stream, type, data }: LogEvent): readonly Reaction[] {
  const event = stream.slice('plannedEvent-'.length);
  switch (type) {
    case 'EventScheduled':
      return [beginAt(event, data.from), endAt(event, data.until)];
    case 'EventAmended':
      return [
        ...(data.from === undefined ? [] : [beginAt(event, data.from)]),
        ...(data.until === undefined ? [] : [endAt(event, data.until)]),
      ];
    case 'EventCancelled':
      return [
        { kind: 'cancel', timer: timerOf(event, 'begin') },
        { kind: 'cancel', timer: timerOf(event, 'end') },
      ];
    default:
      return [];
  }
}

export const plannedEvents: Policy = { name: 'plannedEvents', react };

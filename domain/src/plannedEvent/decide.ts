import { changedFacts } from '../changedFacts.ts';
import {
  firstFault,
  longText,
  optionalTextFault,
  shortText,
  textFault,
  windowFault,
} from '../check.ts';
import { areaFault } from '../city/area.ts';
import type { City } from '../city/city.ts';
import type { CityContext } from '../cityContext.ts';
import type { Decider } from '../decider.ts';
import { type Rejection, reject } from '../rejection.ts';
import { decidePlacement, isPlacement, peopleFault } from './decidePlacement.ts';
import type {
  PlannedEvent,
  PlannedEventCommand,
  PlannedEventEvent,
  PlannedEventFacts,
} from './events.ts';
import { evolve, noEvent } from './evolve.ts';
import { touches } from './touches.ts';

type Of<T extends PlannedEventCommand['type']> = Extract<PlannedEventCommand, { type: T }>['data'];
type Decided = readonly PlannedEventEvent[] | Rejection;

function factsFault(facts: PlannedEventFacts, city: City, now: string): Rejection | undefined {
  return firstFault(
    textFault(facts.name, 'name', shortText),
    areaFault(city, facts.area, 'area'),
    windowFault(facts.from, facts.until, now),
    optionalTextFault(facts.description, 'description', longText),
    peopleFault(facts.expectedPeople ?? 0, 'expectedPeople'),
  );
}

function schedule(
  data: Of<'ScheduleEvent'>,
  event: PlannedEvent,
  { city, now }: CityContext,
): Decided {
  if (event.status !== 'none') return reject('alreadyExists', { event: data.event }, 'event');
  if (!city) return reject('unknownCity', { city: data.city }, 'city');
  const fault = factsFault(data, city, now);
  if (fault) return fault;
  return [{ type: 'EventScheduled', data: { ...data, exercise: data.exercise ?? false } }];
}

function amend(
  { reason, ...wanted }: Of<'AmendEvent'>,
  { status }: PlannedEvent,
  facts: PlannedEventFacts,
  { city, now }: CityContext,
): Decided {
  if (!city) return reject('unknownCity', { city: '' }, 'city');
  const changed = changedFacts(facts, wanted);
  if (changed.from !== undefined && status !== 'scheduled')
    return reject('eventStatus', { status, wanted: 'scheduled' }, 'from');
  const fault =
    textFault(reason, 'reason', longText) ?? factsFault({ ...facts, ...changed }, city, now);
  if (fault) return fault;
  if (Object.keys(changed).length === 0) return [];
  return [{ type: 'EventAmended', data: { ...changed, reason } }];
}

/** What timers ask for; it is let pass when the window was moved since. */
function turn(
  command: Extract<PlannedEventCommand, { type: 'BeginEvent' | 'EndEvent' }>,
  { status }: PlannedEvent,
  facts: PlannedEventFacts,
): readonly PlannedEventEvent[] {
  const begun: PlannedEventEvent = { type: 'EventBegun', data: { from: facts.from } };
  if (command.type === 'BeginEvent')
    return status === 'scheduled' && command.data.from === facts.from ? [begun] : [];
  const { until } = command.data;
  if (until !== facts.until || (status !== 'scheduled' && status !== 'underway')) return [];
  const ended: PlannedEventEvent = { type: 'EventEnded', data: { until } };
  // After an outage both timers may be due at once, in whatever order.
  return status === 'scheduled' ? [begun, ended] : [ended];
}

/** The window is moved to now, and what it brings happens in the same step. */
function turnNow(
  { turn, reason }: Of<'TurnEventNow'>,
  { status }: PlannedEvent,
  { now }: CityContext,
): Decided {
  const begins = turn === 'begin';
  if (begins ? status === 'underway' : status === 'ended') return [];
  const wanted = begins ? 'scheduled' : 'underway';
  if (status !== wanted) return reject('eventStatus', { status, wanted });
  const fault = textFault(reason, 'reason', longText);
  if (fault) return fault;
  return begins
    ? [
        { type: 'EventAmended', data: { from: now, reason } },
        { type: 'EventBegun', data: { from: now } },
      ]
    : [
        { type: 'EventAmended', data: { until: now, reason } },
        { type: 'EventEnded', data: { until: now } },
      ];
}

function decide(command: PlannedEventCommand, event: PlannedEvent, context: CityContext): Decided {
  if (command.type === 'ScheduleEvent') return schedule(command.data, event, context);
  const { facts, status } = event;
  if (!facts) return reject('unknownEvent', {}, 'event');
  if (command.type === 'BeginEvent' || command.type === 'EndEvent')
    return turn(command, event, facts);
  if (command.type === 'TurnEventNow') return turnNow(command.data, event, context);
  if (status !== 'scheduled' && status !== 'underway')
    return reject('eventStatus', { status, wanted: 'scheduled' });
  if (isPlacement(command)) return decidePlacement(command, event, context);
  if (command.type === 'AmendEvent') return amend(command.data, event, facts, context);
  const { reason } = command.data;
  return textFault(reason, 'reason', longText) ?? [{ type: 'EventCancelled', data: { reason } }];
}

/** One planned event [重大活动]: its posts, units and plans, put in place ahead. */
export const plannedEventDecider: Decider<
  PlannedEvent,
  PlannedEventCommand,
  PlannedEventEvent,
  CityContext
> = {
  initial: noEvent,
  evolve,
  decide,
  touches,
  exercise: (known, event) =>
    event.type === 'EventScheduled' ? event.data.exercise : known.exercise,
};

import type { CityContext } from '../cityContext.ts';
import type { Decider } from '../decider.ts';
import type { Recorded } from '../metadata.ts';
import { type Rejection, reject } from '../rejection.ts';
import type { PlannedEvent, PlannedEventCommand, PlannedEventEvent } from './events.ts';

const noEvent: PlannedEvent = { id: '', city: '', status: 'none', exercise: false };

function evolve(_event: PlannedEvent, { data }: Recorded<PlannedEventEvent>): PlannedEvent {
  const { event: id, city, exercise, ...facts } = data;
  return { id, city, status: 'scheduled', facts, exercise };
}

function decide(
  { data }: PlannedEventCommand,
  event: PlannedEvent,
  { city }: CityContext,
): readonly PlannedEventEvent[] | Rejection {
  if (event.status !== 'none') return reject('alreadyExists', { event: data.event }, 'event');
  if (!city) return reject('unknownCity', { city: data.city }, 'city');
  return [{ type: 'EventScheduled', data: { ...data, exercise: data.exercise ?? false } }];
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
  touches: () => true,
  exercise: (known, event) =>
    event.type === 'EventScheduled' ? event.data.exercise : known.exercise,
};

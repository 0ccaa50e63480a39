import type { Recorded } from '../metadata.ts';
import type { PlannedEvent, PlannedEventEvent } from './events.ts';

export const noEvent: PlannedEvent = {
  id: '',
  city: '',
  status: 'none',
  exercise: false,
  posts: new Map(),
  units: new Map(),
  plans: new Map(),
};

const without = <V>(map: ReadonlyMap<string, V>, key: string): ReadonlyMap<string, V> =>
  new Map([...map].filter(([known]) => known !== key));

export function evolve(
  known: PlannedEvent,
  { type, data }: Recorded<PlannedEventEvent>,
): PlannedEvent {
  switch (type) {
    case 'EventScheduled': {
      const { event: id, city, exercise, ...facts } = data;
      return { ...noEvent, id, city, status: 'scheduled', facts, exercise };
    }
    case 'EventAmended': {
      if (!known.facts) return known;
      const { reason, ...changed } = data;
      return { ...known, facts: { ...known.facts, ...changed } };
    }
    case 'EventCancelled':
      return { ...known, status: 'cancelled' };
    case 'EventBegun':
      return { ...known, status: 'underway' };
    case 'EventEnded':
      return { ...known, status: 'ended' };
    case 'PostPlaced':
      return { ...known, posts: new Map(known.posts).set(data.post, data) };
    case 'PostRemoved':
      return { ...known, posts: without(known.posts, data.post) };
    case 'EventUnitPlaced':
      return { ...known, units: new Map(known.units).set(data.unit, data) };
    case 'EventUnitReleased':
      return { ...known, units: without(known.units, data.unit) };
    case 'EventPlanAttached':
      return { ...known, plans: new Map(known.plans).set(data.plan, data) };
    case 'EventPlanDetached':
      return { ...known, plans: without(known.plans, data.plan) };
  }
}

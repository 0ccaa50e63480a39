import { firstFault, longText, shortText, textFault } from '../check.ts';
import type { City } from '../city/city.ts';
import type { CityContext } from '../cityContext.ts';
import { canonicalJson } from '../codec/canonicalJson.ts';
import { type Rejection, reject } from '../rejection.ts';
import type { PlannedEvent, PlannedEventCommand, PlannedEventEvent, PostFacts } from './events.ts';

const placements = [
  'PlacePost',
  'RemovePost',
  'PlaceUnit',
  'ReleaseUnit',
  'AttachPlan',
  'DetachPlan',
] as const;
type Placement = Extract<PlannedEventCommand, { type: (typeof placements)[number] }>;
type Decided = readonly PlannedEventEvent[] | Rejection;

/** Most posts, units or plans that one event has of each. */
export const mostPlaced = 200;
const mostPeople = 10_000_000;

export const isPlacement = (command: PlannedEventCommand): command is Placement =>
  placements.some((type) => type === command.type);

export const peopleFault = (people: number, field: string): Rejection | undefined =>
  Number.isInteger(people) && people >= 0 && people <= mostPeople
    ? undefined
    : reject('outOfRange', { min: 0, max: mostPeople }, field);

const fullFault = (
  placed: ReadonlyMap<string, unknown>,
  id: string,
  field: string,
): Rejection | undefined =>
  placed.size < mostPlaced || placed.has(id)
    ? undefined
    : reject('tooMany', { max: mostPlaced, count: placed.size + 1 }, field);

function placePost(data: PostFacts, { posts }: PlannedEvent, city: City): Decided {
  const { department, people } = data;
  const fault = firstFault(
    textFault(data.name, 'name', shortText),
    textFault(data.place, 'place', shortText),
    city.departments.has(department)
      ? undefined
      : reject('unknownDepartment', { department }, 'department'),
    peopleFault(people, 'people'),
    fullFault(posts, data.post, 'post'),
  );
  if (fault) return fault;
  const known = posts.get(data.post);
  return known && canonicalJson(known) === canonicalJson(data)
    ? []
    : [{ type: 'PostPlaced', data }];
}

function attachPlan(id: string, { plans }: PlannedEvent, city: City): Decided {
  const plan = city.plans.get(id);
  if (!plan) return reject('unknownPlan', { plan: id }, 'plan');
  const { version } = plan;
  if (plans.get(id)?.version === version) return [];
  return (
    fullFault(plans, id, 'plan') ?? [{ type: 'EventPlanAttached', data: { plan: id, version } }]
  );
}

/** Puts posts, units and plans in place for an event, and takes them away. */
export function decidePlacement(
  command: Placement,
  event: PlannedEvent,
  { city }: CityContext,
): Decided {
  if (!city) return reject('unknownCity', { city: '' }, 'city');
  switch (command.type) {
    case 'PlacePost':
      return placePost(command.data, event, city);
    case 'RemovePost': {
      const { post, reason } = command.data;
      if (!event.posts.has(post)) return reject('unknownPost', { post }, 'post');
      return (
        textFault(reason, 'reason', longText) ?? [{ type: 'PostRemoved', data: { post, reason } }]
      );
    }
    case 'PlaceUnit': {
      const { data } = command;
      if (event.units.has(data.unit)) return [];
      return fullFault(event.units, data.unit, 'unit') ?? [{ type: 'EventUnitPlaced', data }];
    }
    case 'ReleaseUnit': {
      const { unit } = command.data;
      return event.units.has(unit) ? [{ type: 'EventUnitReleased', data: { unit } }] : [];
    }
    case 'AttachPlan':
      return attachPlan(command.data.plan, event, city);
    case 'DetachPlan': {
      const { plan } = command.data;
      return event.plans.has(plan) ? [{ type: 'EventPlanDetached', data: { plan } }] : [];
    }
  }
}

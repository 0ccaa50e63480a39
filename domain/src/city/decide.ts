import { canonicalJson } from '../codec/canonicalJson.ts';
import type { Decider } from '../decider.ts';
import type { City, CityCommand, CityProfile } from './city.ts';
import type { CityEvent } from './events.ts';

const none: City = {
  id: '',
  name: { zh: '', en: '' },
  bounds: { west: -180, south: -90, east: 180, north: 90 },
  timeZone: 'UTC',
  demo: false,
  departments: new Map(),
  districts: new Map(),
  cells: new Map(),
  streets: new Map(),
  types: new Map(),
  deadlines: {
    acknowledge: { 1: 60, 2: 120, 3: 300, 4: 600 },
    finish: { 1: 1800, 2: 3600, 3: 7200, 4: 14400 },
    escalation: [
      { to: 'liaison', after: 0 },
      { to: 'dutyOfficer', after: 60 },
      { to: 'commandCentre', after: 120 },
    ],
  },
};

const put = <V extends { readonly id: string }>(map: ReadonlyMap<string, V>, value: V) =>
  new Map(map).set(value.id, value);

function evolve(city: City, { type, data }: CityEvent): City {
  switch (type) {
    case 'CityFounded':
      return {
        ...city,
        id: data.city,
        name: data.name,
        bounds: data.bounds,
        timeZone: data.timeZone,
        demo: data.demo,
      };
    case 'DepartmentDefined':
      return { ...city, departments: put(city.departments, data) };
    case 'DistrictDefined':
      return { ...city, districts: put(city.districts, data) };
    case 'CellDefined':
      return { ...city, cells: put(city.cells, data) };
    case 'StreetDefined':
      return { ...city, streets: put(city.streets, data) };
    case 'IncidentTypeDefined':
      return { ...city, types: put(city.types, data) };
    case 'DeadlinesDefined':
      return { ...city, deadlines: data };
  }
}

const same = (a: unknown, b: unknown): boolean =>
  a !== undefined && canonicalJson(a) === canonicalJson(b);

function changed<V extends { readonly id: string }, T extends CityEvent['type']>(
  type: T,
  known: ReadonlyMap<string, V>,
  wanted: readonly V[],
): { type: T; data: V }[] {
  return wanted
    .filter((value) => !same(known.get(value.id), value))
    .map((data) => ({ type, data }));
}

function founding(city: City, profile: CityProfile): CityEvent[] {
  const { id, name, bounds, timeZone, demo } = profile;
  const known = {
    city: city.id,
    name: city.name,
    bounds: city.bounds,
    timeZone: city.timeZone,
    demo: city.demo,
  };
  const data = { city: id, name, bounds, timeZone, demo };
  return same(known, data) ? [] : [{ type: 'CityFounded', data }];
}

/** Records what of the profile is new or different; what the profile leaves out stays defined. */
function decide({ data: profile }: CityCommand, city: City): readonly CityEvent[] {
  return [
    ...founding(city, profile),
    ...changed('DepartmentDefined', city.departments, profile.departments),
    ...changed('DistrictDefined', city.districts, profile.districts),
    ...changed('CellDefined', city.cells, profile.cells),
    ...changed('StreetDefined', city.streets, profile.streets),
    ...changed('IncidentTypeDefined', city.types, profile.types),
    // Written even when they are the defaults: a city keeps its figures when the defaults change.
    ...(city.id !== '' && same(city.deadlines, profile.deadlines)
      ? []
      : [{ type: 'DeadlinesDefined' as const, data: profile.deadlines }]),
  ];
}

export const cityDecider: Decider<City, CityCommand, CityEvent, unknown> = {
  initial: none,
  evolve,
  decide,
  touches: () => true,
};

import type { Recorded } from '../metadata.ts';
import { type City, places } from './city.ts';
import type { CityEvent, DefinitionType } from './events.ts';
import { usualRules } from './rules.ts';

export const noCity: City = {
  id: '',
  name: { zh: '', en: '' },
  bounds: { west: -180, south: -90, east: 180, north: 90 },
  timeZone: 'UTC',
  demo: false,
  departments: new Map(),
  districts: new Map(),
  subdistricts: new Map(),
  cells: new Map(),
  streets: new Map(),
  types: new Map(),
  jurisdictions: new Map(),
  capabilities: new Map(),
  responsibilities: new Map(),
  plans: new Map(),
  targets: new Map(),
  items: new Map(),
  depots: new Map(),
  shifts: new Map(),
  deadlines: {
    acknowledge: { 1: 60, 2: 120, 3: 300, 4: 600 },
    finish: { 1: 1800, 2: 3600, 3: 7200, 4: 14_400 },
    escalation: [
      { to: 'liaison', after: 0 },
      { to: 'dutyOfficer', after: 60 },
      { to: 'commandCentre', after: 120 },
    ],
  },
  rules: usualRules,
  posture: 'routine',
};

type Kept = ReadonlyMap<string, { readonly id: string }>;

function withKind(
  city: City,
  kind: DefinitionType,
  change: (map: Map<string, unknown>) => void,
): City {
  const known: Kept = city[places[kind]];
  const next = new Map<string, unknown>(known);
  change(next);
  return { ...city, [places[kind]]: next };
}

export function evolve(city: City, event: Recorded<CityEvent>): City {
  const { type, data } = event;
  switch (type) {
    case 'CityFounded': {
      const { city: id, name, bounds, timeZone, demo } = data;
      return { ...city, id, name, bounds, timeZone, demo };
    }
    case 'DeadlinesDefined':
      return { ...city, deadlines: data };
    case 'RulesDefined':
      return { ...city, rules: data };
    case 'RosterRecorded':
      return { ...city, roster: data };
    case 'PostureChanged': {
      const { posture, reason } = data;
      const postureSince = { at: event.meta.occurredAt, by: event.meta.actor.name, reason };
      return { ...city, posture, postureSince };
    }
    case 'DefinitionWithdrawn':
      return withKind(city, data.kind, (map) => map.delete(data.id));
    default:
      return withKind(city, type, (map) => map.set(data.id, data));
  }
}

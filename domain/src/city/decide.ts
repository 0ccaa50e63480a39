import { firstFault, longText, oneOfFault, textFault } from '../check.ts';
import { canonicalJson } from '../codec/canonicalJson.ts';
import type { Decider } from '../decider.ts';
import { type Rejection, reject } from '../rejection.ts';
import { type City, type CityCommand, type CityProfile, places } from './city.ts';
import type { CityEvent, DefinitionType, Roster } from './events.ts';
import { evolve, noCity } from './evolve.ts';
import type { Posture } from './rules.ts';

const postures: readonly Posture[] = ['routine', 'alert', 'emergency'];

const same = (a: unknown, b: unknown): boolean =>
  a !== undefined && canonicalJson(a) === canonicalJson(b);

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

/** What is new or different of one kind, and what the profile no longer has. */
function changed(kind: DefinitionType, city: City, profile: CityProfile): CityEvent[] {
  const known: ReadonlyMap<string, { readonly id: string }> = city[places[kind]];
  const wanted: readonly { readonly id: string }[] = profile[places[kind]];
  const defined = wanted
    .filter((value) => !same(known.get(value.id), value))
    .map((data) => ({ type: kind, data }) as CityEvent);
  const kept = new Set(wanted.map(({ id }) => id));
  const withdrawn = [...known.keys()]
    .filter((id) => !kept.has(id))
    .map((id): CityEvent => ({ type: 'DefinitionWithdrawn', data: { kind, id } }));
  return [...defined, ...withdrawn];
}

/** Records what of the profile is new, different or gone. */
function adopt(profile: CityProfile, city: City): readonly CityEvent[] {
  const { deadlines, rules } = profile;
  const founded = city.id !== '';
  return [
    ...founding(city, profile),
    ...(Object.keys(places) as DefinitionType[]).flatMap((kind) => changed(kind, city, profile)),
    // Written even when they are the defaults: a city keeps its figures when the defaults change.
    ...(founded && same(city.deadlines, deadlines)
      ? []
      : [{ type: 'DeadlinesDefined' as const, data: deadlines }]),
    ...(founded && same(city.rules, rules) ? [] : [{ type: 'RulesDefined' as const, data: rules }]),
  ];
}

function recordRoster(wanted: Roster, city: City): readonly CityEvent[] | Rejection {
  if (city.id === '') return reject('unknownCity', {}, 'city');
  const data = { units: [...wanted.units].sort(), accounts: [...wanted.accounts].sort() };
  return same(city.roster, data) ? [] : [{ type: 'RosterRecorded', data }];
}

function decide(command: CityCommand, city: City): readonly CityEvent[] | Rejection {
  if (command.type === 'AdoptProfile') return adopt(command.data, city);
  if (command.type === 'RecordRoster') return recordRoster(command.data, city);
  if (city.id === '') return reject('unknownCity', { city: city.id }, 'city');
  const { posture, reason } = command.data;
  const fault = firstFault(
    oneOfFault(posture, postures, 'posture'),
    textFault(reason, 'reason', longText),
  );
  if (fault) return fault;
  return posture === city.posture ? [] : [{ type: 'PostureChanged', data: { posture, reason } }];
}

export const cityDecider: Decider<City, CityCommand, CityEvent, unknown> = {
  initial: noCity,
  evolve,
  decide,
  touches: () => true,
};

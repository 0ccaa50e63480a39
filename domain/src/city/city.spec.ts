import { describe, expect, it } from 'vitest';
import { city, cityOf, profile } from '../city.testkit.ts';
import { now, recorded, specification } from '../specification.testkit.ts';
import type { CityProfile } from './city.ts';
import { cityDecider } from './decide.ts';
import type { CityEvent } from './events.ts';
import { cellAt } from './locate.ts';

const { given } = specification(cityDecider, undefined);
const adopt = (data: CityProfile) => ({ type: 'AdoptProfile', data }) as const;
const adopted = given().when(adopt(profile)).decided as readonly CityEvent[];

describe('adopting a profile', () => {
  it('founds the city with everything in it', () => {
    const types = adopted.map((event) => event.type);
    expect(types).toEqual([
      'CityFounded',
      ...Array(4).fill('DepartmentDefined'),
      ...Array(2).fill('DistrictDefined'),
      ...Array(3).fill('CellDefined'),
      'StreetDefined',
      'IncidentTypeDefined',
      'DeadlinesDefined',
      'RulesDefined',
    ]);
    expect([...city.departments.keys()]).toEqual(['command-centre', 'fire', 'police', 'gas']);
  });
  it('records nothing when it is already so, in whatever order the keys stand', () => {
    given(...adopted)
      .when(adopt(profile))
      .thenNothing();
    const { name, ...rest } = profile;
    given(...adopted)
      .when(adopt({ ...rest, name: { en: name.en, zh: name.zh } }))
      .thenNothing();
  });
  it('records only what changed', () => {
    const gas = { id: 'gas', name: { zh: '燃气', en: 'Gas works' }, takesTasks: false };
    const deadlines = { ...profile.deadlines, escalation: [] };
    const departments = [...profile.departments.slice(0, 3), gas];
    const known = given(...adopted)
      .when(adopt({ ...profile, departments, deadlines }))
      .thenEvents(
        { type: 'DepartmentDefined', data: gas },
        { type: 'DeadlinesDefined', data: deadlines },
      );
    expect(known.departments.get('gas')).toEqual(gas);
    expect(known.deadlines).toEqual(deadlines);
  });
  it('records a changed name or bounds as the city’s own event', () =>
    given(...adopted)
      .when(adopt({ ...profile, demo: false }))
      .thenEvents({
        type: 'CityFounded',
        data: {
          city: 'xinghe',
          name: profile.name,
          bounds: profile.bounds,
          timeZone: profile.timeZone,
          demo: false,
        },
      }));
  it('withdraws what the profile no longer has', () => {
    const withdrawn = { kind: 'StreetDefined', id: 'river-road' } as const;
    const known = given(...adopted)
      .when(adopt({ ...profile, streets: [] }))
      .thenEvents({ type: 'DefinitionWithdrawn', data: withdrawn });
    expect(known.streets.size).toBe(0);
  });
  it('writes down its figures even when they are the defaults', () => {
    const { deadlines } = cityDecider.initial;
    const events = given().when(adopt({ ...profile, deadlines })).decided;
    expect(events).toContainEqual({ type: 'DeadlinesDefined', data: deadlines });
  });
  it('is touched by every other change of it', () =>
    expect(
      cityDecider.touches(
        adopt(profile),
        recorded({ type: 'DistrictDefined', data: { id: 'n', name: profile.name } }),
      ),
    ).toBe(true));
});

describe('the roster', () => {
  const roster = { units: ['xinghe.E2', 'xinghe.E1'], accounts: ['fire'] };
  const sorted = { units: ['xinghe.E1', 'xinghe.E2'], accounts: ['fire'] };
  const record = { type: 'RecordRoster', data: roster } as const;
  it('is recorded once, in order', () => {
    const known = given(...adopted)
      .when(record)
      .thenEvents({ type: 'RosterRecorded', data: sorted });
    expect(known.roster).toEqual(sorted);
    given(...adopted, { type: 'RosterRecorded', data: sorted })
      .when(record)
      .thenNothing();
  });
  it('is of a founded city', () => given().when(record).thenRejected('unknownCity', 'city'));
});

it('a coordinate lies in the first cell that holds it', () => {
  expect(cellAt(city, 111, 30.5)).toBe('w1');
  expect(cellAt(city, 111.01, 30.5)).toBe('e1');
  expect(cellAt(city, 111.9, 30.5)).toBeUndefined();
  expect(cellAt(cityOf({ ...profile, cells: [] }), 110.5, 30.5)).toBeUndefined();
});

describe('[E5] changing the posture of a city', () => {
  const change = (posture: string, reason = 'Storm at sea') =>
    ({ type: 'ChangePosture', data: { posture: posture as 'alert', reason } }) as const;
  it('records it with its reason, and shows since when and by whom', () => {
    const known = given(...adopted)
      .when(change('alert'))
      .thenEvents({
        type: 'PostureChanged',
        data: { posture: 'alert', reason: 'Storm at sea' },
      });
    expect(known).toMatchObject({
      posture: 'alert',
      postureSince: { at: now, by: 'Name of dispatcher', reason: 'Storm at sea' },
    });
  });
  it('records nothing when it is so already', () =>
    given(...adopted)
      .when(change('routine'))
      .thenNothing());
  it('refuses another word, no reason, and a city that is not there', () => {
    given(...adopted)
      .when(change('panic'))
      .thenRejected('notOneOf', 'posture');
    given(...adopted)
      .when(change('alert', ' '))
      .thenRejected('required', 'reason');
    given().when(change('alert')).thenRejected('unknownCity', 'city');
  });
});

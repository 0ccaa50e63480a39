import { describe, expect, it } from 'vitest';
import { profile } from '../city.testkit.ts';
import { commander } from '../incident.testkit.ts';
import { recorded, specification } from '../specification.testkit.ts';
import type { CityProfile } from './city.ts';
import { places } from './city.ts';
import { cityDecider } from './decide.ts';
import type { CityEvent, Definitions, DefinitionType } from './events.ts';
import { usualRules } from './rules.ts';

const { given } = specification(cityDecider, undefined);
const adopt = (data: CityProfile) => ({ type: 'AdoptProfile', data }) as const;
const adopted = given().when(adopt(profile)).decided as readonly CityEvent[];
const name = { zh: '名', en: 'Name' };

/** One of each kind of definition, beside those that the usual profile has. */
const one: Definitions = {
  DepartmentDefined: { id: 'new', name, takesTasks: true, phone: '110', enterprise: true },
  DistrictDefined: { id: 'new', name },
  SubdistrictDefined: { id: 'new', name, district: 'west' },
  CellDefined: { id: 'new', name, district: 'west', subdistrict: 'quay' },
  StreetDefined: { id: 'new', name, path: [[110, 30]] },
  IncidentTypeDefined: {
    id: 'new',
    name,
    class: 'publicHealth',
    grade: 2,
    priority: 1,
    departments: ['police'],
  },
  JurisdictionDefined: { id: 'new', name, phone: '119' },
  CapabilityDefined: { id: 'new', name },
  ResponsibilityDefined: {
    id: 'new',
    types: [],
    area: { cells: ['w1'] },
    department: 'gas',
    reason: name,
  },
  PlanDefined: {
    id: 'new',
    version: 1,
    name,
    types: ['gas-leak'],
    grades: [],
    responseLevel: 3,
    tasks: [],
    units: [],
    roles: [],
    checklist: [],
  },
  TargetDefined: {
    id: 'new',
    span: 'turnout',
    seconds: 80,
    percent: 90,
    department: 'fire',
    source: 'NFPA 1710',
  },
  ItemDefined: { id: 'new', name, unit: name, category: 'boats', returnable: true },
  DepotDefined: { id: 'new', name, department: 'fire', address: 'Quay 1', lowStock: { boat: 2 } },
  ShiftDefined: {
    id: 'new',
    name,
    department: 'fire',
    start: '20:00',
    end: '08:00',
    days: [],
    liaisons: ['fire'],
  },
};
const kinds = Object.keys(places) as DefinitionType[];

describe.each(kinds)('%s', (kind) => {
  const event = { type: kind, data: one[kind] } as CityEvent;
  const place = places[kind];
  const wider: CityProfile = { ...profile, [place]: [...profile[place], one[kind]] };

  it('is recorded when the profile has it, once, and kept under its id', () => {
    const city = given(...adopted)
      .when(adopt(wider))
      .thenEvents(event);
    expect(city[place].get('new')).toEqual(one[kind]);
    given(...adopted, event)
      .when(adopt(wider))
      .thenNothing();
  });

  it('is recorded again when it changed, and takes the place of what it was', () => {
    const renamed = { ...one[kind], name: { zh: '新', en: 'Renamed' } };
    const changed = { ...profile, [place]: [...profile[place], renamed] };
    const city = given(...adopted, event)
      .when(adopt(changed))
      .thenEvents({ type: kind, data: renamed } as CityEvent);
    expect(city[place].get('new')).toEqual(renamed);
    expect(city[place].size).toBe(profile[place].length + 1);
  });

  it('is withdrawn when the profile has it no longer', () => {
    const city = given(...adopted, event)
      .when(adopt(profile))
      .thenEvents({ type: 'DefinitionWithdrawn', data: { kind, id: 'new' } });
    expect(city[place].has('new')).toBe(false);
  });
});

describe('the rules of a city', () => {
  it('are recorded when they change', () => {
    const rules = { ...usualRules, expiryWarningDays: 60 };
    const city = given(...adopted)
      .when(adopt({ ...profile, rules }))
      .thenEvents({ type: 'RulesDefined', data: rules });
    expect(city.rules.expiryWarningDays).toBe(60);
  });
});

describe('the posture of a city', () => {
  const change = (posture: string, reason = 'Typhoon') =>
    ({ type: 'ChangePosture', data: { posture, reason } }) as Parameters<
      typeof cityDecider.decide
    >[0];

  it('is routine until it is changed, and says since when, by whom and why', () => {
    expect(given(...adopted).state.posture).toBe('routine');
    const changed = {
      type: 'PostureChanged',
      data: { posture: 'alert', reason: 'Typhoon' },
    } as const;
    given(...adopted)
      .when(change('alert'))
      .thenEvents(changed);
    const { state } = given(...adopted, recorded<CityEvent>(changed, { by: commander }));
    expect(state).toMatchObject({
      posture: 'alert',
      postureSince: { by: commander.name, reason: 'Typhoon' },
    });
  });
  it('is not changed to what it is', () =>
    given(...adopted)
      .when(change('routine'))
      .thenNothing());
  it('is one of three, and changed for a reason', () => {
    given(...adopted)
      .when(change('panic'))
      .thenRejected('notOneOf', 'posture');
    given(...adopted)
      .when(change('alert', ' '))
      .thenRejected('required', 'reason');
  });
});

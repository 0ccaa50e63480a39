import { type City, type CityProfile, noCity } from '@tocsin/domain';
import { describe, expect, it } from 'vitest';
import { type CallGround, sfFireCity } from './sfFireCity.ts';
import { priorityOf, runCardOf } from './sfFireTypes.ts';

const call = (neighbourhood: string | undefined, battalion: string, callType = 'Alarms') =>
  ({
    callType,
    battalion,
    ...(neighbourhood === undefined ? {} : { neighbourhood }),
  }) as CallGround;

const byId = <V extends { readonly id: string }>(values: readonly V[]) =>
  new Map(values.map((value) => [value.id, value]));

const cityOf = (profile: CityProfile): City => ({
  ...noCity,
  id: profile.id,
  name: profile.name,
  bounds: profile.bounds,
  timeZone: profile.timeZone,
  demo: profile.demo,
  deadlines: profile.deadlines,
  departments: byId(profile.departments),
  districts: byId(profile.districts),
  cells: byId(profile.cells),
  streets: byId(profile.streets),
  types: byId(profile.types),
});

describe('the city of San Francisco', () => {
  it('has battalions as districts and a cell for each neighbourhood in each of them', () => {
    const { districts, cells } = sfFireCity([
      call('Mission', 'B06'),
      call('Mission', 'B02'),
      call('Mission', 'B02'),
      call('Castro/Upper Market', 'B05'),
      call(undefined, 'B99'),
    ]);
    expect(districts.map(({ id }) => id)).toEqual(['b02', 'b05', 'b06', 'b99']);
    expect(cells).toEqual([
      {
        id: 'b99',
        name: { en: 'Elsewhere, Battalion 99', zh: '第99消防大队其他地段' },
        district: 'b99',
      },
      {
        id: 'castro-upper-market-b05',
        name: { en: 'Castro/Upper Market, Battalion 5', zh: '第5消防大队卡斯楚/上市场街' },
        district: 'b05',
      },
      {
        id: 'mission-b02',
        name: { en: 'Mission, Battalion 2', zh: '第2消防大队教会区' },
        district: 'b02',
      },
      {
        id: 'mission-b06',
        name: { en: 'Mission, Battalion 6', zh: '第6消防大队教会区' },
        district: 'b06',
      },
    ]);
  });

  it('is the same when the same calls come again, and is only extended by others', () => {
    const calls = [
      call('Mission', 'B02'),
      call('Chinatown', 'B01', 'Gas Leak (Natural and LP Gases)'),
    ];
    const profile = sfFireCity(calls);
    expect(sfFireCity(calls, cityOf(profile))).toEqual(profile);
    const more = [call('Mission', 'B06'), call('Marina', 'B04', 'Explosion')];
    const extended = sfFireCity(more, cityOf(profile));
    expect(extended.cells.map(({ id, district }) => [id, district])).toEqual([
      ['chinatown-b01', 'b01'],
      ['mission-b02', 'b02'],
      ['marina-b04', 'b04'],
      ['mission-b06', 'b06'],
    ]);
    expect(extended.types.map(({ id }) => id)).toEqual([
      ...profile.types.map(({ id }) => id),
      'explosion',
    ]);
  });

  it('knows every department that its types offer', () => {
    const types = [
      'Structure Fire',
      'Assist Police',
      'Fuel Spill',
      'Water Rescue',
      'Traffic Collision',
    ];
    const profile = sfFireCity(types.map((type) => call('Mission', 'B02', type)));
    const known = new Set(profile.departments.map(({ id }) => id));
    for (const { departments } of profile.types)
      for (const department of departments) expect(known).toContain(department);
  });
});

describe('a call type', () => {
  const asked = (type: string) =>
    runCardOf(type).tasks.map(({ department, part }) => [department, part]);

  it('asks the departments that it is about', () => {
    expect(asked('Gas Leak (Natural and LP Gases)')).toEqual([
      ['gas', 'assist'],
      ['police', 'assist'],
    ]);
    expect(asked('Traffic Collision')).toEqual([['police', 'assist']]);
    expect(asked('Electrical Hazard')).toEqual([['power', 'assist']]);
    expect(asked('Assist Police')).toEqual([['police', 'lead']]);
    expect(asked('Medical Incident')).toEqual([]);
    expect(asked('toString')).toEqual([]);
  });

  it('has the priority of its response', () => {
    expect([priorityOf('E', '3'), priorityOf('3', '3'), priorityOf('2', '2')]).toEqual([1, 2, 3]);
    expect(priorityOf('3', '')).toBeUndefined();
  });
});

import { scryptSync } from 'node:crypto';
import { within } from '@tocsin/domain';
import { describe, expect, it } from 'vitest';
import { demoDigest, demoPassword } from '../profile/demoPassword.ts';
import { cityProfile } from './cityProfile.ts';
import { demoPeople } from './demoPeople.ts';
import { demoUnits } from './demoUnits.ts';

const city = cityProfile(7);
const departments = new Set(city.departments.map(({ id }) => id));
const ids = (list: readonly { readonly id: string }[]): string[] => list.map(({ id }) => id);

describe('the demo city', () => {
  it('is the same for the same seed and another for another', () => {
    expect(cityProfile(7)).toEqual(city);
    expect(demoUnits(7)).toEqual(demoUnits(7));
    expect(cityProfile(8).cells).not.toEqual(city.cells);
    expect(demoUnits(8)).not.toEqual(demoUnits(7));
  });

  it('gives every id once', () => {
    for (const list of [city.departments, city.districts, city.cells, city.streets, city.types]) {
      expect(new Set(ids(list)).size).toBe(list.length);
    }
    const callSigns = demoUnits(7).map(({ callSign }) => callSign);
    expect(new Set(callSigns).size).toBe(callSigns.length);
    const accounts = demoPeople().map(({ account }) => account);
    expect(new Set(accounts).size).toBe(accounts.length);
  });

  it.each([1, 7, 42, 20_260_401])(
    'covers its bounds with cells, each in a district (%i)',
    (seed) => {
      const { cells, districts, bounds } = cityProfile(seed);
      expect(new Set(cells.map(({ district }) => district))).toEqual(new Set(ids(districts)));
      const area = cells.reduce((sum, { bounds: b }) => {
        if (!b) throw new Error('a cell without bounds');
        return sum + (b.east - b.west) * (b.north - b.south);
      }, 0);
      expect(area).toBeCloseTo((bounds.east - bounds.west) * (bounds.north - bounds.south), 9);
    },
  );

  it('keeps its streets within bounds, under names of their own', () => {
    for (const { path } of city.streets) {
      expect(path.length).toBeGreaterThan(1);
      for (const [lon, lat] of path) expect(within(city.bounds, lon, lat)).toBe(true);
    }
    expect(new Set(city.streets.map(({ name }) => name.zh)).size).toBe(city.streets.length);
    expect(new Set(city.streets.map(({ name }) => name.en)).size).toBe(city.streets.length);
  });

  it('offers for each type departments that take tasks, and has types of each class', () => {
    const taking = new Set(ids(city.departments.filter(({ takesTasks }) => takesTasks)));
    for (const { departments: offered } of city.types) {
      expect(offered.length).toBeGreaterThan(0);
      for (const id of offered) expect(taking).toContain(id);
    }
    expect(new Set(city.types.map((type) => type.class)).size).toBe(4);
    const leak = city.types.find(({ id }) => id === 'gas-leak');
    expect(leak?.departments).toEqual(['fire', 'gas', 'police']);
  });

  it('has a responsible department for every type, and plans for ten kinds of incident', () => {
    const ruled = new Set(city.responsibilities.flatMap(({ types }) => types));
    expect([...ruled].sort()).toEqual(ids(city.types).sort());
    expect(city.types.length).toBeGreaterThanOrEqual(30);
    expect(city.plans.length).toBeGreaterThanOrEqual(10);
  });

  it('has crews with every capability, at every department that takes tasks', () => {
    const units = demoUnits(7);
    const offered = new Set(units.flatMap(({ capabilities }) => capabilities));
    expect([...offered].sort()).toEqual(ids(city.capabilities).sort());
    const taking = ids(city.departments.filter(({ takesTasks }) => takesTasks));
    expect(new Set(units.map(({ department }) => department))).toEqual(new Set(taking));
  });

  it('stands its crews within the city, in departments that exist', () => {
    const units = demoUnits(7);
    expect(units.length).toBeGreaterThan(55);
    for (const { lon, lat, department } of units) {
      expect(departments).toContain(department);
      expect(lon !== undefined && lat !== undefined && within(city.bounds, lon, lat)).toBe(true);
    }
  });

  it('has a liaison and a duty officer for every department that takes tasks', () => {
    const people = demoPeople();
    const spokenFor = people.flatMap(({ department }) => department ?? []);
    const taking = ids(city.departments.filter(({ takesTasks }) => takesTasks));
    expect([...spokenFor].sort()).toEqual([...taking, ...taking].sort());
    const accounts = new Set(people.map(({ account }) => account));
    for (const { liaisons, dutyOfficer = '' } of city.shifts)
      for (const account of [...liaisons, dutyOfficer]) expect(accounts).toContain(account);
  });

  it('keeps the digest of the password that it shows', () => {
    const [scheme, N, r, p, salt = '', hash] = demoDigest.split('$');
    expect(scheme).toBe('scrypt');
    const options = { N: Number(N), r: Number(r), p: Number(p), maxmem: 256 * 2 ** 20 };
    const derived = scryptSync(demoPassword, Buffer.from(salt, 'base64url'), 32, options);
    expect(derived.toString('base64url')).toBe(hash);
  });
});

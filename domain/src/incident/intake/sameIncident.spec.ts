import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { usualRules } from '../../city/rules.ts';
import { later } from '../../specification.testkit.ts';
import { type Likened, likeness } from './sameIncident.ts';

const rules = usualRules.sameIncident;
const known: Likened = {
  place: { address: '1 River Road', lon: 110.5, lat: 30.5, cell: 'w1' },
  what: '楼道里有煤气味 gas smell in the stairwell',
  kind: 'gas-leak',
  at: later(0),
};
const report = (rest: Partial<Likened> = {}): Likened => ({ ...known, at: later(600), ...rest });
const at = (metresNorth: number) => ({
  address: '',
  lon: 110.5,
  lat: 30.5 + metresNorth / 111_195,
});

describe('[J2] same incident?', () => {
  it('scores the same place, minute and kind highest, and says why', () => {
    expect(likeness({ ...known }, known, rules)).toMatchObject({
      score: 1,
      near: { by: 'distance', metres: 0 },
      minutes: 0,
      sameKind: true,
    });
    expect(likeness(report({ place: at(100) }), known, rules)).toMatchObject({
      near: { by: 'distance', metres: 100 },
      minutes: 10,
    });
  });
  it('finds what both descriptions say, in either language', () => {
    const words = (what: string) => likeness(report({ what }), known, rules)?.words;
    expect(words('闻到煤气味')).toEqual(expect.arrayContaining(['煤气', '气味']));
    expect(words('A smell of GAS')).toEqual(['smell', 'gas']);
    expect(words('')).toEqual([]);
  });
  it('weighs the words where the kinds differ or are unknown', () => {
    const score = (rest: Partial<Likened>) => likeness(report(rest), known, rules)?.score ?? 0;
    const { kind: _, ...unknown } = report();
    expect(likeness(unknown, known, rules)).toMatchObject({ sameKind: false });
    expect(score({ kind: 'fire', what: '煤气味' })).toBeGreaterThan(
      score({ kind: 'fire', what: 'x' }),
    );
    expect(score({})).toBeGreaterThan(score({ kind: 'fire', what: '煤气味' }));
  });
  it('goes by the address, else by the grid cell, where there are no coordinates', () => {
    const place = (address: string, cell: string) => ({ address, cell });
    const near = (p: Likened['place']) => likeness(report({ place: p }), known, rules)?.near;
    expect(near(place('1, river road', 'e1'))).toEqual({ by: 'address' });
    expect(near(place('2 River Road', 'w1'))).toEqual({ by: 'cell' });
    expect(near(place('2 River Road', 'e1'))).toBeUndefined();
    expect(near({ address: '' })).toBeUndefined();
  });
  it('offers nothing beyond the city’s radius, time or least score', () => {
    expect(likeness(report({ place: at(501) }), known, rules)).toBeUndefined();
    expect(likeness(report({ at: later(7260) }), known, rules)).toBeUndefined();
    const weak = report({ place: at(480), kind: 'fire', what: 'x', at: later(7000) });
    expect(likeness(weak, known, rules)).toBeUndefined();
  });
  it('never scores a nearer or earlier report lower, and stays between 0 and 1', () => {
    fc.assert(
      fc.property(fc.nat(500), fc.nat(500), fc.nat(7200), fc.nat(7200), (m, n, s, t) => {
        const score = (metres: number, seconds: number) =>
          likeness(report({ place: at(metres), at: later(seconds) }), known, {
            ...rules,
            leastScore: 0,
          })?.score ?? 0;
        const near = score(Math.min(m, n), Math.min(s, t));
        expect(near).toBeGreaterThanOrEqual(score(Math.max(m, n), Math.max(s, t)));
        expect(near).toBeLessThanOrEqual(1);
        expect(near).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});

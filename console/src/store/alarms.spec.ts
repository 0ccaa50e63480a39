import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Alarms,
  acknowledged,
  burdenOf,
  type Condition,
  countOf,
  flood,
  isFlood,
  noAlarms,
  onConditions,
  snoozed,
  sounding,
  span,
} from './alarms.ts';

const condition = (id: string, priority: number | null = 2): Condition => ({
  id,
  priority,
  text: id,
  incident: `incident of ${id}`,
});
const ids = (list: readonly { readonly id: string }[]): readonly string[] =>
  list.map(({ id }) => id);
const begun = onConditions(noAlarms, [], 0);

describe('[V10] alarms', () => {
  it('do not sound for what stood before one sat down', () => {
    const alarms = onConditions(noAlarms, [condition('old')], 0);
    expect(ids(alarms.standing)).toEqual(['old']);
    expect(sounding(alarms, 1)).toEqual([]);
    expect(countOf(alarms, 1)).toBe(0);
  });

  it('sound until they are acknowledged or their condition ends, the most urgent first', () => {
    const alarms = onConditions(begun, [condition('b', 3), condition('a', 1)], 10);
    expect(ids(sounding(alarms, 10))).toEqual(['a', 'b']);
    const one = acknowledged(alarms, new Set(['a']));
    expect(ids(sounding(one, 10))).toEqual(['b']);
    expect(ids(one.standing)).toEqual(['b', 'a']);
    expect(onConditions(one, [condition('a', 1)], 20).standing).toHaveLength(1);
    expect(sounding(onConditions(one, [condition('a', 1)], 20), 20)).toEqual([]);
  });

  it('sound again when a snooze is over, and when their condition comes back', () => {
    const alarms = snoozed(onConditions(begun, [condition('a')], 10), 'a', 100);
    expect(sounding(alarms, 99)).toEqual([]);
    expect(ids(sounding(alarms, 100))).toEqual(['a']);
    const silenced = acknowledged(alarms, new Set(['a']));
    const back = onConditions(onConditions(silenced, [], 200), [condition('a')], 300);
    expect(ids(sounding(back, 300))).toEqual(['a']);
  });

  it('are a flood above ten in a minute', () => {
    const many = Array.from({ length: flood + 1 }, (_, at) => condition(`c${at}`));
    expect(isFlood(onConditions(begun, many.slice(1), 1000), 1000)).toBe(false);
    expect(isFlood(onConditions(begun, many, 1000), 1000)).toBe(true);
    expect(isFlood(onConditions(begun, many, 1000), 62_000)).toBe(false);
  });

  it.each([
    [0, 'goal'],
    [1, 'goal'],
    [2, 'manageable'],
    [4, 'high'],
    [5, 'tooMany'],
    [9, 'tooMany'],
    [10, 'upset'],
  ])('%i in ten minutes are judged %s, by EEMUA 191', (count, burden) => {
    expect(burdenOf(count)).toBe(burden);
  });

  it('count each raising once in ten minutes, whatever the conditions do', () => {
    const looks = fc.array(fc.subarray(['a', 'b', 'c', 'd']), { maxLength: 20 });
    fc.assert(
      fc.property(looks, (seen) => {
        let alarms: Alarms = begun;
        let raised = 0;
        let before: readonly string[] = [];
        for (const [at, names] of seen.entries()) {
          alarms = onConditions(
            alarms,
            names.map((name) => condition(name)),
            at + 1,
          );
          raised += names.filter((name) => !before.includes(name)).length;
          before = names;
        }
        expect(countOf(alarms, seen.length)).toBe(raised);
        expect(countOf(alarms, seen.length + span + 1)).toBe(0);
        expect(ids(alarms.standing)).toEqual(before);
      }),
    );
  });
});

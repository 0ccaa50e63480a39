import { describe, expect, it } from 'vitest';
import { rowStore } from './rowStore.ts';

interface Strip {
  readonly id: string;
  readonly position: string;
  readonly rank: number;
}
const strip = (id: string, position: string, rank = 0): Strip => ({ id, position, rank });
const byRank = (a: Strip, b: Strip): number => a.rank - b.rank || a.id.localeCompare(b.id);

describe('a row store', () => {
  it('wakes only those who watch the row that changed', () => {
    const store = rowStore(byRank);
    store.load([strip('a', '1'), strip('b', '2')]);
    const woken: string[] = [];
    store.watchRow('a', () => woken.push('a'));
    store.watchRow('b', () => woken.push('b'));
    store.apply({ rows: [strip('b', '3')], removed: [] });
    expect(woken).toEqual(['b']);
    expect(store.row('b')?.position).toBe('3');
  });

  it('puts rows that come, go or change places into the order', () => {
    const store = rowStore(byRank);
    store.load([strip('a', '1', 1), strip('b', '2', 2)]);
    const seen: (readonly string[])[] = [];
    store.watchAny(() => seen.push(store.all().map(({ id }) => id)));
    store.apply({ rows: [strip('c', '3', 0)], removed: [] });
    store.apply({ rows: [strip('b', '4', -1)], removed: [] });
    store.apply({ rows: [], removed: ['a'] });
    expect(seen).toEqual([
      ['c', 'a', 'b'],
      ['b', 'c', 'a'],
      ['b', 'c'],
    ]);
  });

  it('compares positions as numbers, and never goes back to an older row', () => {
    const store = rowStore(byRank);
    store.load([strip('a', '10', 1)]);
    store.apply({ rows: [strip('a', '9', 2)], removed: [] });
    expect(store.row('a')?.rank).toBe(1);
    store.apply({ rows: [strip('a', '100', 3)], removed: [] });
    expect(store.row('a')?.rank).toBe(3);
  });

  it('replaces everything by a snapshot and tells those whose row has gone', () => {
    const store = rowStore(byRank);
    store.load([strip('a', '1'), strip('b', '1')]);
    let told = 0;
    store.watchRow('a', () => {
      told += 1;
    });
    store.load([strip('b', '2')]);
    expect(told).toBe(1);
    expect(store.row('a')).toBeUndefined();
    expect(store.all()).toEqual([strip('b', '2')]);
  });

  it('is silent about a change that changes nothing, and after one stops watching', () => {
    const store = rowStore(byRank);
    store.load([strip('a', '5')]);
    const before = store.all();
    let told = 0;
    const stop = store.watchAny(() => {
      told += 1;
    });
    store.apply({ rows: [], removed: ['unknown'] });
    expect(told).toBe(0);
    expect(store.all()).toBe(before);
    stop();
    store.apply({ rows: [strip('a', '6')], removed: [] });
    expect(told).toBe(0);
  });
});

import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { paced } from './paced.ts';
import { rowStore } from './rowStore.ts';

interface Strip {
  readonly id: string;
  readonly position: string;
}
const strip = (id: string, position: string): Strip => ({ id, position });
const open = () => rowStore<Strip>((a, b) => a.id.localeCompare(b.id));

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('tells a first change at once, and the hundred that follow in one', () => {
  const store = open();
  const { watch, get } = paced(store);
  const seen: number[] = [];
  watch(() => seen.push(get().length));
  store.apply({ rows: [strip('a', '1')], removed: [] });
  expect(seen).toEqual([1]);
  for (let at = 0; at < 100; at += 1)
    store.apply({ rows: [strip(`b${at}`, `${at + 2}`)], removed: [] });
  expect(seen).toEqual([1]);
  expect(get()).toHaveLength(1);
  vi.advanceTimersByTime(100);
  expect(seen).toEqual([1, 101]);
});

it('gives everybody the same rows between two tellings', () => {
  const store = open();
  const stop = paced(store).watch(() => {});
  store.apply({ rows: [strip('a', '1')], removed: [] });
  store.apply({ rows: [strip('b', '2')], removed: [] });
  expect(paced(store).get()).toBe(paced(store).get());
  expect(paced(store).get()).toHaveLength(1);
  stop();
  expect(paced(store).get()).toHaveLength(2);
});

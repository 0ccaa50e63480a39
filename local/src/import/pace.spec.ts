import { describe, expect, it } from 'vitest';
import { pace } from './pace.ts';

const steps = [0, 1_000, 60_000].map((at) => ({ at }));

describe('pace', () => {
  it('hands out every step in order', async () => {
    const handed: number[] = [];
    for await (const { at } of pace(steps, 100_000, new AbortController().signal)) handed.push(at);
    expect(handed).toEqual([0, 1_000, 60_000]);
  });

  it('waits for a step until the signal comes, and then hands out no more', async () => {
    const stop = new AbortController();
    const handed: number[] = [];
    for await (const { at } of pace(steps, 0.001, stop.signal)) {
      handed.push(at);
      queueMicrotask(() => stop.abort());
    }
    expect(handed).toEqual([0]);
  });
});

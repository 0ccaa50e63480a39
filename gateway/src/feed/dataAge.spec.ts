import type { Position } from '@tocsin/domain';
import {
  behindAfterMs,
  type Cursor,
  type Heartbeat,
  type ProjectionStatus,
  staleAfterMs,
} from '@tocsin/projections/queries';
import { describe, expect, it } from 'vitest';
import { AgeWatch, lateAfterMs } from './dataAge.ts';

const heart: Heartbeat = {
  state: 'running',
  position: undefined,
  caughtUp: true,
  behindMs: 0,
  message: undefined,
  beatAt: '2026-01-01T00:00:00.000Z',
  ageMs: 0,
  leader: 'one',
};

const start = '0.0' as Cursor;
const told = (boards: Heartbeat | undefined, cursor = start): ProjectionStatus => ({
  cursor,
  position: 0n as Position,
  asOf: undefined,
  boards,
  policies: undefined,
  live: true,
});

describe('the age of the data', () => {
  it('[F30] is live while the heart beats, and stopped soon after the last beat', () => {
    const watch = new AgeWatch(0);
    expect(watch.read(told(heart), start, 0)).toBe('live');
    expect(watch.read(told(heart), start, staleAfterMs)).toBe('live');
    expect(watch.read(told(heart), start, staleAfterMs + 1)).toBe('stopped');
    expect(watch.lagMs(staleAfterMs + 1)).toBe(1);
    const next = { ...heart, beatAt: '2026-01-01T00:00:05.000Z' };
    expect(watch.read(told(next), start, 5_000)).toBe('live');
    expect(watch.lagMs(5_000)).toBe(0);
  });

  it('[F30] goes by the beats that come, whatever the clocks of the machines are set to', () => {
    const watch = new AgeWatch(0);
    watch.read(told(heart), start, 0);
    const back = { ...heart, beatAt: '2025-12-31T23:00:00.000Z', ageMs: 3_600_000 };
    expect(watch.read(told(back), start, 100)).toBe('live');
    expect(watch.read(told({ ...back, ageMs: 0 }), start, 100 + staleAfterMs + 1)).toBe('stopped');
  });

  it('takes the database’s word for the first beat that it sees', () => {
    const watch = new AgeWatch(10_000);
    expect(watch.read(told({ ...heart, ageMs: 60_000 }), start, 10_000)).toBe('stopped');
    expect(watch.lagMs(10_000)).toBe(60_000);
    expect(new AgeWatch(0).read(told(undefined), start, 0)).toBe('stopped');
  });

  it('[F30] is behind when the runner has not been up to date for too long, or not yet', () => {
    const watch = new AgeWatch(0);
    const of = (behindMs: number | undefined) =>
      watch.read(told({ ...heart, behindMs, caughtUp: false }), start, 0);
    expect(of(behindAfterMs)).toBe('live');
    expect(of(behindAfterMs + 1)).toBe('behind');
    expect(of(undefined)).toBe('behind');
  });

  it('says that the runner stopped or failed, when it says so', () => {
    const watch = new AgeWatch(0);
    expect(watch.read(told({ ...heart, state: 'stopped' }), start, 0)).toBe('stopped');
    expect(watch.read(told({ ...heart, state: 'failed' }), start, 0)).toBe('failed');
  });

  it('[F30] is behind when this gateway does not show what the boards have reached', () => {
    const watch = new AgeWatch(0);
    const at = (position: number) => `${position}.0` as Cursor;
    const read = (reached: number, shown: number, now: number) =>
      watch.read(told({ ...heart, beatAt: String(now) }, at(reached)), at(shown), now);
    expect(read(5, 0, 0)).toBe('live');
    expect(read(9, 0, lateAfterMs)).toBe('live');
    expect(read(9, 0, lateAfterMs + 1)).toBe('behind');
    expect(read(9, 9, lateAfterMs + 2)).toBe('live');
  });

  it('is live while a gateway is always a little behind boards that change all the time', () => {
    const watch = new AgeWatch(0);
    for (let now = 0; now < 10 * lateAfterMs; now += 250) {
      const reached = `${now + 1}.0` as Cursor;
      const shown = `${Math.max(0, now - 250)}.0` as Cursor;
      expect(watch.read(told({ ...heart, beatAt: String(now) }, reached), shown, now)).toBe('live');
    }
  });
});

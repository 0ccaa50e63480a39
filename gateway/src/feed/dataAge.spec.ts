import type { Position } from '@tocsin/domain';
import {
  behindAfterMs,
  type Cursor,
  type Heartbeat,
  type ProjectionStatus,
  staleAfterMs,
} from '@tocsin/projections/queries';
import { describe, expect, it } from 'vitest';
import { AgeWatch } from './dataAge.ts';

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

const told = (boards: Heartbeat | undefined): ProjectionStatus => ({
  cursor: '0.0' as Cursor,
  position: 0n as Position,
  asOf: undefined,
  boards,
  policies: undefined,
  live: true,
});

describe('the age of the data', () => {
  it('[F30] is live while the heart beats, and stopped soon after the last beat', () => {
    const watch = new AgeWatch(0);
    expect(watch.read(told(heart), 0)).toBe('live');
    expect(watch.read(told(heart), staleAfterMs)).toBe('live');
    expect(watch.read(told(heart), staleAfterMs + 1)).toBe('stopped');
    expect(watch.lagMs(staleAfterMs + 1)).toBe(1);
    const next = { ...heart, beatAt: '2026-01-01T00:00:05.000Z' };
    expect(watch.read(told(next), 5_000)).toBe('live');
    expect(watch.lagMs(5_000)).toBe(0);
  });

  it('[F30] goes by the beats that come, whatever the clocks of the machines are set to', () => {
    const watch = new AgeWatch(0);
    watch.read(told(heart), 0);
    const back = { ...heart, beatAt: '2025-12-31T23:00:00.000Z', ageMs: 3_600_000 };
    expect(watch.read(told(back), 100)).toBe('live');
    expect(watch.read(told({ ...back, ageMs: 0 }), 100 + staleAfterMs + 1)).toBe('stopped');
  });

  it('takes the database’s word for the first beat that it sees', () => {
    const watch = new AgeWatch(10_000);
    expect(watch.read(told({ ...heart, ageMs: 60_000 }), 10_000)).toBe('stopped');
    expect(watch.lagMs(10_000)).toBe(60_000);
    expect(new AgeWatch(0).read(told(undefined), 0)).toBe('stopped');
  });

  it('[F30] is behind when the runner has not been up to date for too long, or not yet', () => {
    const watch = new AgeWatch(0);
    const of = (behindMs: number | undefined) =>
      watch.read(told({ ...heart, behindMs, caughtUp: false }), 0);
    expect(of(behindAfterMs)).toBe('live');
    expect(of(behindAfterMs + 1)).toBe('behind');
    expect(of(undefined)).toBe('behind');
  });

  it('says that the runner stopped or failed, when it says so', () => {
    const watch = new AgeWatch(0);
    expect(watch.read(told({ ...heart, state: 'stopped' }), 0)).toBe('stopped');
    expect(watch.read(told({ ...heart, state: 'failed' }), 0)).toBe('failed');
  });
});

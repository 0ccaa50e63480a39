import { describe, expect, it } from 'vitest';
import {
  connectionState,
  type DataState,
  type LineEvent,
  noLine,
  onLine,
  patience,
  silence,
} from './connection.ts';

const after = (...events: LineEvent[]) => events.reduce(onLine, noLine);
const opened: LineEvent = { type: 'opened', at: 0 };
const heard = (at: number, data: DataState = 'live'): LineEvent => ({ type: 'status', at, data });

describe('the state of the line', () => {
  it('is connecting until the server has spoken', () => {
    expect(connectionState(noLine, 0)).toBe('connecting');
    expect(connectionState(after(opened), 100)).toBe('connecting');
    expect(connectionState(after(opened, heard(100)), 100)).toBe('live');
  });

  it('is silent when the server is, and else what the server says of its boards', () => {
    expect(connectionState(after(opened, heard(0)), silence + 1)).toBe('silent');
    for (const data of ['behind', 'stopped', 'failed', 'unknown', 'live'] as const)
      expect(connectionState(after(opened, heard(0, data)), 10)).toBe(data);
  });

  it('is reconnecting after a loss, and offline when that lasts', () => {
    const lost = after(opened, heard(0), { type: 'lost', at: 1000 });
    expect(connectionState(lost, 2000)).toBe('reconnecting');
    const trying = [
      { type: 'connecting', at: 3000 },
      { type: 'lost', at: 4000 },
    ] as const satisfies readonly LineEvent[];
    const still = trying.reduce(onLine, lost);
    expect(connectionState(still, 1000 + patience + 1)).toBe('offline');
    const back = [opened, heard(40_000)].reduce(onLine, still);
    expect(connectionState(back, 40_000)).toBe('live');
  });

  it('is offline as soon as the browser says so', () => {
    const offline = after(opened, heard(0), { type: 'browser', online: false });
    expect(connectionState(offline, 0)).toBe('offline');
  });
});

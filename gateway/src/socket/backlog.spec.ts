import { describe, expect, it } from 'vitest';
import { Backlog, mostBuffered, patience } from './backlog.ts';

describe('[F4] a socket’s backlog', () => {
  it('is fine while what is sent is taken, however much it is', () => {
    const backlog = new Backlog();
    for (let now = 0; now < 3 * patience; now += 1_000) {
      backlog.give(500);
      expect(backlog.isTooSlow(now, mostBuffered)).toBe(false);
    }
  });

  it('is too slow when too much has been buffered for too long', () => {
    const backlog = new Backlog();
    for (let now = 0; now < patience; now += 1_000) {
      backlog.give(2 * mostBuffered);
      expect(backlog.isTooSlow(now, mostBuffered + 1)).toBe(false);
    }
    expect(backlog.isTooSlow(patience, mostBuffered + 1)).toBe(true);
  });

  it('forgives when it has come down in between', () => {
    const backlog = new Backlog();
    backlog.give(mostBuffered + 1);
    backlog.isTooSlow(0, mostBuffered + 1);
    expect(backlog.isTooSlow(patience - 1, 0)).toBe(false);
    backlog.give(mostBuffered + 1);
    expect(backlog.isTooSlow(patience, mostBuffered + 1)).toBe(false);
  });

  it('is too slow when one small message is not taken at all, though more are sent', () => {
    const backlog = new Backlog();
    backlog.give(100);
    // With what the protocol puts before each message.
    expect(backlog.isTooSlow(0, 102)).toBe(false);
    backlog.give(100);
    expect(backlog.isTooSlow(patience - 1, 204)).toBe(false);
    expect(backlog.isTooSlow(patience, 204)).toBe(true);
  });
});

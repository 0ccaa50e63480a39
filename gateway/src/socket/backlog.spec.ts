import { describe, expect, it } from 'vitest';
import { Backlog, mostBuffered, patience } from './backlog.ts';

describe('[F4] a socket’s backlog', () => {
  it('is fine while what is sent is taken, however much it is', () => {
    const backlog = new Backlog();
    for (let now = 0; now < 3 * patience; now += 1_000) {
      backlog.sending(now);
      backlog.sent(now + 500);
      expect(backlog.isTooSlow(now + 900, mostBuffered)).toBe(false);
    }
  });

  it('is too slow when too much has been buffered for too long', () => {
    const backlog = new Backlog();
    expect(backlog.isTooSlow(0, mostBuffered + 1)).toBe(false);
    expect(backlog.isTooSlow(patience - 1, mostBuffered + 1)).toBe(false);
    expect(backlog.isTooSlow(patience, mostBuffered + 1)).toBe(true);
  });

  it('forgives when it has come down in between', () => {
    const backlog = new Backlog();
    backlog.isTooSlow(0, mostBuffered + 1);
    backlog.isTooSlow(patience - 1, 0);
    expect(backlog.isTooSlow(patience, mostBuffered + 1)).toBe(false);
  });

  it('is too slow when one small message is not taken at all', () => {
    const backlog = new Backlog();
    backlog.sending(0);
    expect(backlog.isTooSlow(patience - 1, 100)).toBe(false);
    expect(backlog.isTooSlow(patience, 100)).toBe(true);
  });
});

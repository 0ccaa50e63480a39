import { describe, expect, it } from 'vitest';
import { mayReadMetrics } from './metrics.ts';

const from = (remoteAddress: string, headers: Record<string, string> = {}) =>
  ({ headers, socket: { remoteAddress } }) as unknown as Parameters<typeof mayReadMetrics>[0];

const token = 'a-token-of-the-monitoring';

describe('the figures', () => {
  it.each(['127.0.0.1', '127.3.2.1', '::1', '::ffff:127.0.0.1'])(
    '[O2] are for this machine (%s) where no token is set',
    (address) => expect(mayReadMetrics(from(address), undefined)).toBe(true),
  );

  it.each(['10.0.0.7', '::ffff:10.0.0.7', '2001:db8::1', ''])(
    '[O2] are not for another (%s)',
    (address) => expect(mayReadMetrics(from(address), undefined)).toBe(false),
  );

  it.each(['x-forwarded-for', 'forwarded', 'via'])(
    '[O2] are not for whoever comes through a proxy of this machine (%s)',
    (header) => expect(mayReadMetrics(from('127.0.0.1', { [header]: 'x' }), undefined)).toBe(false),
  );

  it('[O2] are for whoever has the token, once one is set, and for nobody else', () => {
    const given = (authorization: string) => from('10.0.0.7', { authorization });
    expect(mayReadMetrics(given(`Bearer ${token}`), token)).toBe(true);
    expect(mayReadMetrics(given(`Bearer ${token}x`), token)).toBe(false);
    expect(mayReadMetrics(given('Bearer a-token-of-the-monitorinh'), token)).toBe(false);
    expect(mayReadMetrics(given(token), token)).toBe(false);
    expect(mayReadMetrics(from('127.0.0.1'), token)).toBe(false);
  });
});

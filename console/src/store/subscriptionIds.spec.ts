import { describe, expect, it } from 'vitest';
import { subscriptionIds } from './subscriptionIds.ts';

const query = 'subscription { changes }';

describe('[F8] a subscription’s id', () => {
  it('is the same at every console, wherever it resumes and however its variables are ordered', () => {
    const one = subscriptionIds().take(query, { city: 'xinghe', department: null, after: '1.1' });
    const other = subscriptionIds().take(query, { after: '9.2', department: null, city: 'xinghe' });
    expect(one).toBe(other);
  });

  it('differs by document and variables', () => {
    const ids = subscriptionIds();
    const taken = [
      ids.take(query, { city: 'xinghe' }),
      ids.take(query, { city: 'yuncheng' }),
      ids.take(`${query} `, { city: 'xinghe' }),
    ];
    expect(new Set(taken).size).toBe(3);
  });

  it('is never in use twice, and free again afterwards', () => {
    const ids = subscriptionIds();
    const first = ids.take(query, { city: 'xinghe' });
    const second = ids.take(query, { city: 'xinghe' });
    expect(second).not.toBe(first);
    ids.free(first);
    expect(ids.take(query, { city: 'xinghe' })).toBe(first);
  });
});

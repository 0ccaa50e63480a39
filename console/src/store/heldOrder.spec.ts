import { describe, expect, it } from 'vitest';
import { heldOrder } from './heldOrder.ts';

describe('[V9] a list that somebody points at', () => {
  it('shows its rows as they come while nobody does', () => {
    expect(heldOrder(['a', 'b'], null)).toEqual({ shown: ['a', 'b'], fresh: 0 });
  });

  it('moves no row, neither for what comes, nor for what goes or changes places', () => {
    expect(heldOrder(['new', 'b', 'a'], ['a', 'b', 'gone'])).toEqual({
      shown: ['a', 'b', 'gone'],
      fresh: 1,
    });
  });
});

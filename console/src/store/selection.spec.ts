import { describe, expect, it } from 'vitest';
import { moved } from './selection.ts';

describe('moving a selection', () => {
  const ids = ['a', 'b', 'c'];
  it.each([
    [null, 'ArrowDown', 'a'],
    [null, 'ArrowUp', 'c'],
    ['a', 'ArrowDown', 'b'],
    ['c', 'ArrowDown', 'c'],
    ['a', 'ArrowUp', 'a'],
    ['b', 'Home', 'a'],
    ['b', 'End', 'c'],
    ['b', 'x', 'b'],
    ['gone', 'ArrowDown', 'a'],
  ])('from %s on %s to %s', (from, key, to) => {
    expect(moved(ids, from, key)).toBe(to);
  });

  it('stays where it is in an empty list', () => {
    expect(moved([], 'a', 'ArrowDown')).toBe('a');
  });
});

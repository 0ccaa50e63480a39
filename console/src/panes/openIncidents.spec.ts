import { describe, expect, it } from 'vitest';
import { afterClosing, mostOpen, withOpened } from './openIncidents.ts';

const many = Array.from({ length: mostOpen }, (_, at) => `i${at}`);

describe('[V35] the incidents that are open at once', () => {
  it('keep their order when one of them is looked at again', () => {
    expect(withOpened(['a', 'b'], ['b', 'a'], 'a')).toEqual(['a', 'b']);
    expect(withOpened(['a', 'b'], ['a', 'b'], 'c')).toEqual(['a', 'b', 'c']);
  });

  it('make room by the one looked at longest ago', () => {
    const lookedAt = ['i3', ...many.filter((id) => id !== 'i3')];
    expect(withOpened(many, lookedAt, 'new')).toEqual([...many.filter((id) => id !== 'i3'), 'new']);
  });

  it('show the next one when one is closed, else the one before, else none', () => {
    expect(afterClosing(['a', 'b', 'c'], 'b')).toBe('c');
    expect(afterClosing(['a', 'b'], 'b')).toBe('a');
    expect(afterClosing(['a'], 'a')).toBeNull();
  });
});

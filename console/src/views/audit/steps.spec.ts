import { describe, expect, it } from 'vitest';
import { leavesOf } from './leaves.ts';
import { shownRevision, stepTo } from './steps.ts';

describe('stepping through a record', () => {
  it.each([
    [null, '12'],
    ['3', '3'],
    ['0', '0'],
    ['13', '12'],
    ['-1', '12'],
    ['x', '12'],
    ['9', '9'],
  ])('a link to step %s shows %s of 12', (wanted, shown) => {
    expect(shownRevision(wanted, '12')).toBe(shown);
  });

  it('stays within the record', () => {
    expect(stepTo('previous', '0', '10')).toBe('0');
    expect(stepTo('next', '9', '10')).toBe('10');
    expect(stepTo('next', '10', '10')).toBe('10');
    expect(stepTo('first', '7', '10')).toBe('0');
    expect(stepTo('last', '7', '10')).toBe('10');
  });
});

describe('recorded data', () => {
  it('is listed by path, without what is absent', () => {
    const data = { task: 't', place: { lon: 1.5, lat: null }, list: ['a', { b: false }] };
    expect(leavesOf(data)).toEqual([
      ['task', 't'],
      ['place.lon', '1.5'],
      ['list[0]', 'a'],
      ['list[1].b', 'false'],
    ]);
  });
});

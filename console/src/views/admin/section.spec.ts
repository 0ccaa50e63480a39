import { expect, it } from 'vitest';
import { matchingRows } from './section.ts';

const rows = [
  { id: 'gas-leak', cells: ['Gas leak', '1'], more: ['Fire and rescue: Measure'] },
  { id: 'earthquake', cells: ['Earthquake', '2'] },
];

it('finds rows by every word, wherever it stands', () => {
  expect(matchingRows(rows, '')).toEqual(rows);
  expect(matchingRows(rows, ' QUAKE 2 ')).toEqual([rows[1]]);
  expect(matchingRows(rows, 'measure gas')).toEqual([rows[0]]);
  expect(matchingRows(rows, 'gas 2')).toEqual([]);
});

import type { Person } from '@tocsin/domain';
import { words } from '../words/words.ts';

/** A line a person in columns, with a line of headings. Wide characters take two columns. */
export function peopleTable(people: readonly Person[]): string {
  const rows = [words.personColumns, ...people.map(cellsOf)];
  const widths = words.personColumns.map((_, column) =>
    Math.max(...rows.map((row) => widthOf(row[column] ?? ''))),
  );
  const lineOf = (row: readonly string[]): string =>
    row
      .map((cell, column) => cell + ' '.repeat((widths[column] ?? 0) - widthOf(cell) + 2))
      .join('')
      .trimEnd();
  return rows.map((row) => `${lineOf(row)}\n`).join('');
}

const cellsOf = ({ account, name, roles, department, cities }: Person): string[] => [
  account,
  name,
  roles.join(' '),
  department ?? '-',
  cities.join(' '),
];

const widthOf = (text: string): number =>
  [...text].reduce((sum, letter) => sum + (/[\u2e80-\uffef]/u.test(letter) ? 2 : 1), 0);

import { mkdir, readFile, writeFile } from 'node:fs/promises';
import type { Figure } from './figures.ts';
import { benchFolder } from './parts/paths.ts';

const columns = ['', 'value', 'limit', 'ratio', 'goal', 'met'] as const;

const number = (value: number | null): string => value?.toLocaleString('en') ?? '';
const signs = { most: '≤', least: '≥', beyond: '≤ limit +' } as const;
const goalOf = ({ unit, limit, goal, goalIs }: Figure): string => {
  if (goal === null) return '';
  if (goalIs) return `${signs[goalIs]} ${goal} ${unit}`;
  if (unit === 'MB' && limit === null) return `< ${goal} MB`;
  return ['ms', 'MB', 'µs/row'].includes(unit) ? `≤ ${goal}` : `≥ ${goal}`;
};
const metOf = ({ met }: Figure): string => (met === null ? '' : met ? 'yes' : 'no');

/** The figures as a table of text. */
export function table(figures: readonly Figure[]): string {
  const rows = figures.map((figure) => [
    figure.line,
    `${number(figure.value)} ${figure.unit}`,
    number(figure.limit),
    number(figure.ratio),
    goalOf(figure),
    metOf(figure),
  ]);
  const all = [[...columns], ...rows];
  const widths = columns.map((_, at) => Math.max(...all.map((row) => row[at]?.length ?? 0)));
  const line = (row: readonly string[]): string =>
    row
      .map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0)))
      .join('  ')
      .trimEnd();
  return all.map(line).join('\n');
}

/** Puts the figures into latest.json, in the place of the ones of the same line. */
export async function keep(figures: readonly Figure[], order: readonly string[]): Promise<string> {
  const folder = new URL('results/', benchFolder);
  const path = new URL('latest.json', folder);
  await mkdir(folder, { recursive: true });
  const before = await readKept(path);
  const byLine = new Map([...before, ...figures].map((figure) => [figure.line, figure]));
  const kept = order.flatMap((line) => byLine.get(line) ?? []);
  await writeFile(path, `${JSON.stringify(kept, null, 2)}\n`);
  return path.pathname;
}

async function readKept(path: URL): Promise<readonly Figure[]> {
  try {
    return JSON.parse(await readFile(path, 'utf8')) as readonly Figure[];
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
}

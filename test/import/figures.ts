import { copyFile, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Dimension, intervals } from '@tocsin/projections/queries';
import type pg from 'pg';
import type { Log } from './importing.ts';

/** A span of one kind of call in one battalion; null: of all of them. */
export interface Figure {
  readonly span: string;
  readonly callType: string | null;
  readonly battalion: string | null;
  readonly count: number;
  /** Those that have no time because one of the two was never recorded, or not yet. */
  readonly blank: number;
  /** Seconds: 50, 90, 95 and 99 percent, and the longest. */
  readonly percentiles: readonly (number | null)[];
}

const spans = ['turnout', 'travel', 'response', 'total'] as const;
const groupings: readonly (readonly Dimension[])[] = [
  [],
  ['type'],
  ['district'],
  ['type', 'district'],
];
const city = 'san-francisco';
const year = { from: '2020-01-01T00:00:00.000Z', to: '2021-01-01T00:00:00.000Z' };

/** By Tocsin, whose read models the pool holds; names as the city's profile has them. */
export async function tocsinFigures({ store }: Log, pool: pg.Pool): Promise<readonly Figure[]> {
  const profile = await store.readCity(city);
  const nameOf = (type: string | null | undefined) => profile?.types.get(type ?? '')?.name.en;
  const figures: Figure[] = [];
  for (const span of spans)
    for (const by of groupings) {
      const usual = { filter: {}, exercises: false, timeZone: 'UTC', targets: [], limit: 1_000 };
      const found = await intervals(pool, { city, span, ...year, by, ...usual });
      for (const group of by.length === 0 ? [found.all] : found.groups) {
        const value = (dimension: Dimension) => group.key[by.indexOf(dimension)];
        const { count, excluded, p50, p90, p95, p99, longest } = group;
        figures.push({
          span,
          callType: nameOf(value('type')) ?? null,
          battalion: value('district')?.toUpperCase() ?? null,
          count,
          blank: excluded.blank + excluded.open,
          percentiles: [p50, p90, p95, p99, longest],
        });
      }
    }
  return figures;
}

interface Row {
  readonly span: string;
  readonly call_type: string | null;
  readonly battalion: string | null;
  readonly count: number;
  readonly blank: number;
  readonly percentiles: readonly number[] | null;
  readonly longest: number | null;
}

/** By plain SQL from the file alone. `folder` is one that the database's server may read. */
export async function independentFigures(
  pool: pg.Pool,
  path: string,
  folder: string,
): Promise<readonly Figure[]> {
  const readable = join(folder, 'cross-check.csv');
  await copyFile(path, readable);
  const sql = await readFile(new URL('independentFigures.sql', import.meta.url), 'utf8');
  const client = await pool.connect();
  try {
    await client.query(`select set_config('crosscheck.file', $1, false)`, [readable]);
    // Several statements answer with as many results, which the types don't say.
    const results: unknown = await client.query(sql);
    const last = Array.isArray(results) ? results.at(-1) : results;
    return (last as pg.QueryResult<Row>).rows.map(
      ({ call_type, longest, percentiles, ...row }) => ({
        ...row,
        callType: call_type,
        percentiles: [...(percentiles ?? [null, null, null, null]), longest],
      }),
    );
  } finally {
    client.release(true);
  }
}

import type { Exclusion } from '@tocsin/domain';
import type { Pool } from 'pg';
import type { IntervalsWanted } from './intervalsWanted.ts';
import { exclusions, timedSql, Values } from './timedSql.ts';

/** Of the intervals that a target is about. */
export interface Kept {
  readonly count: number;
  readonly within: number;
  /** The seconds that as many percent as the target says took at the most; null: there are none. */
  readonly reached: number | null;
}

export interface IntervalGroup {
  /** A value a dimension, null where it is not known; of all together none. */
  readonly key: readonly (string | null)[];
  readonly count: number;
  /** Seconds; null where nothing is counted. The nearest rank: a time that was really measured. */
  readonly p50: number | null;
  readonly p90: number | null;
  readonly p95: number | null;
  readonly p99: number | null;
  readonly longest: number | null;
  readonly excluded: Readonly<Record<Exclusion, number>>;
  /** In the order of the targets that were asked for. */
  readonly targets: readonly Kept[];
}

export interface Intervals {
  readonly all: IntervalGroup;
  readonly groups: readonly IntervalGroup[];
  /** There are more groups than the limit. */
  readonly more: boolean;
}

interface Row {
  readonly whole: boolean;
  readonly key: readonly (string | null)[];
  readonly count: number;
  readonly percentiles: readonly number[] | null;
  readonly longest: number | null;
  readonly excluded: readonly number[];
  readonly counts: readonly number[];
  readonly withins: readonly number[];
  readonly reached: readonly (number | null)[];
}

/** How long a query may take, and how much memory each of its sorts. */
const longestMs = 60_000;
const settings = `select set_config('statement_timeout', '${longestMs}', true),
  set_config('work_mem', '256MB', true), set_config('jit', 'off', true)`;

function statement(wanted: IntervalsWanted, values: Values): string {
  const { by, targets } = wanted;
  const timed = timedSql(wanted, values);
  const keys = by.map((_, at) => `k${at}`);
  const array = (parts: readonly string[], type: string) => `array[${parts.join(', ')}]::${type}[]`;
  const ofTarget = targets.map(({ department }) =>
    department === undefined ? 'true' : `department = ${values.add(department)}`,
  );
  const counted = (condition: string) => `(count(*) filter (where ${condition}))::int`;
  const counts = ofTarget.map((about) => counted(`why is null and ${about}`));
  const withins = targets.map(({ seconds }, at) =>
    counted(`why is null and seconds <= ${values.add(seconds)}::float8 and ${ofTarget[at]}`),
  );
  const reached = targets.map(
    (
      { percent },
      at,
    ) => `percentile_disc(${values.add(percent / 100)}::float8) within group (order by seconds)
      filter (where why is null and ${ofTarget[at]})`,
  );
  const sets = keys.length > 0 ? `(${keys.join(', ')}), ()` : '()';
  return `with timed as (${timed})
    select ${keys.length > 0 ? `grouping(${keys.join(', ')}) <> 0` : 'true'} as whole,
      ${array(keys, 'text')} as key,
      ${counted('why is null')} as count,
      percentile_disc(array[0.5, 0.9, 0.95, 0.99]) within group (order by seconds)
        filter (where why is null) as percentiles,
      max(seconds) filter (where why is null) as longest,
      ${array(
        exclusions.map((one) => counted(`why = '${one}'`)),
        'int',
      )} as excluded,
      ${array(counts, 'int')} as counts, ${array(withins, 'int')} as withins,
      ${array(reached, 'float8')} as reached
    from timed group by grouping sets (${sets})
    order by whole desc, count desc, key limit ${values.add(wanted.limit + 2)}`;
}

const groupOf = (row: Row): IntervalGroup => {
  const [p50 = null, p90 = null, p95 = null, p99 = null] = row.percentiles ?? [];
  const counted = exclusions.map((one, at) => [one, row.excluded[at] ?? 0]);
  return {
    key: row.whole ? [] : row.key,
    count: row.count,
    p50,
    p90,
    p95,
    p99,
    longest: row.longest,
    excluded: Object.fromEntries(counted) as IntervalGroup['excluded'],
    targets: row.counts.map((count, at) => ({
      count,
      within: row.withins[at] ?? 0,
      reached: row.reached[at] ?? null,
    })),
  };
};

/**
 * One span of a period: its percentiles with how many were counted and how many were not and why,
 * all together and by the dimensions. Throws `57014` when it takes longer than a minute.
 */
export async function intervals(pool: Pool, wanted: IntervalsWanted): Promise<Intervals> {
  const values = new Values();
  const text = statement(wanted, values);
  // The server ends it first, with a code of its own.
  const asked = { text, values: values.all, query_timeout: longestMs + 5_000 };
  const client = await pool.connect();
  try {
    await client.query('begin read only');
    await client.query(settings);
    const { rows } = await client.query<Row>(asked);
    await client.query('commit');
    client.release();
    const [whole, ...groups] = rows.map(groupOf);
    if (!whole) throw new Error('There is no row of all together.');
    return {
      all: whole,
      groups: groups.slice(0, wanted.limit),
      more: groups.length > wanted.limit,
    };
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    client.release();
    throw error;
  }
}

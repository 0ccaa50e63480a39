import type { IntervalSpan, TimeTarget } from '@tocsin/domain';
import { fillTimes } from '@tocsin/projections';
import { type Dimension, intervals } from '@tocsin/projections/queries';
import type pg from 'pg';
import { type Figure, timeFigure } from '../figures.ts';
import type { Run } from '../options.ts';
import { temporaryFolder } from '../parts/folder.ts';
import { type Database, startDatabases } from '../parts/postgres.ts';
import { alternate } from '../rounds.ts';
import type { Scope } from '../scope.ts';
import { year, yearCity, yearOf } from '../world/year.ts';

interface Question {
  readonly span: IntervalSpan;
  readonly by: readonly Dimension[];
  /** The bare aggregate over the same rows of the same table. */
  readonly table: string;
  readonly begin: string;
  readonly end: string;
}

const units = { table: 'unit_times' };
const questions: readonly Question[] = [
  { span: 'turnout', by: ['department'], ...units, begin: 'dispatched', end: 'en_route' },
  { span: 'response', by: ['type'], ...units, begin: 'dispatched', end: 'on_scene' },
  { span: 'travel', by: ['district', 'hour'], ...units, begin: 'en_route', end: 'on_scene' },
  {
    ...{ span: 'total', by: ['cell'], table: 'incident_times' },
    ...{ begin: 'coalesce(received, at)', end: 'on_scene' },
  },
  {
    ...{ span: 'acknowledge', by: ['department'], table: 'task_times' },
    ...{ begin: 'at', end: 'answered' },
  },
];
const nameOf = ({ span, by }: Question): string =>
  `${span} of a year of 10,000,000 events by ${by.join(' and ')}, against a bare percentile_cont`;

export const intervalsLines: readonly string[] = questions.map(nameOf);

const targets: readonly Pick<TimeTarget, 'seconds' | 'percent'>[] = [{ seconds: 80, percent: 90 }];
/** How many times as long as the bare aggregate of all together each may take. */
const goal = 4;

async function ask(pool: pg.Pool, { span, by }: Question): Promise<void> {
  const usual = { filter: {}, exercises: false, timeZone: 'Asia/Shanghai', limit: 1_000 };
  const { all } = await intervals(pool, { city: yearCity, span, ...year, by, targets, ...usual });
  if (all.count === 0) throw new Error(`nothing was counted of ${span}`);
}

const bare = ({ table, begin, end }: Question): string =>
  `select percentile_cont(array[0.5, 0.9, 0.95, 0.99])
     within group (order by date_part('epoch', ${end} - ${begin}))
   from ${table} where city = '${yearCity}' and at >= '${year.from}' and at < '${year.to}'
     and ${end} is not null`;

async function timed(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
}

async function fill({ pool }: Database, run: Run): Promise<void> {
  const count = run.count(10_000_000, 100_000);
  const client = await pool.connect();
  const begun = performance.now();
  let next = count / 10;
  try {
    await client.query('set synchronous_commit = off');
    const batches = yearOf(count, (events) => {
      if (events < next && events < count) return;
      next += count / 10;
      run.sayRate(`${events.toLocaleString('en')} events`, events / sinceSeconds(begun));
    });
    await fillTimes(client, batches);
    await client.query('vacuum analyze');
  } finally {
    client.release();
  }
}
const sinceSeconds = (begun: number): number => (performance.now() - begun) / 1000;

async function sayTables({ pool }: Database, run: Run): Promise<void> {
  for (const table of ['call_times', 'incident_times', 'unit_times', 'task_times']) {
    const { rows } = await pool.query<{ count: number; mb: number; heap: number }>(
      `select count(*)::int as count, pg_total_relation_size('${table}') / 1e6 as mb,
         pg_relation_size('${table}') / 1e6 as heap from ${table}`,
    );
    const { count = 0, mb = 0, heap = 0 } = rows[0] ?? {};
    const size = `${Number(mb).toFixed(0)} MB (${Number(heap).toFixed(0)} MB without indexes)`;
    run.say(`${table}: ${count.toLocaleString('en')} rows, ${size}`);
  }
}

/** Questions of a whole year, each against the bare aggregate of all together in the same run. */
export async function measureIntervals(scope: Scope, run: Run): Promise<readonly Figure[]> {
  const folder = await temporaryFolder(scope);
  const database = await (await startDatabases(scope, folder)).database('intervals');
  await fill(database, run);
  await sayTables(database, run);
  const { pool } = database;
  const figures: Figure[] = [];
  for (const question of questions) {
    await ask(pool, question);
    const { first, second } = await alternate(
      run.count(5, 2),
      { name: nameOf(question), measure: () => timed(() => ask(pool, question)) },
      { name: 'bare', measure: () => timed(() => pool.query(bare(question))) },
      (name, ms) => run.say(`${name}: ${(ms / 1000).toFixed(2)} s`),
    );
    figures.push(timeFigure(nameOf(question), first, second, goal));
  }
  return figures;
}

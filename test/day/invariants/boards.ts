import { type RebuildParts, rebuild } from '@tocsin/projections';
import type pg from 'pg';
import { pino } from 'pino';

async function tablesOf(pool: pg.Pool): Promise<string[]> {
  const { rows } = await pool.query<{ name: string }>(
    `select tablename as name from pg_tables where schemaname = 'live'
       and tablename <> 'checkpoint' order by 1`,
  );
  return rows.map(({ name }) => name);
}

/** Every row of every read model as text, in an order that depends on nothing but the row. */
async function rowsOf(pool: pg.Pool, table: string): Promise<string[]> {
  // Columns that a migration added stand at the end, those of a table made anew where they belong.
  const { rows: columns } = await pool.query<{ names: string }>(
    `select string_agg(quote_ident(column_name), ', ' order by column_name) as names
     from information_schema.columns where table_schema = 'live' and table_name = $1`,
    [table],
  );
  const { rows } = await pool.query<{ row: string }>(
    `select row_to_json(t)::text as row from (select ${columns[0]?.names} from ${table}) t order by 1`,
  );
  return rows.map(({ row }) => row);
}

/** What two rows begin with, and each from a little before they part. */
function whereApart(kept = '', made = ''): string {
  let at = 0;
  while (at < kept.length && kept[at] === made[at]) at += 1;
  const from = Math.max(0, at - 100);
  return `${kept.slice(0, 100)} … ${kept.slice(from, at + 200)} | ${made.slice(from, at + 200)}`;
}

/** [P1] The tables whose rows are not those of a fresh fold of the log, with the first difference. */
export async function differentBoards(
  pool: pg.Pool,
  fresh: pg.Pool,
  store: RebuildParts['store'],
): Promise<string[]> {
  await rebuild({ store, pool: fresh, logger: pino({ level: 'silent' }) });
  const faults: string[] = [];
  for (const table of await tablesOf(pool)) {
    const [kept, made] = [await rowsOf(pool, table), await rowsOf(fresh, table)];
    const at = kept.findIndex((row, index) => row !== made[index]);
    if (at >= 0 || kept.length !== made.length)
      faults.push(
        `${table}: ${kept.length} rows, ${made.length} made anew; ${whereApart(kept[at], made[at])}`,
      );
  }
  return faults;
}

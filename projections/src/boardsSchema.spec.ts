import type pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createNext } from './nextBoards.ts';
import { startTestPostgres, type TestPostgres } from './testPostgres.testkit.ts';

let postgres: TestPostgres;
beforeAll(async () => {
  postgres = await startTestPostgres();
}, 60_000);
afterAll(() => postgres.stop(), 60_000);

const asked = {
  tables: `select relname, relkind, reloptions, pg_get_partkeydef(c.oid) as partitioned from pg_class c
    join pg_namespace n on n.oid = relnamespace
    where nspname = $1 and relkind in ('r', 'p') order by 1`,
  columns: `select relname, attname, format_type(atttypid, atttypmod) as type, attnotnull, attstorage,
      collname, pg_get_expr(adbin, adrelid) as usual
    from pg_attribute join pg_class c on c.oid = attrelid join pg_namespace n on n.oid = relnamespace
      left join pg_collation l on l.oid = attcollation left join pg_attrdef on (adrelid, adnum) = (attrelid, attnum)
    where nspname = $1 and relkind in ('r', 'p') and attnum > 0 and not attisdropped order by 1, 2`,
  indexes: `select indexname, replace(indexdef, $1 || '.', '') as made from pg_indexes
    where schemaname = $1 order by 1`,
  constraints: `select conrelid::regclass::text like '%' as there, conname, contype,
      pg_get_constraintdef(c.oid) as rule
    from pg_constraint c join pg_namespace n on n.oid = connamespace where nspname = $1 order by 2`,
};

async function schemaOf(pool: pg.Pool, schema: string) {
  const found = Object.entries(asked).map(async ([what, query]) => {
    return [what, (await pool.query(query, [schema])).rows] as const;
  });
  return Object.fromEntries(await Promise.all(found));
}

it('[P7] makes the boards beside the live ones as the migrations have made those', async () => {
  const pool = await postgres.database();
  const client = await pool.connect();
  await createNext(client, false);
  client.release();
  const live = await schemaOf(pool, 'live');
  expect(live.tables).not.toEqual([]);
  expect(await schemaOf(pool, 'next')).toEqual(live);
});

import { readFile } from 'node:fs/promises';
import type { ClientBase } from 'pg';
import { boardsVersion } from './boardsVersion.ts';
import type { BoardsSchema } from './openPool.ts';

const ddl = new URL('../sql/boards.sql', import.meta.url);

/**
 * Makes the schema `next` with empty read models. Cursors handed out and changes dropped are those
 * of the boards that are shown, unless they are of `another` log.
 */
export async function createNext(client: ClientBase, another: boolean): Promise<void> {
  const sql = await readFile(ddl, 'utf8');
  await client.query('begin');
  await client.query('create schema next');
  await client.query('set local search_path = next, public');
  await client.query(sql);
  await client.query(
    `insert into next.checkpoint (name, version, newest_position, newest_ordinal, kept_position, kept_ordinal)
     select name, $1, newest_position, newest_ordinal, kept_position, kept_ordinal
     from live.checkpoint where name = 'boards'`,
    [boardsVersion],
  );
  if (another)
    await client.query(
      `update next.checkpoint set newest_position = 0, newest_ordinal = 0, kept_position = 0, kept_ordinal = 0`,
    );
  await client.query('commit');
}

/**
 * Drops read models that nobody is sent to any more. Table by table: who still reads in them is
 * waited for without holding what somebody else waits for.
 */
export async function dropBoards(
  client: ClientBase,
  schema: Exclude<BoardsSchema, 'live'>,
): Promise<void> {
  const found = await client.query<{ name: string }>(
    `select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname = $1 and c.relkind in ('r', 'p') and not c.relispartition`,
    [schema],
  );
  for (const { name } of found.rows) await client.query(`drop table ${name}`);
  await client.query(`drop schema if exists ${schema}`);
}

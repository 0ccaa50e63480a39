import { readdir, readFile } from 'node:fs/promises';
import type { Pool, PoolClient } from 'pg';

/** One level above this module both in src/ and in dist/. */
const folder = new URL('../sql/', import.meta.url);
/** Two processes that start together migrate one after the other. */
const MIGRATION_LOCK = 7_219_840_001n;

interface Migration {
  readonly number: number;
  readonly file: string;
}

export class SchemaNewer extends Error {
  readonly code = 'SCHEMA_NEWER';
  override readonly name = 'SchemaNewer';
}

/**
 * Brings the database to this version's schema.
 *
 * @throws SchemaNewer (code `SCHEMA_NEWER`) when a newer version of Tocsin has used the database.
 */
export async function migrate(pool: Pool): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    await migrateLocked(client);
    await client.query('select pg_advisory_unlock($1)', [MIGRATION_LOCK]);
    client.release();
  } catch (error) {
    client.release(true);
    throw error;
  }
}

async function migrateLocked(client: PoolClient): Promise<void> {
  await client.query(
    `create table if not exists public.migration (
       number int primary key, file text not null, applied_at timestamptz not null default now())`,
  );
  const found = await client.query<{ number: number }>('select number from public.migration');
  const applied = new Set(found.rows.map(({ number }) => number));
  const current = Math.max(0, ...applied);
  const migrations = await listMigrations();
  const newest = migrations.at(-1)?.number ?? 0;
  if (current > newest) {
    throw new SchemaNewer(
      `The database has schema ${current} of a newer version of Tocsin; this version knows schemas up to ${newest}.`,
    );
  }
  for (const migration of migrations) {
    // By number and not by the newest: one that was written beside it may come after it.
    if (!applied.has(migration.number)) await apply(client, migration);
  }
}

async function listMigrations(): Promise<readonly Migration[]> {
  const files = (await readdir(folder)).filter((file) => /^\d{3}_\w+\.sql$/.test(file)).sort();
  return files.map((file) => ({ number: Number(file.slice(0, 3)), file }));
}

async function apply(client: PoolClient, { number, file }: Migration): Promise<void> {
  const sql = await readFile(new URL(file, folder), 'utf8');
  await client.query('begin');
  await client.query(sql);
  await client.query('insert into public.migration (number, file) values ($1, $2)', [number, file]);
  await client.query('commit');
}

import {
  chmodSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { processIdentity } from '../../bin/fileLock.mjs';
import { type Postgres, startPostgres } from './startPostgres.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tocsin-spec-'));
  // PostgreSQL's own account passes through when we are root.
  chmodSync(folder, 0o711);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const start = (notes: string[] = []): Promise<Postgres> =>
  startPostgres({
    dataDir: join(folder, 'pg'),
    logDir: join(folder, 'logs'),
    note: (text) => notes.push(text),
  });

async function query(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

const pidOf = (): number =>
  Number(readFileSync(join(folder, 'pg/data/postmaster.pid'), 'utf8').split('\n')[0]);

describe('the embedded PostgreSQL', () => {
  it('keeps what was committed across a restart and leaves no process', async () => {
    const first = await start();
    const pid = pidOf();
    await query(first.url, 'CREATE TABLE kept AS SELECT 42 AS answer');
    await first.close();
    expect(processIdentity(pid)).toBeUndefined();
    const second = await start();
    expect(await query(second.url, 'SELECT answer FROM kept')).toEqual([{ answer: 42 }]);
    await second.close();
  });

  it('listens on no port, asks for a password and syncs to disk', async () => {
    const server = await start();
    const shown = await query(
      server.url,
      `SELECT current_setting('listen_addresses') AS listen, current_setting('fsync') AS fsync,
              current_setting('synchronous_commit') AS commit`,
    );
    expect(shown).toEqual([{ listen: '', fsync: 'on', commit: 'on' }]);
    const wrong = server.url.replace(/:[^:@]+@/, ':guess@');
    await expect(query(wrong, 'SELECT 1')).rejects.toMatchObject({ code: '28P01' });
    expect(statSync(join(folder, 'pg/password')).mode & 0o777).toBe(0o600);
    await server.close();
  });

  it('stops the server that a killed start left behind', async () => {
    const earlier = await start();
    const pid = pidOf();
    // Its lifeline is cut only when this process ends, so a second start meets it alive.
    const notes: string[] = [];
    const later = await start(notes);
    expect(notes.join()).toContain(String(pid));
    expect(processIdentity(pid)).toBeUndefined();
    expect(await earlier.ended).toBe('0');
    expect(await query(later.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    await later.close();
  });

  it('moves the data of another major version aside and makes it anew', async () => {
    writeFileSync(join(folder, 'pg/data/PG_VERSION'), '15\n');
    const notes: string[] = [];
    const server = await start(notes);
    await server.close();
    const aside = readdirSync(join(folder, 'pg')).filter((name) => name.startsWith('data.15.'));
    expect(aside).toHaveLength(1);
    expect(notes.join()).toContain(aside[0]);
  });

  it('says in one sentence why it did not start', async () => {
    const settings = join(folder, 'pg/data/postgresql.conf');
    const before = readFileSync(settings, 'utf8');
    writeFileSync(settings, `${before}\nno_such_setting = 1\n`);
    await expect(start()).rejects.toMatchObject({ name: 'UserError' });
    const logged = readFileSync(join(folder, 'logs/postgres.log'), 'utf8');
    expect(logged).toContain('no_such_setting');
    writeFileSync(settings, before);
  });
});

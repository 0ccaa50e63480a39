import { readdir, readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { migrate } from './migrate.ts';
import { logOf } from './randomLog.testkit.ts';
import { startRunner } from './runner.ts';
import { boards, caughtUp, silent as logger } from './spec.testkit.ts';
import { startTestPostgres, type TestPostgres } from './testPostgres.testkit.ts';

let postgres: TestPostgres;
beforeAll(async () => {
  postgres = await startTestPostgres();
}, 60_000);
afterAll(() => postgres.stop(), 60_000);

describe('migrate', () => {
  it('can run twice at once and again later', async () => {
    const pool = await postgres.emptyDatabase();
    await Promise.all([migrate(pool), migrate(pool)]);
    await migrate(pool);
    const found = await pool.query('select file from migration order by number');
    const files = await readdir(new URL('../sql/', import.meta.url));
    const numbered = files.filter((file) => /^\d/.test(file)).sort();
    expect(found.rows).toEqual(numbered.map((file) => ({ file })));
  });

  it('[P1] has the read models of an older schema made again from the log', async () => {
    const folder = new URL('../sql/', import.meta.url);
    const pool = await postgres.emptyDatabase();
    await pool.query(
      'create table migration (number int, file text, applied_at timestamptz default now())',
    );
    for (const file of (await readdir(folder)).sort().slice(0, 5)) {
      await pool.query(await readFile(new URL(file, folder), 'utf8'));
      await pool.query('insert into migration values ($1, $2)', [Number(file.slice(0, 3)), file]);
    }
    await pool.query(
      `update checkpoint set position = 20, event_position = 20, events = 3 where name = 'boards'`,
    );
    await pool.query(`insert into unit_row values ('xinghe.E9', 'xinghe', 'fire', '{}')`);
    await migrate(pool);
    const log = logOf([1, 2, 3, 4].map((kind) => ({ incident: 0, kind, task: 0, who: 0 })));
    const fresh = await postgres.database();
    for (const one of [pool, fresh]) {
      const runner = await startRunner({ store: log.store, pool: one, logger, policies: [] });
      await caughtUp(one, log);
      await runner.stop();
    }
    expect(await boards(pool)).toEqual(await boards(fresh));
  });

  it('applies one that was written beside a newer one', async () => {
    const pool = await postgres.database();
    await pool.query('drop table access_row');
    await pool.query('delete from migration where number = 10');
    await migrate(pool);
    expect((await pool.query('select from access_row')).rowCount).toBe(0);
  });

  it("refuses a newer version's schema", async () => {
    const pool = await postgres.database();
    await pool.query(`insert into migration (number, file) values (999, '999_later.sql')`);
    await expect(migrate(pool)).rejects.toMatchObject({
      code: 'SCHEMA_NEWER',
      message: expect.stringContaining('schema 999 of a newer version'),
    });
  });
});

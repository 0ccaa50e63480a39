import { readdir } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { migrate } from './migrate.ts';
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
    expect(found.rows).toEqual(files.sort().map((file) => ({ file })));
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

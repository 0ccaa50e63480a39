import type { Db } from './snapshot.ts';

/** Which version of the projections made the boards that are shown. */
export async function boardsMadeBy(db: Db): Promise<number> {
  const found = await db.query<{ version: number }>({
    name: 'boards-made-by',
    text: `select version from checkpoint where name = 'boards'`,
  });
  const row = found.rows[0];
  if (!row) throw new Error('The database has no checkpoint of the boards: it was not migrated.');
  return row.version;
}

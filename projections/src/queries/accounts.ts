import type { Db } from './snapshot.ts';

/** Everybody who was ever appointed, by account; those who were dismissed as well. */
export async function accounts(db: Db): Promise<readonly string[]> {
  const found = await db.query<{ account: string }>(
    'select account from person order by account collate "C"',
  );
  return found.rows.map(({ account }) => account);
}

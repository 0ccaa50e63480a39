import type { PersonRow } from './rows.ts';
import type { Db } from './snapshot.ts';

/** The accounts of the demo city's made-up people, in the order of appointment. */
export async function demoAccounts(db: Db): Promise<readonly PersonRow[]> {
  const found = await db.query<{ row: PersonRow }>(
    `select row from person where (row ->> 'demo')::boolean and row ->> 'dismissed' is null order by appointed`,
  );
  return found.rows.map(({ row }) => row);
}

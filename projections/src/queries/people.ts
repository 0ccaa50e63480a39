import type { PersonRow } from './rows.ts';
import type { Db } from './snapshot.ts';

/** Somebody who can be given a role or a corrective action. */
export type PersonEntry = Pick<PersonRow, 'account' | 'name' | 'roles' | 'department'>;

/** Everybody of a city who was not dismissed, by account. */
export async function people(db: Db, city: string): Promise<readonly PersonEntry[]> {
  const found = await db.query<{ row: PersonRow }>(
    `select row from person where row ->> 'dismissed' is null
       and ((row -> 'cities')::jsonb ? $1 or (row -> 'cities')::jsonb ? '*') order by account`,
    [city],
  );
  return found.rows.map(({ row: { account, name, roles, department } }) => ({
    account,
    name,
    roles,
    ...(department === undefined ? {} : { department }),
  }));
}

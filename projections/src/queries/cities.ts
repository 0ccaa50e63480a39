import type { Localized } from '@tocsin/domain';
import type { CityRow } from './rows.ts';
import type { Db } from './snapshot.ts';

export interface CitySummary {
  readonly id: string;
  readonly name: Localized;
  readonly demo: boolean;
}

/** Every city, in the order of founding. */
export async function cities(db: Db): Promise<readonly CitySummary[]> {
  const found = await db.query<CitySummary>(
    `select id, profile -> 'name' as name, (profile ->> 'demo')::boolean as demo
     from city order by founded`,
  );
  return found.rows;
}

/** A city's whole profile; undefined when there is no such city. */
export async function cityProfile(db: Db, id: string): Promise<CityRow | undefined> {
  const found = await db.query<{ profile: CityRow }>('select profile from city where id = $1', [
    id,
  ]);
  return found.rows[0]?.profile;
}

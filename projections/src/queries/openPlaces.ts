import type { Place } from '@tocsin/domain';
import type { Db } from './snapshot.ts';

/** Where a city's open incidents are, the newest first, at most `limit`. */
export async function openPlaces(
  db: Db,
  city: string,
  limit: number,
): Promise<readonly { readonly id: string; readonly place: Place }[]> {
  const found = await db.query<{ id: string; place: Place }>(
    `select id, row -> 'place' as place from incident_row
     where city = $1 and ended is null order by number desc limit $2`,
    [city, limit],
  );
  return found.rows;
}

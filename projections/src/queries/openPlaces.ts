import type { IncidentRow } from './rows.ts';
import type { Db } from './snapshot.ts';

export type OpenPlace = Pick<IncidentRow, 'id' | 'number' | 'what' | 'status' | 'place'>;

/** Where a city's open incidents are and what they are, the newest first, at most `limit`. */
export async function openPlaces(
  db: Db,
  city: string,
  limit: number,
): Promise<readonly OpenPlace[]> {
  const found = await db.query<{ row: IncidentRow }>(
    `select row from incident_row
     where city = $1 and ended is null order by number desc limit $2`,
    [city, limit],
  );
  return found.rows.map(({ row: { id, number, what, status, place } }) => ({
    id,
    number,
    what,
    status,
    place,
  }));
}

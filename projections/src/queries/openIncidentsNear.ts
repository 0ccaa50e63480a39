import type { Place } from '@tocsin/domain';
import type { IncidentRow } from './rows.ts';
import type { Db } from './snapshot.ts';

/** The newest of them are looked at only: more than that are not open at once. */
const most = 2_000;
const metresADegree = 111_195;

/**
 * A city's open incidents in the square around a place, and those without coordinates: rough, so
 * that whoever compares them reads few rows.
 */
export async function openIncidentsNear(
  db: Db,
  city: string,
  { lon, lat }: Place,
  metres: number,
): Promise<readonly IncidentRow[]> {
  const open = 'select row from incident_row where city = $1 and ended is null';
  const newest = 'order by number desc limit $2';
  if (lon === undefined || lat === undefined) {
    const found = await db.query<{ row: IncidentRow }>(`${open} ${newest}`, [city, most]);
    return found.rows.map(({ row }) => row);
  }
  const north = metres / metresADegree;
  const east = north / Math.max(Math.cos((lat * Math.PI) / 180), 0.01);
  const found = await db.query<{ row: IncidentRow }>(
    `${open} and (row #> '{place,lat}' is null
       or ((row #>> '{place,lat}')::float between $3 and $4
         and (row #>> '{place,lon}')::float between $5 and $6)) ${newest}`,
    [city, most, lat - north, lat + north, lon - east, lon + east],
  );
  return found.rows.map(({ row }) => row);
}

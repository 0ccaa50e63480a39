import type { Db } from './snapshot.ts';

/** The incident's running number in its city; undefined when the boards don't have it yet. */
export async function incidentNumber(db: Db, id: string): Promise<number | undefined> {
  const found = await db.query<{ number: number }>(
    'select number from incident_row where id = $1',
    [id],
  );
  return found.rows[0]?.number;
}

/** The id of the incident that has a number in a city; undefined when there is none. */
export async function incidentOfNumber(
  db: Db,
  city: string,
  number: number,
): Promise<string | undefined> {
  const found = await db.query<{ id: string }>(
    'select id from incident_row where city = $1 and number = $2',
    [city, number],
  );
  return found.rows[0]?.id;
}

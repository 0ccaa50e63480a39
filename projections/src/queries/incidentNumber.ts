import type { Db } from './snapshot.ts';

/** The incident's running number in its city; undefined when the boards don't have it yet. */
export async function incidentNumber(db: Db, id: string): Promise<number | undefined> {
  const found = await db.query<{ number: number }>(
    'select number from incident_row where id = $1',
    [id],
  );
  return found.rows[0]?.number;
}

import type { UnitRow } from './rows.ts';
import { type Db, type Snapshot, snapshot } from './snapshot.ts';

/** A city's units, or those of one department, by id. At most `limit` rows. */
export function unitRows(
  db: Db,
  { city, department, limit }: { city: string; department?: string; limit: number },
): Promise<Snapshot<UnitRow>> {
  const rows = `select row from unit_row
    where city = $1 and ($2::text is null or department = $2) and ended is null
    order by id limit $3`;
  return snapshot(db, rows, [city, department ?? null, limit]);
}

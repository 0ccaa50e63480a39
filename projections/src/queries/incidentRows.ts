import type { IncidentRow } from './rows.ts';
import { type Db, type Snapshot, snapshot } from './snapshot.ts';

/**
 * A city's incident board, highest number first; with `closed` its closed and cancelled incidents
 * instead, the last to end first. At most `limit` rows.
 */
export function incidentRows(
  db: Db,
  { city, closed, limit }: { city: string; closed: boolean; limit: number },
): Promise<Snapshot<IncidentRow>> {
  const rows = closed
    ? 'select row from incident_row where city = $1 and ended is not null order by ended desc limit $2'
    : 'select row from incident_row where city = $1 and ended is null order by number desc limit $2';
  return snapshot(db, rows, [city, limit]);
}

import type { Revision } from '@tocsin/domain';
import type { TimelineRow } from './rows.ts';
import { type Db, type Snapshot, snapshot } from './snapshot.ts';

/** An incident's timeline, oldest first, from revision `from` on (default the first). */
export function timelineRows(
  db: Db,
  { incident, from }: { incident: string; from?: Revision },
): Promise<Snapshot<TimelineRow>> {
  const rows =
    'select row::json from timeline_row where incident = $1 and revision >= $2 order by revision';
  return snapshot(db, rows, [incident, from ?? 0n]);
}

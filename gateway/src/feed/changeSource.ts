import {
  type Changes,
  type ChangesWanted,
  type Cursor,
  changesAfter,
  newestCursor,
} from '@tocsin/projections/queries';
import type { Pool } from 'pg';

/** Where the feed reads what changed. */
export interface ChangeSource {
  /** Changes after a cursor, in order, none left out. */
  read(wanted: ChangesWanted): Promise<Changes>;
  /** The newest cursor ever given out. */
  newest(): Promise<Cursor>;
}

export const changeLog = (pool: Pool): ChangeSource => ({
  read: (wanted) => changesAfter(pool, wanted),
  newest: () => newestCursor(pool),
});

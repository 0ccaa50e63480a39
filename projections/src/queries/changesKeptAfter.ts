import { type Cursor, compareCursors, formatCursor } from './cursor.ts';
import type { Db } from './snapshot.ts';

/** The cursor after which every change is kept; who stands before it can't be given what came since. */
export async function changesKeptAfter(db: Db): Promise<Cursor> {
  const found = await db.query<{ kept_position: string; kept_ordinal: number }>(
    `select kept_position, kept_ordinal from checkpoint where name = 'boards'`,
  );
  const row = found.rows[0];
  if (!row) throw new Error('The database has no checkpoint of the boards: it was not migrated.');
  return formatCursor(row.kept_position, row.kept_ordinal);
}

/** The cursor after which a console can go on with the rows that it has: what it missed is kept, of the same boards. */
export async function resumableAfter(db: Db): Promise<Cursor> {
  const found = await db.query<{ same_position: string; same_ordinal: number }>(
    `select same_position, same_ordinal from checkpoint where name = 'boards'`,
  );
  const kept = await changesKeptAfter(db);
  const row = found.rows[0];
  const same = row ? formatCursor(row.same_position, row.same_ordinal) : kept;
  return compareCursors(kept, same) < 0 ? same : kept;
}

import { type Cursor, formatCursor } from './cursor.ts';
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

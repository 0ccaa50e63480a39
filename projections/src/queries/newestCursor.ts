import { type Cursor, formatCursor } from './cursor.ts';
import type { Db } from './snapshot.ts';

/**
 * The newest cursor ever handed out: one behind it is of the future. A rebuild doesn't lower it,
 * so a console's cursor stays valid while the boards are made again.
 */
export async function newestCursor(db: Db): Promise<Cursor> {
  const found = await db.query<{ newest_position: string; newest_ordinal: number }>(
    `select newest_position, newest_ordinal from checkpoint where name = 'boards'`,
  );
  const row = found.rows[0];
  if (!row) throw new Error('The database has no checkpoint of the boards: it was not migrated.');
  return formatCursor(row.newest_position, row.newest_ordinal);
}

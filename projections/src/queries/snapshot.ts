import { type Position, position } from '@tocsin/domain';
import type { ClientBase, Pool } from 'pg';
import { type Cursor, formatCursor } from './cursor.ts';

/** Anything that SQL can be sent to. */
export type Db = Pool | ClientBase;

/** What the boards are true for. */
export interface BoardsAt {
  /** The cursor after which the changes not contained follow. */
  readonly cursor: Cursor;
  /** The log position up to which everything is contained; 0n while there is nothing. */
  readonly position: Position;
  /** The recorded time of the last event contained, ISO 8601; undefined while there is none. */
  readonly asOf: string | undefined;
}

export interface Snapshot<Row> extends BoardsAt {
  readonly rows: readonly Row[];
}

interface AtColumns {
  readonly position: string | null;
  readonly event_at: Date | null;
  readonly cursor_position: string;
  readonly cursor_ordinal: number;
}

/** The columns of `checkpoint c` that say what the boards are true for. */
export const atColumns = 'c.position, c.event_at, c.cursor_position, c.cursor_ordinal';

export function boardsAtOf(columns: AtColumns | undefined): BoardsAt {
  if (!columns)
    throw new Error('The database has no checkpoint of the boards: it was not migrated.');
  return {
    cursor: formatCursor(columns.cursor_position, columns.cursor_ordinal),
    position: position(columns.position ?? 0),
    asOf: columns.event_at?.toISOString(),
  };
}

/**
 * Rows together with what they are true for, from one statement and so from one moment.
 *
 * @param rows a select with one column `row`
 */
export async function snapshot<Row>(
  db: Db,
  rows: string,
  values: readonly unknown[],
): Promise<Snapshot<Row>> {
  const found = await db.query<AtColumns & { readonly row: Row | null }>(
    `select ${atColumns}, found.row
     from checkpoint c left join lateral (${rows}) found on true where c.name = 'boards'`,
    [...values],
  );
  const all = found.rows.flatMap(({ row }) => (row === null ? [] : [row]));
  return { rows: all, ...boardsAtOf(found.rows[0]) };
}

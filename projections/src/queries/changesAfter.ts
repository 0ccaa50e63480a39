import { type Position, position } from '@tocsin/domain';
import type { ActionRow } from './actionRows.ts';
import { type Cursor, compareCursors, cursorParts, formatCursor } from './cursor.ts';
import type { Board, IncidentRow, TaskRow, UnitRow } from './rows.ts';
import { atColumns, type BoardsAt, boardsAtOf, type Db } from './snapshot.ts';
import type { StreamRows } from './streamRows.ts';

/** The rows of each board. */
export interface RowOf extends StreamRows {
  readonly incident: IncidentRow;
  readonly task: TaskRow;
  readonly unit: UnitRow;
  readonly action: ActionRow;
}

/** One change of one row; `row` is null when it left its board. */
export type BoardChange = {
  readonly [B in Board]: {
    readonly board: B;
    readonly key: string;
    readonly city: string;
    readonly department: string | undefined;
    readonly row: RowOf[B] | null;
    readonly cursor: Cursor;
    readonly position: Position;
    /** When the event was recorded, ISO 8601. */
    readonly recordedAt: string;
  };
}[Board];

export interface Changes extends BoardsAt {
  readonly changes: readonly BoardChange[];
  /** The limit was reached: `cursor`, `position` and `asOf` are those of the last change given. */
  readonly more: boolean;
}

export interface ChangesWanted {
  /** Only changes behind this cursor. */
  readonly after: Cursor;
  /** Only changes up to and with this one. */
  readonly upTo?: Cursor;
  /** Default: all of them. */
  readonly boards?: readonly Board[];
  readonly city?: string;
  readonly department?: string;
  readonly limit: number;
}

export interface ChangeColumns {
  readonly board: Board | null;
  readonly key: string;
  readonly city: string;
  readonly department: string | null;
  readonly row: string | null;
  readonly at: string;
  readonly ordinal: number;
  readonly recorded_at: Date;
}

const statement = `
select ${atColumns}, found.*
from checkpoint c left join lateral (
  select board, key, city, department, row, position as at, ordinal, recorded_at
  from change
  where position >= $1::bigint and (position, ordinal) > ($1::bigint, $2::int)
    and ($3::bigint is null or (position, ordinal) <= ($3::bigint, $4::int))
    and ($5::text[] is null or board = any($5::text[]))
    and ($6::text is null or city = $6)
    and ($7::text is null or department = $7)
  order by position, ordinal limit $8
) found on true where c.name = 'boards' order by found.at, found.ordinal`;

/**
 * Changes in log order, none left out, at most `limit`. Continue from the answer's `cursor`: that
 * of the last change given when there are more, else `upTo` or the newest one.
 */
export async function changesAfter(db: Db, wanted: ChangesWanted): Promise<Changes> {
  const after = cursorParts(wanted.after);
  const upTo = wanted.upTo === undefined ? undefined : cursorParts(wanted.upTo);
  const found = await db.query<ChangeColumns & Parameters<typeof boardsAtOf>[0]>({
    name: 'changes-after',
    text: statement,
    values: [
      after.position,
      after.ordinal,
      upTo?.position ?? null,
      upTo?.ordinal ?? null,
      wanted.boards ?? null,
      wanted.city ?? null,
      wanted.department ?? null,
      wanted.limit,
    ],
  });
  const changes = found.rows.flatMap((row) => (row.board === null ? [] : [changeOf(row)]));
  const last = changes.at(-1);
  const at = boardsAtOf(found.rows[0]);
  if (!last || changes.length < wanted.limit) {
    const beyond = wanted.upTo !== undefined && compareCursors(wanted.upTo, at.cursor) < 0;
    return { changes, more: false, ...at, cursor: beyond ? wanted.upTo : at.cursor };
  }
  const { cursor, position: reached, recordedAt: asOf } = last;
  return { changes, more: true, cursor, position: reached, asOf };
}

export function changeOf(columns: ChangeColumns & { readonly board: Board | null }): BoardChange {
  const { board, key, city, department, row, at, ordinal, recorded_at: recordedAt } = columns;
  if (board === null) throw new Error('A change has no board.');
  return {
    board,
    key,
    city,
    department: department ?? undefined,
    row: row === null ? null : JSON.parse(row),
    cursor: formatCursor(at, ordinal),
    position: position(at),
    recordedAt: recordedAt.toISOString(),
  };
}

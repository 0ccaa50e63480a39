import { type BoardChange, type ChangeColumns, changeOf } from './changesAfter.ts';
import { type Cursor, cursorParts } from './cursor.ts';
import type { Board } from './rows.ts';
import { atColumns, type BoardsAt, boardsAtOf, type Db } from './snapshot.ts';

export interface DifferenceWanted {
  readonly after: Cursor;
  readonly board: Board;
  readonly city: string;
  /** Left out: every department's rows. */
  readonly department?: string;
  /** At most so many rows. */
  readonly limit: number;
}

/** What changed on a board since a cursor, the newest change of each row, in log order. */
export interface Difference extends BoardsAt {
  readonly changes: readonly BoardChange[];
  /** Changes in between were left out. */
  readonly conflated: boolean;
}

const statement = `
select ${atColumns}, found.*
from checkpoint c left join lateral (
  select ch.board, ch.key, ch.city, ch.department, ch.row, ch.position as at, ch.ordinal,
    ch.recorded_at, newest.times
  from (
    select distinct on (key) position, ordinal, count(*) over (partition by key)::int as times
    from change
    where position >= $1::bigint and (position, ordinal) > ($1::bigint, $2::int) and board = $3 and city = $4
      and ($5::text is null or department = $5)
    order by key, position desc, ordinal desc limit $6
  ) newest join change ch using (position, ordinal)
) found on true where c.name = 'boards' order by found.at, found.ordinal`;

type Columns = ChangeColumns & Parameters<typeof boardsAtOf>[0] & { readonly times: number };

/**
 * The newest change of each row since a cursor, with what the boards are then true for; undefined
 * when more than `limit` rows have changed.
 */
export async function changeDifference(
  db: Db,
  { after, board, city, department, limit }: DifferenceWanted,
): Promise<Difference | undefined> {
  const { position, ordinal } = cursorParts(after);
  const { rows } = await db.query<Columns>({
    name: 'change-difference',
    text: statement,
    values: [position, ordinal, board, city, department ?? null, limit + 1],
  });
  if (rows.length > limit) return undefined;
  const changes = rows.flatMap((row) => (row.board === null ? [] : [changeOf(row)]));
  return { changes, conflated: rows.some(({ times }) => times > 1), ...boardsAtOf(rows[0]) };
}

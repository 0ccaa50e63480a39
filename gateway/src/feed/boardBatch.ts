import type { Board, BoardChange, BoardsAt, Cursor } from '@tocsin/projections/queries';

export type RowOf<B extends Board> = NonNullable<Extract<BoardChange, { board: B }>['row']>;
export type BoardRow = RowOf<Board>;

/** What is sent of a board at once. */
export interface BoardBatch<Row = BoardRow> {
  /** The rows that changed, each once, in its newest state; in a snapshot all rows there are. */
  readonly rows: readonly Row[];
  /** Ids of rows that left the board, or don't match the filter any more. */
  readonly removed: readonly string[];
  /** Everything up to here is contained. */
  readonly cursor: Cursor;
  readonly position: bigint;
  readonly asOf: string | undefined;
  /** A state in between was left out. */
  readonly conflated: boolean;
  /** Rows that are not in it are on the board no more. */
  readonly snapshot: boolean;
}

/** Which rows a room is about. Without a department: those of every department. */
export interface BoardScope {
  readonly board: Board;
  readonly city: string;
  readonly department?: string;
  /** The filter; left out: every row. */
  readonly matches?: (row: BoardRow) => boolean;
}

export const isIn = (scope: BoardScope, change: BoardChange): boolean =>
  change.board === scope.board &&
  change.city === scope.city &&
  (scope.department === undefined || change.department === scope.department);

/** The batch that these changes, one a key, amount to. */
export function changesBatch(
  { matches }: BoardScope,
  changes: readonly BoardChange[],
  { cursor, position, asOf }: BoardsAt,
  conflated: boolean,
): BoardBatch {
  const rows: BoardRow[] = [];
  const removed: string[] = [];
  for (const { key, row } of changes) {
    if (row !== null && (matches === undefined || matches(row))) rows.push(row);
    else removed.push(key);
  }
  return { rows, removed, cursor, position, asOf, conflated, snapshot: false };
}

/** The batch that replaces whatever was known before. */
export function snapshotBatch(
  { matches }: BoardScope,
  rows: readonly BoardRow[],
  { cursor, position, asOf }: BoardsAt,
): BoardBatch {
  const wanted = matches ? rows.filter(matches) : rows;
  return { rows: wanted, removed: [], cursor, position, asOf, conflated: false, snapshot: true };
}

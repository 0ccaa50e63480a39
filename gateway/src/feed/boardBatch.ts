import type { Board, BoardChange, Cursor } from '@tocsin/projections/queries';

type RowOf<B extends Board> = NonNullable<Extract<BoardChange, { board: B }>['row']>;

/** What changed on a board since a cursor: every changed row once, in its newest state. */
export interface BoardBatch<B extends Board> {
  readonly rows: readonly RowOf<B>[];
  /** Keys of rows that left the board. */
  readonly removed: readonly string[];
  /** Everything up to here is contained. */
  readonly cursor: Cursor;
  readonly position: bigint;
  readonly asOf: string | undefined;
  /** A row changed more than once meanwhile, and only its newest state is here. */
  readonly conflated: boolean;
}

/** Which rows a subscription is about. Without a department: those of every department. */
export interface BoardScope<B extends Board = Board> {
  readonly board: B;
  readonly city: string;
  readonly department?: string;
}

export const isIn = (scope: BoardScope, change: BoardChange): boolean =>
  change.board === scope.board &&
  change.city === scope.city &&
  (scope.department === undefined || change.department === scope.department);

const isOf = <B extends Board>(
  board: B,
  change: BoardChange,
): change is Extract<BoardChange, { board: B }> => change.board === board;

/** The rows and the removed keys that these changes, one a key, amount to. */
export function rowsOf<B extends Board>(
  board: B,
  changes: Iterable<BoardChange>,
): Pick<BoardBatch<B>, 'rows' | 'removed'> {
  const rows: RowOf<B>[] = [];
  const removed: string[] = [];
  for (const change of changes) {
    if (!isOf(board, change)) continue;
    if (change.row === null) removed.push(change.key);
    else rows.push(change.row as RowOf<B>);
  }
  return { rows, removed };
}

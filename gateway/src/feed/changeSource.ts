import {
  actionRows,
  type Changes,
  type ChangesWanted,
  type Cursor,
  changeDifference,
  changesAfter,
  type Difference,
  type DifferenceWanted,
  incidentRows,
  newestCursor,
  resumableAfter,
  type Snapshot,
  streamRows,
  taskRows,
  unitRows,
} from '@tocsin/projections/queries';
import type { Pool } from 'pg';
import type { BoardRow, BoardScope } from './boardBatch.ts';

/** Where the feed reads what changed, and the boards themselves. */
export interface ChangeSource {
  /** Changes after a cursor, in order, none left out. */
  read(wanted: ChangesWanted): Promise<Changes>;
  /** The newest change of each row after a cursor; undefined: of more rows than wanted. */
  difference(wanted: DifferenceWanted): Promise<Difference | undefined>;
  /** Every row of a board. */
  board(scope: BoardScope): Promise<Snapshot<BoardRow>>;
  /** The newest cursor ever given out. */
  newest(): Promise<Cursor>;
  /** Changes up to here may be gone: an older cursor can't be resumed. */
  resumableAfter(): Promise<Cursor>;
}

/** The most rows that a board is given out with. */
const mostRows = 10_000;

export const changeLog = (pool: Pool): ChangeSource => ({
  read: (wanted) => changesAfter(pool, wanted),
  difference: (wanted) => changeDifference(pool, wanted),
  board: (scope) => boardRows(pool, scope),
  newest: () => newestCursor(pool),
  resumableAfter: () => resumableAfter(pool),
});

function boardRows(
  pool: Pool,
  { board, city, department }: BoardScope,
): Promise<Snapshot<BoardRow>> {
  const wanted = { city, limit: mostRows, ...(department === undefined ? {} : { department }) };
  switch (board) {
    case 'incident':
      return incidentRows(pool, { ...wanted, closed: false });
    case 'task':
      return taskRows(pool, { ...wanted, department: department ?? '', ended: false });
    case 'unit':
      return unitRows(pool, wanted);
    case 'action':
      return actionRows(pool, { ...wanted, ended: false });
    default:
      return streamRows(pool, board, wanted);
  }
}

import type { Cursor } from '@tocsin/projections/queries';
import type { BoardBatch, BoardRow, BoardScope } from './boardBatch.ts';

/**
 * What a board's subscription resolves to: not the batches, but what the feed needs to know to let
 * the socket into the room where they are made. Its type tells GraphQL what the batches are.
 */
export class BoardSource<Row = BoardRow> implements AsyncIterable<BoardBatch<Row>> {
  /** With the department that the viewer's reach ends at. */
  readonly scope: BoardScope;
  /** Undefined: from a snapshot on. */
  readonly after: Cursor | undefined;

  constructor(scope: BoardScope, after: Cursor | undefined) {
    this.scope = scope;
    this.after = after;
  }

  /** Nothing comes this way. */
  async *[Symbol.asyncIterator](): AsyncGenerator<BoardBatch<Row>> {}
}

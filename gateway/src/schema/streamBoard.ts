import { type StreamBoard, type StreamRows, streamRows } from '@tocsin/projections/queries';
import type { BoardBatch } from '../feed/boardBatch.ts';
import { boardActions, citySubject } from '../rules/index.ts';
import { awaitPosition, boardSource, checkedLimit, demand } from './board.ts';
import { boardType, changesType, type RowType } from './boardTypes.ts';
import { builder } from './builder.ts';
import { boardAsOf, MomentInput } from './moment.ts';
import { playedField } from './played.ts';

interface StreamBoardFields<B extends StreamBoard> {
  readonly board: B;
  /** As in the schema: `Warning` gives `WarningBoard`, `WarningChanges`. */
  readonly name: string;
  /** The query; the subscription is `<name>Changes`. */
  readonly query: string;
  readonly row: RowType<StreamRows[B]>;
}

/** The query and the subscription of a board that has one row a stream. */
export function streamBoardFields<B extends StreamBoard>(fields: StreamBoardFields<B>): void {
  const { board, name, query, row } = fields;
  const Board = boardType(name, row);
  const Changes = changesType(name, row);
  playedField({ query, board, changes: Changes });
  builder.queryField(query, (t) =>
    t.field({
      type: Board,
      args: {
        city: t.arg.id(),
        ended: t.arg.boolean({ required: false, defaultValue: false }),
        limit: t.arg.int({ required: false, defaultValue: 500 }),
        waitFor: t.arg({ type: 'Position', required: false }),
        asOf: t.arg({ type: MomentInput, required: false }),
      },
      resolve: async (_root, { city, ended, limit, waitFor, asOf }, context) => {
        demand(context, boardActions[board], citySubject(city));
        const most = checkedLimit(limit, 500);
        await awaitPosition(context, waitFor);
        const wanted = { city, ended: ended ?? false, limit: most };
        if (asOf) return boardAsOf(context, { board, ...wanted }, asOf);
        return streamRows(context.parts.pool, board, wanted);
      },
    }),
  );
  builder.subscriptionField(`${board}Changes`, (t) =>
    t.field({
      type: Changes,
      args: { city: t.arg.id(), after: t.arg({ type: 'Cursor', required: false }) },
      subscribe: (_root, { city, after }, context) => {
        demand(context, boardActions[board], citySubject(city));
        return boardSource(context, { board, city }, after);
      },
      resolve: (batch) => batch as unknown as BoardBatch<StreamRows[B]>,
    }),
  );
}

import type { ObjectRef } from '@pothos/core';
import {
  type Snapshot,
  type StreamBoard,
  type StreamRows,
  streamRows,
} from '@tocsin/projections/queries';
import type { BoardBatch } from '../feed/boardBatch.ts';
import { boardActions, citySubject } from '../rules/index.ts';
import { awaitPosition, checkedLimit, demand, visibleTo } from './board.ts';
import { builder, type SchemaTypes } from './builder.ts';

interface StreamBoardFields<B extends StreamBoard> {
  readonly board: B;
  /** As in the schema: `Warning` gives `WarningBoard`, `WarningChanges`. */
  readonly name: string;
  /** The query; the subscription is `<name>Changes`. */
  readonly query: string;
  readonly row: ObjectRef<
    PothosSchemaTypes.ExtendDefaultTypes<SchemaTypes>,
    StreamRows[B],
    StreamRows[B]
  >;
}

/** The query and the subscription of a board that has one row a stream. */
export function streamBoardFields<B extends StreamBoard>(fields: StreamBoardFields<B>): void {
  const { board, name, query, row } = fields;
  const Board = builder.objectRef<Snapshot<StreamRows[B]>>(`${name}Board`).implement({
    fields: (t) => ({
      rows: t.field({ type: [row], resolve: ({ rows }) => [...rows] }),
      cursor: t.field({ type: 'Cursor', resolve: ({ cursor }) => cursor }),
      position: t.field({ type: 'Position', resolve: ({ position }) => position }),
      asOf: t.field({ type: 'DateTime', nullable: true, resolve: ({ asOf }) => asOf ?? null }),
    }),
  });
  const Changes = builder.objectRef<BoardBatch<B>>(`${name}Changes`).implement({
    fields: (t) => ({
      rows: t.field({ type: [row], resolve: ({ rows }) => [...rows] as StreamRows[B][] }),
      removed: t.field({ type: ['ID'], resolve: ({ removed }) => [...removed] }),
      cursor: t.field({ type: 'Cursor', resolve: ({ cursor }) => cursor }),
      position: t.field({ type: 'Position', resolve: ({ position }) => position }),
      asOf: t.field({ type: 'DateTime', nullable: true, resolve: ({ asOf }) => asOf ?? null }),
      conflated: t.boolean({ resolve: ({ conflated }) => conflated }),
    }),
  });
  builder.queryField(query, (t) =>
    t.field({
      type: Board,
      args: {
        city: t.arg.id(),
        ended: t.arg.boolean({ required: false, defaultValue: false }),
        limit: t.arg.int({ required: false, defaultValue: 500 }),
        waitFor: t.arg({ type: 'Position', required: false }),
      },
      resolve: async (_root, { city, ended, limit, waitFor }, context) => {
        demand(context, boardActions[board], citySubject(city));
        const most = checkedLimit(limit, 500);
        await awaitPosition(context, waitFor);
        return streamRows(context.parts.pool, board, { city, ended: ended ?? false, limit: most });
      },
    }),
  );
  builder.subscriptionField(`${board}Changes`, (t) =>
    t.field({
      type: Changes,
      args: { city: t.arg.id(), after: t.arg({ type: 'Cursor' }) },
      subscribe: (_root, { city, after }, context) => {
        demand(context, boardActions[board], citySubject(city));
        return context.parts.feed.changes({ board, city }, after, visibleTo(context));
      },
      resolve: (batch) => batch as BoardBatch<B>,
    }),
  );
}

import type { ObjectRef } from '@pothos/core';
import type { Snapshot } from '@tocsin/projections/queries';
import type { BoardBatch } from '../feed/boardBatch.ts';
import { builder, type SchemaTypes } from './builder.ts';

/** The schema's type of a board's rows. */
export type RowType<Row> = ObjectRef<PothosSchemaTypes.ExtendDefaultTypes<SchemaTypes>, Row, Row>;

/** `<name>Board`: a board's rows and what they are true for. */
export const boardType = <Row extends object>(name: string, row: RowType<Row>) =>
  builder.objectRef<Snapshot<Row>>(`${name}Board`).implement({
    fields: (t) => ({
      rows: t.expose('rows', { type: [row] }),
      cursor: t.field({ type: 'Cursor', resolve: ({ cursor }) => cursor }),
      position: t.field({ type: 'Position', resolve: ({ position }) => position }),
      asOf: t.field({ type: 'DateTime', nullable: true, resolve: ({ asOf }) => asOf }),
    }),
  });

/** `<name>Changes`: what a subscriber gets pushed. */
export const changesType = <Row extends object>(name: string, row: RowType<Row>) =>
  builder.objectRef<BoardBatch<Row>>(`${name}Changes`).implement({
    fields: (t) => ({
      rows: t.field({ type: [row], resolve: ({ rows }) => [...rows] }),
      removed: t.field({ type: ['ID'], resolve: ({ removed }) => [...removed] }),
      cursor: t.field({ type: 'Cursor', resolve: ({ cursor }) => cursor }),
      position: t.field({ type: 'Position', resolve: ({ position }) => position }),
      asOf: t.field({ type: 'DateTime', nullable: true, resolve: ({ asOf }) => asOf }),
      conflated: t.exposeBoolean('conflated', {
        description: 'A state in between was left out.',
      }),
      snapshot: t.exposeBoolean('snapshot', {
        description: 'The rows are the whole board: whatever is not among them is on it no more.',
      }),
    }),
  });

import { keep, recall } from '../store/kept.ts';
import { type BoardSource, type Changes, type LiveBoard, liveBoard } from '../store/liveBoard.ts';
import { byUrgency } from '../store/needs.ts';
import type { Row } from '../store/rowStore.ts';
import { consoleId } from '../store/session.ts';
import { byDeadline } from '../store/taskGroups.ts';
import { ask } from './client.ts';
import { actionBoardDocument, actionChangesDocument } from './documents/after.ts';
import {
  incidentBoardDocument,
  incidentChangesDocument,
  taskBoardDocument,
  taskChangesDocument,
  unitBoardDocument,
  unitChangesDocument,
} from './documents/boards.ts';
import type { Live } from './live.ts';
import type { ActionRow, Actor, IncidentRow, TaskRow, UnitRow } from './types.ts';

/** What another's hand changed on a row, and when this console learned of it. */
export interface Change {
  readonly by: Actor;
  readonly revision: string;
  readonly at: number;
}

export interface IncidentBoard extends LiveBoard<IncidentRow> {
  readonly changeOf: (id: string) => Change | undefined;
}

const changesOnly =
  <R extends Row>(sink: { next: (value: Changes<R>) => void }) =>
  (data: { readonly changes: Changes<R> }): void =>
    sink.next(data.changes);

export function incidentBoard(live: Live, city: string): IncidentBoard {
  const changes = new Map<string, Change>();
  const source: BoardSource<IncidentRow> = {
    load: async () => (await ask(incidentBoardDocument, { city, closed: false })).board,
    subscribe: (cursor, sink) =>
      live.subscribe(incidentChangesDocument, () => ({ city, after: cursor() }), {
        next: changesOnly(sink),
        ended: sink.ended,
      }),
  };
  const board = liveBoard(source, {
    compare: byUrgency,
    changed: (row) => {
      if (row.last.by.console === consoleId) changes.delete(row.id);
      else changes.set(row.id, { by: row.last.by, revision: row.revision, at: Date.now() });
    },
  });
  return { ...board, changeOf: (id) => changes.get(id) };
}

const counting = new Intl.Collator('en', { numeric: true });
const byCallSign = (a: UnitRow, b: UnitRow): number =>
  a.department === b.department
    ? counting.compare(a.callSign, b.callSign)
    : counting.compare(a.department, b.department);

/** The units of one department, or of every one. */
export function unitBoard(
  live: Live,
  city: string,
  department: string | null = null,
): LiveBoard<UnitRow> {
  const source: BoardSource<UnitRow> = {
    load: async () => (await ask(unitBoardDocument, { city, department })).board,
    subscribe: (cursor, sink) =>
      live.subscribe(unitChangesDocument, () => ({ city, department, after: cursor() }), {
        next: changesOnly(sink),
        ended: sink.ended,
      }),
  };
  return liveBoard(source, { compare: byCallSign });
}

export function taskBoard(live: Live, city: string, department: string): LiveBoard<TaskRow> {
  const source: BoardSource<TaskRow> = {
    load: async () => (await ask(taskBoardDocument, { city, department })).board,
    subscribe: (cursor, sink) =>
      live.subscribe(taskChangesDocument, () => ({ city, department, after: cursor() }), {
        next: changesOnly(sink),
        ended: sink.ended,
      }),
  };
  const name = `tasks ${city} ${department}`;
  return liveBoard(source, {
    compare: byDeadline,
    kept: { recall: () => recall(name), keep: (board) => void keep(name, board) },
  });
}

const byDueDate = (a: ActionRow, b: ActionRow): number => a.dueBy.localeCompare(b.dueBy);

/** Corrective actions of one department, or of every one. */
export function actionBoard(
  live: Live,
  city: string,
  department: string | null,
): LiveBoard<ActionRow> {
  const source: BoardSource<ActionRow> = {
    load: async () => (await ask(actionBoardDocument, { city, department })).board,
    subscribe: (cursor, sink) =>
      live.subscribe(actionChangesDocument, () => ({ city, department, after: cursor() }), {
        next: changesOnly(sink),
        ended: sink.ended,
      }),
  };
  return liveBoard(source, { compare: byDueDate });
}

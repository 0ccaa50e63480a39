import type { Fact, LogEvent, Stored } from '@tocsin/domain';
import type { StreamBoard, StreamRows } from '../queries/streamRows.ts';
import { depotBoard } from './depot.ts';
import { dutyBoard } from './duty.ts';
import { plannedEventBoard } from './plannedEvent.ts';
import type { StreamProjection } from './streamBoard.ts';
import { warningBoard } from './warning.ts';

export type AnyStreamRow = StreamRows[StreamBoard];

const boards = {
  depot: depotBoard,
  warning: warningBoard,
  plannedEvent: plannedEventBoard,
  duty: dutyBoard,
} satisfies Readonly<Record<StreamBoard, unknown>>;

/** The board that a stream's events belong to, by the stream's name; undefined for other streams. */
export function streamBoardOf({ stream }: LogEvent): StreamBoard | undefined {
  const kind = stream.slice(0, stream.indexOf('-'));
  return Object.hasOwn(boards, kind) ? (kind as StreamBoard) : undefined;
}

/** A row after an event, and whether it is on its board then. */
export function projectStream(
  board: StreamBoard,
  row: AnyStreamRow | undefined,
  event: LogEvent,
): { readonly row: AnyStreamRow; readonly on: boolean } {
  // A stream's name says which board's rows and events these are.
  const { project, isOn } = boards[board] as unknown as StreamProjection<AnyStreamRow, Fact>;
  const next = project(row, event as unknown as Stored<Fact>);
  return { row: next, on: isOn(next) };
}

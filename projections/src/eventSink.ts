import type { LogEvent } from '@tocsin/domain';
import type { CityRows, Kept, PersonRows } from './keptRows.ts';
import type { AccessRow } from './queries/accessRows.ts';
import type { ActionRow } from './queries/actionRows.ts';
import type { Board, IncidentRow, TaskRow, TimelineRow, UnitRow } from './queries/rows.ts';
import type { AnyStreamRow } from './streamBoards/index.ts';
import type { Times } from './times/times.ts';

/** The place of a change in the log. */
export interface ChangePlace {
  readonly position: string;
  readonly ordinal: number;
}

/** Whose row it is that changed. */
export interface ChangedRow {
  readonly id: string;
  readonly city: string;
  readonly department?: string;
}

/**
 * Told what an event makes: every change of a board, and each row as it then is. A row's JSON is
 * given where a change has made it already.
 */
export interface EventSink {
  /** @param json null when the row left the board */
  change(
    event: LogEvent,
    place: ChangePlace,
    board: Board,
    row: ChangedRow,
    json: string | null,
  ): void;
  incident(value: Kept<IncidentRow>, json: string | undefined): void;
  task(value: Kept<TaskRow>, json: string | undefined): void;
  action(value: Kept<ActionRow>, json: string | undefined): void;
  unit(value: Kept<UnitRow>, json: string | undefined): void;
  /** @param key the stream's name */
  stream(key: string, board: Board, value: Kept<AnyStreamRow>, json: string | undefined): void;
  /** What the event says of the times from which intervals are measured. */
  timed(times: Times): void;
  entry(incident: string, revision: string, entry: TimelineRow): void;
  access(row: AccessRow): void;
  /** The first position of a second, ISO 8601 without fractions. */
  moment(second: string, position: string): void;
  counter(city: string, number: number): void;
  city(id: string, value: CityRows): void;
  person(account: string, value: PersonRows): void;
  /** Comes last, when nothing of the event can fail any more. */
  done(event: LogEvent): void;
}

import type { LogEvent, Position } from '@tocsin/domain';
import type { CityRows, PersonRows } from './boardRows.ts';
import type { Board, IncidentRow, TaskRow, UnitRow } from './queries/rows.ts';
import type { Kept } from './rowCache.ts';

/** One row of the change log; `json` is null when the row left the board. */
export interface Change {
  readonly position: Position;
  readonly ordinal: number;
  readonly board: Board;
  readonly key: string;
  readonly city: string;
  readonly department: string | undefined;
  readonly json: string | null;
  readonly recordedAt: string;
}

/** A row to be written, and its JSON where a change has made it already. */
interface Pending<Value> {
  readonly value: Value;
  readonly json: string | undefined;
}

const jsonOf = <Row>(row: Row, { json }: Pending<unknown>): string => json ?? JSON.stringify(row);

/**
 * What a batch of events writes: every change, every timeline entry, and of each row its last
 * state only. Rows are turned into JSON once a change.
 */
export class BoardWrites {
  events = 0;
  last: LogEvent | undefined;
  readonly changes: Change[] = [];
  readonly timeline: { incident: string; revision: string; json: string }[] = [];
  readonly counters = new Map<string, number>();
  readonly cities = new Map<string, CityRows>();
  readonly people = new Map<string, PersonRows>();
  readonly #incidents = new Map<string, Pending<Kept<IncidentRow>>>();
  readonly #tasks = new Map<string, Pending<Kept<TaskRow>>>();
  readonly #units = new Map<string, Pending<UnitRow>>();

  incident(value: Kept<IncidentRow>, json: string | undefined): void {
    this.#incidents.set(value.row.id, { value, json });
  }

  task(value: Kept<TaskRow>, json: string | undefined): void {
    this.#tasks.set(value.row.id, { value, json });
  }

  unit(value: UnitRow, json: string): void {
    this.#units.set(value.id, { value, json });
  }

  incidents() {
    return [...this.#incidents.values()].map((pending) => ({
      ...pending.value,
      json: jsonOf(pending.value.row, pending),
    }));
  }

  tasks() {
    return [...this.#tasks.values()].map((pending) => ({
      ...pending.value,
      json: jsonOf(pending.value.row, pending),
    }));
  }

  units() {
    return [...this.#units.values()].map((pending) => ({
      row: pending.value,
      json: jsonOf(pending.value, pending),
    }));
  }
}

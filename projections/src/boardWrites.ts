import type { LogEvent, Position } from '@tocsin/domain';
import { accountOf } from './access/projection.ts';
import type { ChangedRow, ChangePlace, EventSink } from './eventSink.ts';
import type { CityRows, Kept, PersonRows } from './keptRows.ts';
import type { AccessRow } from './queries/accessRows.ts';
import type { ActionRow } from './queries/actionRows.ts';
import type { Board, IncidentRow, TaskRow, TimelineRow, UnitRow } from './queries/rows.ts';
import type { AnyStreamRow } from './streamBoards/index.ts';
import { TextRows } from './textRows.ts';
import type { Times } from './times/times.ts';
import { TimesWrites } from './times/timesWrites.ts';

/** A row to be written, and its JSON where a change has made it already. */
interface Pending<Value> {
  readonly value: Value;
  readonly json: string | undefined;
}

/** When it began and ended, as two columns. */
const placed = ({ began, ended }: Kept<unknown>) => [`${began}`, `${ended ?? ''}`] as const;

/**
 * What a batch of events writes: every change and every timeline entry as they come, and of each
 * row its last state only. A row is turned into JSON once a change.
 */
export class BoardWrites implements EventSink {
  /** Changes up to this position were dropped and are not written again by a rebuild. */
  readonly #dropped: Position | undefined;
  events = 0;
  last: LogEvent | undefined;
  lastChange: ChangePlace | undefined;
  /** The position of the first change that is to be written. */
  firstKept: Position | undefined;
  readonly changes = new TextRows(8);
  readonly timeline = new TextRows(3);
  readonly moments = new TextRows(2);
  readonly accesses = new TextRows(7);
  readonly times = new TimesWrites();
  readonly #counters = new Map<string, number>();
  readonly #cities = new Map<string, CityRows>();
  readonly #people = new Map<string, PersonRows>();
  readonly #filled = {
    incidents: new TextRows(6),
    tasks: new TextRows(7),
    units: new TextRows(6),
    actions: new TextRows(8),
    streams: new TextRows(7),
    counters: new TextRows(2),
    cities: new TextRows(3),
    people: new TextRows(3),
  };
  readonly #incidents = new Map<string, Pending<Kept<IncidentRow>>>();
  readonly #tasks = new Map<string, Pending<Kept<TaskRow>>>();
  readonly #units = new Map<string, Pending<Kept<UnitRow>>>();
  readonly #actions = new Map<string, Pending<Kept<ActionRow>>>();
  readonly #streams = new Map<string, Pending<Kept<AnyStreamRow>> & { readonly board: Board }>();

  constructor(dropped?: Position) {
    this.#dropped = dropped;
  }

  /** Makes it as new for another batch; the memory is used again. */
  clear(): void {
    this.events = 0;
    this.last = undefined;
    this.lastChange = undefined;
    this.firstKept = undefined;
    this.changes.clear();
    this.timeline.clear();
    this.moments.clear();
    this.accesses.clear();
    this.times.clear();
    const kept = [this.#incidents, this.#tasks, this.#units, this.#actions, this.#streams];
    for (const map of [...kept, this.#counters, this.#cities, this.#people]) map.clear();
  }

  change(
    { meta, position: happened }: LogEvent,
    place: ChangePlace,
    board: Board,
    { id, city, department = '' }: ChangedRow,
    json: string | null,
  ): void {
    this.lastChange = place;
    if (this.#dropped !== undefined && happened <= this.#dropped) return;
    this.firstKept ??= happened;
    const { position, ordinal } = place;
    const at = meta.recordedAt;
    this.changes.add(position, `${ordinal}`, board, id, city, department, json ?? '', at);
  }

  incident(value: Kept<IncidentRow>, json: string | undefined): void {
    this.#incidents.set(value.row.id, { value, json });
  }

  task(value: Kept<TaskRow>, json: string | undefined): void {
    this.#tasks.set(value.row.id, { value, json });
  }

  action(value: Kept<ActionRow>, json: string | undefined): void {
    this.#actions.set(value.row.id, { value, json });
  }

  unit(value: Kept<UnitRow>, json: string | undefined): void {
    this.#units.set(value.row.id, { value, json });
  }

  timed(times: Times): void {
    this.times.add(times);
  }

  entry(incident: string, revision: string, entry: TimelineRow): void {
    this.timeline.add(incident, revision, JSON.stringify(entry));
  }

  access(row: AccessRow): void {
    const { position, recordedAt, kind, city = '', incident = '' } = row;
    const json = JSON.stringify(row);
    this.accesses.add(position, recordedAt, kind, accountOf(row), city, incident, json);
  }

  moment(second: string, position: string): void {
    this.moments.add(second, position);
  }

  counter(city: string, number: number): void {
    this.#counters.set(city, number);
  }

  city(id: string, value: CityRows): void {
    this.#cities.set(id, value);
  }

  person(account: string, value: PersonRows): void {
    this.#people.set(account, value);
  }

  done(event: LogEvent): void {
    this.events += 1;
    this.last = event;
  }

  stream(key: string, board: Board, value: Kept<AnyStreamRow>, json: string | undefined): void {
    this.#streams.set(key, { board, value, json });
  }

  incidentRows(): TextRows {
    const rows = this.#filled.incidents.clear();
    for (const { value, json } of this.#incidents.values()) {
      const { id, city, number } = value.row;
      rows.add(id, city, `${number}`, ...placed(value), json ?? JSON.stringify(value.row));
    }
    return rows;
  }

  taskRows(): TextRows {
    const rows = this.#filled.tasks.clear();
    for (const { value, json } of this.#tasks.values()) {
      const { id, city, department, number } = value.row;
      const at = placed(value);
      rows.add(id, city, department, `${number}`, ...at, json ?? JSON.stringify(value.row));
    }
    return rows;
  }

  unitRows(): TextRows {
    const rows = this.#filled.units.clear();
    for (const { value, json } of this.#units.values()) {
      const { id, city, department } = value.row;
      rows.add(id, city, department, ...placed(value), json ?? JSON.stringify(value.row));
    }
    return rows;
  }

  actionRows(): TextRows {
    const rows = this.#filled.actions.clear();
    for (const { value, json } of this.#actions.values()) {
      const { id, city, department, incident, dueBy } = value.row;
      const at = placed(value);
      rows.add(id, city, department, incident, dueBy, ...at, json ?? JSON.stringify(value.row));
    }
    return rows;
  }

  streamRows(): TextRows {
    const rows = this.#filled.streams.clear();
    for (const [key, { board, value, json }] of this.#streams) {
      const { city, department = '' } = value.row;
      rows.add(key, board, city, department, ...placed(value), json ?? JSON.stringify(value.row));
    }
    return rows;
  }

  counterRows(): TextRows {
    const rows = this.#filled.counters.clear();
    for (const [city, number] of this.#counters) rows.add(city, `${number}`);
    return rows;
  }

  cityRows(): TextRows {
    const rows = this.#filled.cities.clear();
    for (const [id, { city, founded }] of this.#cities) rows.add(id, founded, JSON.stringify(city));
    return rows;
  }

  personRows(): TextRows {
    const rows = this.#filled.people.clear();
    for (const [account, { person, appointed }] of this.#people)
      rows.add(account, appointed, JSON.stringify(person));
    return rows;
  }
}

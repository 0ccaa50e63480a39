import type { IncidentEvent, LogEvent, Stored, UnitEvent } from '@tocsin/domain';
import { projectAccess } from './access/projection.ts';
import {
  isOfAction,
  isOnActionBoard,
  projectAction,
  strikeNote,
} from './actionBoard/projection.ts';
import { projectCity } from './city/projection.ts';
import type { EventSink } from './eventSink.ts';
import type { HeldRows } from './heldRows.ts';
import { isOnIncidentBoard, projectIncident } from './incidentBoard/projection.ts';
import type { IncidentRows, Kept } from './keptRows.ts';
import { projectPerson } from './person/projection.ts';
import type { ActionRow } from './queries/actionRows.ts';
import type { IncidentRow, TaskRow } from './queries/rows.ts';
import { secondOf } from './rowFacts.ts';
import { projectStream, streamBoardOf } from './streamBoards/index.ts';
import {
  isOfAccess,
  isOfCity,
  isOfIncident,
  isOfPerson,
  isOfTask,
  isOfUnit,
  subject,
} from './streams.ts';
import {
  followIncident,
  isOnTaskBoard,
  projectTask,
  strikeProgress,
} from './taskBoard/projection.ts';
import { assertOneLine } from './textRows.ts';
import { projectTimeline } from './timeline/projection.ts';
import { callTimes } from './times/callTimes.ts';
import { incidentTimes } from './times/incidentTimes.ts';
import { taskTimes } from './times/taskTimes.ts';
import { unitTimes } from './times/unitTimes.ts';
import { isOnUnitBoard, projectUnit } from './unitBoard/projection.ts';
import { withoutGaps } from './withoutGaps.ts';

/**
 * One event into the rows at hand and what is to be written. Throws before it has changed
 * anything, when the event does not fit the rows.
 */
export function projectEvent(rows: HeldRows, writes: EventSink, event: LogEvent): void {
  if (isOfIncident(event)) projectOnIncident(rows, writes, event);
  else if (isOfUnit(event)) projectOnUnit(rows, writes, event);
  else if (isOfCity(event)) {
    const id = subject(event);
    assertOneLine(id);
    const known = rows.cities.get(id);
    const city = projectCity(known?.city, event);
    const next = { city, founded: known?.founded ?? event.position.toString() };
    rows.cities.set(id, next, rows.batch);
    writes.city(id, next);
  } else if (isOfPerson(event)) {
    const account = subject(event);
    assertOneLine(account);
    const known = rows.people.get(account);
    const person = projectPerson(known?.person, event);
    const next = { person, appointed: known?.appointed ?? event.position.toString() };
    rows.people.set(account, next, rows.batch);
    writes.person(account, next);
  } else if (isOfAccess(event)) writes.access(projectAccess(event));
  else projectOnStream(rows, writes, event);
  const second = secondOf(event.meta.recordedAt);
  if (second > rows.second) {
    rows.second = second;
    writes.moment(`${second}Z`, event.position.toString());
  }
  writes.done(event);
}

/** The one row of a depot, a warning, a planned event or a duty desk. */
function projectOnStream(rows: HeldRows, writes: EventSink, event: LogEvent): void {
  const board = streamBoardOf(event);
  if (!board) return;
  const { stream } = event;
  const before = rows.streams.get(stream);
  const { row, on } = projectStream(board, before?.row, event);
  assertOneLine(stream, row.city, row.department ?? '');
  const now = keep(before, row, on, event);
  const json = jsonOfChange(before, now);
  rows.streams.set(stream, now, rows.batch);
  writes.stream(stream, board, now, json ?? undefined);
  if (json !== undefined)
    writes.change(event, { position: row.position, ordinal: 1 }, board, row, json);
}

function projectOnUnit(rows: HeldRows, writes: EventSink, event: Stored<UnitEvent>): void {
  const id = subject(event);
  const before = rows.units.get(id);
  const row = projectUnit(before?.row, event);
  assertOneLine(id, row.city, row.department);
  const now = keep(before, row, isOnUnitBoard(row), event);
  const json = jsonOfChange(before, now);
  rows.units.set(id, now, rows.batch);
  writes.unit(now, json ?? undefined);
  if (json === undefined) return;
  const { position } = row;
  // Given to another department: it leaves the board of the one that had it.
  const moved = before && before.ended === undefined && before.row.department !== row.department;
  if (moved) writes.change(event, { position, ordinal: 1 }, 'unit', before.row, null);
  writes.change(event, { position, ordinal: moved ? 2 : 1 }, 'unit', row, json);
}

function projectOnIncident(rows: HeldRows, writes: EventSink, event: Stored<IncidentEvent>): void {
  const id = subject(event);
  const known = rows.incidents.get(id);
  const number = known ? known.incident.row.number : nextNumber(rows, event);
  const row = projectIncident(known?.incident.row, event, number);
  const incident = keep(known?.incident, row, isOnIncidentBoard(row), event);
  const changed = changedTasks(known, event, row);
  const actions = changedActions(known, event, row);
  const entry = projectTimeline(event, row, actions[0]?.row.department);

  const owned = [...changed, ...actions];
  const { type = '', place } = row;
  assertOneLine(id, row.city, type, place.district ?? '', place.cell ?? '');
  assertOneLine(...owned.flatMap(({ row: one }) => [one.id, one.department]));

  const now = {
    incident,
    tasks: withRows(known?.tasks, changed),
    actions: withRows(known?.actions, actions),
  };
  rows.incidents.set(id, now, rows.batch);
  if (!known) {
    rows.counters.set(row.city, number);
    writes.counter(row.city, number);
  }
  writes.entry(id, row.revision, entry);
  writeChanges(writes, event, known, { incident, changed, actions });
  writeTimes(rows, writes, event, known, { row, changed });
}

/** What intervals are measured from. */
function writeTimes(
  rows: HeldRows,
  writes: EventSink,
  event: Stored<IncidentEvent>,
  known: IncidentRows | undefined,
  { row, changed }: { readonly row: IncidentRow; readonly changed: readonly Kept<TaskRow>[] },
): void {
  const made = [
    callTimes(row, event),
    incidentTimes(known?.incident.row, row, event),
    unitTimes(row, event, (unit) => rows.units.get(unit)?.row),
    ...changed.flatMap((task) => taskTimes(known?.tasks.get(task.row.id)?.row, task.row)),
  ];
  for (const times of made) if (times) writes.timed(times);
}

/** The incident first, then its tasks and actions; numbered from 1. Tasks and actions off their board only get written. */
function writeChanges(
  writes: EventSink,
  event: Stored<IncidentEvent>,
  known: IncidentRows | undefined,
  now: {
    readonly incident: Kept<IncidentRow>;
    readonly changed: readonly Kept<TaskRow>[];
    readonly actions: readonly Kept<ActionRow>[];
  },
): void {
  const { incident, changed, actions } = now;
  const { position } = incident.row;
  let ordinal = 1;
  const json = jsonOfChange(known?.incident, incident) ?? null;
  writes.incident(incident, json ?? undefined);
  // Off its board it is taken off once more: whoever has the closed incident open hears of it so.
  writes.change(event, { position, ordinal }, 'incident', incident.row, json);
  for (const task of changed) {
    const before = known?.tasks.get(task.row.id);
    const taskJson = jsonOfChange(before, task);
    writes.task(task, taskJson ?? undefined);
    if (taskJson === undefined) continue;
    // Given to another department: it leaves the board of the one that had it.
    if (before && before.row.department !== task.row.department && before.ended === undefined) {
      ordinal += 1;
      writes.change(event, { position, ordinal }, 'task', before.row, null);
    }
    ordinal += 1;
    writes.change(event, { position, ordinal }, 'task', task.row, taskJson);
  }
  for (const action of actions) {
    const actionJson = jsonOfChange(known?.actions.get(action.row.id), action);
    writes.action(action, actionJson ?? undefined);
    if (actionJson === undefined) continue;
    ordinal += 1;
    writes.change(event, { position, ordinal }, 'action', action.row, actionJson);
  }
}

function nextNumber(rows: HeldRows, event: Stored<IncidentEvent>): number {
  if (event.type !== 'IncidentReported') return 0;
  return (rows.counters.get(event.data.city) ?? 0) + 1;
}

/** The tasks that the event changes: the one it names, and all when the incident's facts change. */
function changedTasks(
  known: IncidentRows | undefined,
  event: Stored<IncidentEvent>,
  incident: IncidentRow,
): readonly Kept<TaskRow>[] {
  const named = isOfTask(event) ? event.data.task : undefined;
  const changed: Kept<TaskRow>[] = [];
  if (isOfTask(event)) {
    const before = known?.tasks.get(event.data.task);
    const row = projectTask(before?.row, event, incident);
    if (row) changed.push(keep(before, row, isOnTaskBoard(row), event));
  }
  for (const [id, before] of known?.tasks ?? []) {
    if (id === named) continue;
    const followed = followIncident(before.row, incident, event);
    const row = event.type === 'EntryStruck' ? strikeProgress(followed, event) : followed;
    if (row !== before.row) changed.push(keep(before, row, isOnTaskBoard(row), event));
  }
  return changed;
}

/** The action that the event names, or the one whose last note it strikes. */
function changedActions(
  known: IncidentRows | undefined,
  event: Stored<IncidentEvent>,
  incident: IncidentRow,
): readonly Kept<ActionRow>[] {
  if (isOfAction(event)) {
    const before = known?.actions.get(event.data.action);
    const row = projectAction(before?.row, event, incident);
    return row ? [keep(before, row, isOnActionBoard(row), event)] : [];
  }
  if (event.type !== 'EntryStruck') return [];
  return [...(known?.actions.values() ?? [])].flatMap((before) => {
    const row = strikeNote(before.row, event);
    return row === before.row ? [] : [keep(before, row, isOnActionBoard(row), event)];
  });
}

function withRows<Row extends { readonly id: string }>(
  known: ReadonlyMap<string, Kept<Row>> | undefined,
  changed: readonly Kept<Row>[],
): ReadonlyMap<string, Kept<Row>> {
  if (known && changed.length === 0) return known;
  const rows = new Map(known);
  for (const one of changed) rows.set(one.row.id, one);
  return rows;
}

const keep = <Row>(
  before: Kept<Row> | undefined,
  row: Row,
  onBoard: boolean,
  { position }: LogEvent,
): Kept<Row> => ({
  row: withoutGaps(row),
  began: before?.began ?? position,
  ended: onBoard ? undefined : (before?.ended ?? position),
});

/** The row's JSON while on its board, null when it just left, undefined when it was not there. */
function jsonOfChange<Row>(before: Kept<Row> | undefined, now: Kept<Row>) {
  if (now.ended === undefined) return JSON.stringify(now.row);
  return before && before.ended === undefined ? null : undefined;
}

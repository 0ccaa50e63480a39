import { type Incident, incidentDecider, type LogEvent } from '@tocsin/domain';
import fc from 'fast-check';
import pg from 'pg';
import { describe, expect, it } from 'vitest';
import { BoardRows } from './boardRows.ts';
import { boardTables } from './boardTables.ts';
import { BoardWrites } from './boardWrites.ts';
import { projectBatch } from './projectBatch.ts';
import type { ActionRow } from './queries/actionRows.ts';
import type { IncidentRow, TaskRow } from './queries/rows.ts';
import { logArbitrary } from './randomLog.testkit.ts';
import { isOfIncident, subject } from './streams.ts';

/** Everything stays in memory: no row of these logs has to be read. */
function fold(events: readonly LogEvent[]): BoardWrites {
  const rows = new BoardRows(new pg.Pool());
  const writes = new BoardWrites();
  expect(projectBatch(rows, writes, events)).toBeUndefined();
  return writes;
}

const incidents = (events: readonly LogEvent[]): ReadonlyMap<string, Incident> => {
  const states = new Map<string, Incident>();
  for (const event of events) {
    if (!isOfIncident(event)) continue;
    const id = subject(event);
    states.set(id, incidentDecider.evolve(states.get(id) ?? incidentDecider.initial, event));
  }
  return states;
};

/** The rows as the database gets them, a record a row. */
function parsed(writes: BoardWrites, table: string): readonly (readonly string[])[] {
  const filled = boardTables.find(({ table: name }) => name === table);
  const columns = filled?.rows(writes).bytes.map((bytes) => bytes.toString().split('\n')) ?? [];
  const keys = columns[0] ?? [];
  if (keys.join('') === '') return [];
  return keys.map((_, row) => columns.map((column) => column[row] ?? ''));
}
const tables = boardTables.map(({ table }) => table);
const last = (row: readonly string[]): string => row.at(-1) ?? '';

describe('the projections', () => {
  it('[P1] make the same of the same events', () => {
    fc.assert(
      fc.property(logArbitrary, ({ events }) => {
        const one = fold(events);
        const other = fold(events);
        for (const table of tables) expect(parsed(one, table)).toEqual(parsed(other, table));
      }),
    );
  });

  it("agree with the aggregate on every incident's and task's status, place in the chain and units", () => {
    fc.assert(
      fc.property(logArbitrary, ({ events }) => {
        const writes = fold(events);
        const rowsOf = (table: string) => parsed(writes, table).map((row) => JSON.parse(last(row)));
        const rows = new Map<string, IncidentRow>(
          rowsOf('incident_row').map((row) => [row.id, row]),
        );
        const tasks = new Map<string, TaskRow>(rowsOf('task_row').map((row) => [row.id, row]));
        for (const state of incidents(events).values()) compare(state, rows.get(state.id), tasks);
      }),
    );
  });

  it('[G5] agree with the aggregate on every corrective action', () => {
    fc.assert(
      fc.property(logArbitrary, ({ events }) => {
        const rows = parsed(fold(events), 'action_row').map(
          (row): ActionRow => JSON.parse(last(row)),
        );
        const actions = [...incidents(events).values()].flatMap((state) =>
          [...state.actions.values()].map((action) => {
            const note = action.notes.at(-1);
            const shown = note && !state.struck.has(note.revision) ? note.text : undefined;
            const { id, status, dueBy, department } = action;
            return { id, status, dueBy, department, incident: state.id, note: shown };
          }),
        );
        const shown = rows.map(({ id, status, dueBy, department, incident, lastNote }) => ({
          ...{ id, status, dueBy, department, incident },
          note: lastNote?.text,
        }));
        const byId = (one: { id: string }, other: { id: string }) => (one.id < other.id ? -1 : 1);
        expect(shown.sort(byId)).toEqual(actions.sort(byId));
      }),
    );
  });

  it('put at most one change a row an event into the change log, with ordinals from 1', () => {
    fc.assert(
      fc.property(logArbitrary, ({ events }) => {
        const changes = parsed(fold(events), 'change');
        const keys = changes.map(([position, , board, key]) => `${position} ${board} ${key}`);
        expect(new Set(keys).size).toBe(keys.length);
        for (const [at, [position, ordinal]] of changes.entries()) {
          const before = changes[at - 1];
          const expected = before?.[0] === position ? Number(before?.[1]) + 1 : 1;
          expect(Number(ordinal)).toBe(expected);
        }
      }),
    );
  });

  it('leave of the change log, read to its end, exactly the rows that are on the boards', () => {
    fc.assert(
      fc.property(logArbitrary, ({ events }) => {
        const writes = fold(events);
        const seen = new Map<string, string>();
        const gone = new Set<string>();
        for (const [, , board, key, , , json = ''] of parsed(writes, 'change')) {
          const row = `${board} ${key}`;
          if (json !== '') seen.set(row, json);
          else {
            // An incident that is off its board is taken off again by each of its events.
            const again = board === 'incident' && gone.has(row);
            expect(seen.delete(row) || again).toBe(true);
            gone.add(row);
          }
        }
        const open = [
          ...parsed(writes, 'incident_row')
            .filter((row) => row.at(-2) === '')
            .map(of('incident')),
          ...parsed(writes, 'task_row')
            .filter((row) => row.at(-2) === '')
            .map(of('task')),
          ...parsed(writes, 'action_row')
            .filter((row) => row.at(-2) === '')
            .map(of('action')),
          ...parsed(writes, 'unit_row').map(of('unit')),
        ];
        expect(seen).toEqual(new Map(open));
      }),
    );
  });
});

const of =
  (board: string) =>
  (row: readonly string[]): [string, string] => [`${board} ${row[0]}`, last(row)];

function compare(
  state: Incident,
  row: IncidentRow | undefined,
  tasks: ReadonlyMap<string, TaskRow>,
): void {
  expect(row?.status).toBe(state.status);
  expect(row?.units.map(({ assignment, stage }) => [assignment, stage])).toEqual(
    [...state.commitments.values()]
      .filter(({ stage }) => stage !== 'cleared' && stage !== 'cancelled')
      .map(({ assignment, stage }) => [assignment, stage]),
  );
  expect(row?.tasks.map(({ id, status }) => [id, status])).toEqual(
    [...state.tasks.values()].map(({ id, status }) => [id, status]),
  );
  for (const task of state.tasks.values()) {
    const kept = tasks.get(task.id);
    const evidence = (link: { occurredAt: string } | undefined) => link?.occurredAt;
    expect({
      status: kept?.status,
      incidentStatus: kept?.incidentStatus,
      acknowledgeBy: kept?.acknowledgeBy,
      links: [kept?.assigned.at, kept?.delivered?.at, kept?.seen?.at, kept?.accepted?.at],
      started: kept?.started?.at,
      done: kept?.done?.at,
      note: kept?.lastNote?.text,
    }).toEqual({
      status: task.status,
      incidentStatus: state.status,
      acknowledgeBy: task.acknowledgeBy,
      links: [task.assigned, task.delivered, task.seen, task.accepted].map(evidence),
      started: evidence(task.started),
      done: evidence(task.done),
      note: task.notes.at(-1)?.text,
    });
  }
}

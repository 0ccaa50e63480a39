import { type Incident, incidentDecider, type LogEvent } from '@tocsin/domain';
import fc from 'fast-check';
import pg from 'pg';
import { describe, expect, it } from 'vitest';
import { BoardRows } from './boardRows.ts';
import type { BoardWrites } from './boardWrites.ts';
import { projectBatch } from './projectBatch.ts';
import type { IncidentRow, TaskRow } from './queries/rows.ts';
import { logArbitrary } from './randomLog.testkit.ts';
import { isOfIncident, subject } from './streams.ts';

/** Everything stays in memory: no row of these logs has to be read. */
function fold(events: readonly LogEvent[]): BoardWrites {
  const rows = new BoardRows(new pg.Pool());
  const { writes, failed } = projectBatch(rows, events);
  expect(failed).toBeUndefined();
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

const parsed = (writes: BoardWrites) => ({
  changes: writes.changes,
  timeline: writes.timeline,
  incidents: writes.incidents(),
  tasks: writes.tasks(),
  units: writes.units(),
});

describe('the projections', () => {
  it('make the same of the same events', () => {
    fc.assert(
      fc.property(logArbitrary, ({ events }) => {
        expect(parsed(fold(events))).toEqual(parsed(fold(events)));
      }),
    );
  });

  it("agree with the aggregate on every incident's and task's status, place in the chain and units", () => {
    fc.assert(
      fc.property(logArbitrary, ({ events }) => {
        const writes = fold(events);
        const rows = new Map(writes.incidents().map(({ row }) => [row.id, row]));
        const tasks = new Map(writes.tasks().map(({ row }) => [row.id, row]));
        for (const state of incidents(events).values()) compare(state, rows.get(state.id), tasks);
      }),
    );
  });

  it('put at most one change a row an event into the change log, with ordinals from 1', () => {
    fc.assert(
      fc.property(logArbitrary, ({ events }) => {
        const { changes } = fold(events);
        const keys = changes.map(({ position, board, key }) => `${position} ${board} ${key}`);
        expect(new Set(keys).size).toBe(keys.length);
        for (const [at, { position, ordinal }] of changes.entries()) {
          const before = changes[at - 1];
          expect(ordinal).toBe(before?.position === position ? before.ordinal + 1 : 1);
        }
      }),
    );
  });

  it('leave of the change log, read to its end, exactly the rows that are on the boards', () => {
    fc.assert(
      fc.property(logArbitrary, ({ events }) => {
        const writes = fold(events);
        const seen = new Map<string, string>();
        for (const { board, key, json } of writes.changes) {
          if (json === null) expect(seen.delete(`${board} ${key}`)).toBe(true);
          else seen.set(`${board} ${key}`, json);
        }
        const open = [
          ...writes
            .incidents()
            .filter(({ ended }) => ended === undefined)
            .map(of('incident')),
          ...writes
            .tasks()
            .filter(({ ended }) => ended === undefined)
            .map(of('task')),
          ...writes.units().map(of('unit')),
        ];
        expect(seen).toEqual(new Map(open));
      }),
    );
  });
});

const of =
  (board: string) =>
  ({ row, json }: { row: { id: string }; json: string }): [string, string] => [
    `${board} ${row.id}`,
    json,
  ];

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

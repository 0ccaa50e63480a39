import fc from 'fast-check';
import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dropOldChanges } from '../../dropOldChanges.ts';
import type { MemoryLog } from '../../memoryLog.testkit.ts';
import { incidentId, logOf, stepsArbitrary } from '../../randomLog.testkit.ts';
import { startRunner } from '../../runner.ts';
import { caughtUp, silent as logger } from '../../spec.testkit.ts';
import { startTestPostgres, type TestPostgres } from '../../testPostgres.testkit.ts';
import {
  actionRows,
  type BoardChange,
  changesKeptAfter,
  incidentRows,
  momentAt,
  momentOfTime,
  type Past,
  pastChanges,
  pastIncident,
  pastRows,
  streamRows,
  taskRows,
  unitRows,
} from '../index.ts';
import { cityLife } from './cityLife.testkit.ts';

let postgres: TestPostgres;
beforeAll(async () => {
  postgres = await startTestPostgres();
}, 60_000);
afterAll(() => postgres.stop(), 60_000);

const city = 'xinghe';
const limit = 1_000;
const departments = ['fire', 'police', 'gas'];
const streamBoards = ['depot', 'warning', 'plannedEvent', 'duty'] as const;
const ids = [0, 1, 2, 3].map(incidentId);

/** Every board as it is now, by the queries of the present. */
async function boardsNow(db: pg.Pool) {
  const rows = async <Row>(found: Promise<{ readonly rows: readonly Row[] }>) => (await found).rows;
  const open = await rows(incidentRows(db, { city, closed: false, limit }));
  const closed = await rows(incidentRows(db, { city, closed: true, limit }));
  const both = [false, true];
  const all = <Row>(read: (ended: boolean) => Promise<{ readonly rows: readonly Row[] }>) =>
    Promise.all(both.map((ended) => rows(read(ended))));
  return {
    incidents: [open, closed],
    single: ids.map((id) => [...open, ...closed].find((row) => row.id === id)),
    tasks: await Promise.all(
      departments.map((department) =>
        all((ended) => taskRows(db, { city, department, ended, limit })),
      ),
    ),
    units: [
      await rows(unitRows(db, { city, limit })),
      await rows(unitRows(db, { city, department: 'police', limit })),
    ],
    actions: await all((ended) => actionRows(db, { city, ended, limit })),
    ownActions: await all((ended) => actionRows(db, { city, department: 'gas', ended, limit })),
    streams: await Promise.all(
      streamBoards.map((board) => all((ended) => streamRows(db, board, { city, ended, limit }))),
    ),
    few: await rows(incidentRows(db, { city, closed: false, limit: 2 })),
    lastEnded: await rows(incidentRows(db, { city, closed: true, limit: 1 })),
  };
}

/** The same as of a position. */
async function boardsAt(past: Past, at: bigint): Promise<Awaited<ReturnType<typeof boardsNow>>> {
  const of = { city, limit, at };
  const both = [false, true];
  return {
    incidents: [
      await pastRows(past, { ...of, board: 'incident' }),
      await pastRows(past, { ...of, board: 'incident', ended: true }),
    ],
    single: await Promise.all(ids.map((id) => pastIncident(past, id, at))),
    tasks: await Promise.all(
      departments.map((department) =>
        Promise.all(
          both.map((ended) => pastRows(past, { ...of, board: 'task', department, ended })),
        ),
      ),
    ),
    units: [
      await pastRows(past, { ...of, board: 'unit' }),
      await pastRows(past, { ...of, board: 'unit', department: 'police' }),
    ],
    actions: await Promise.all(
      both.map((ended) => pastRows(past, { ...of, board: 'action', ended })),
    ),
    ownActions: await Promise.all(
      both.map((ended) => pastRows(past, { ...of, board: 'action', department: 'gas', ended })),
    ),
    streams: await Promise.all(
      streamBoards.map((board) =>
        Promise.all(both.map((ended) => pastRows(past, { ...of, board, ended }))),
      ),
    ),
    few: await pastRows(past, { ...of, board: 'incident', limit: 2 }),
    lastEnded: await pastRows(past, { ...of, board: 'incident', ended: true, limit: 1 }),
  };
}

/** Every change of every board between two positions. */
async function changesBetween(past: Past, after: bigint, upTo: bigint) {
  const boards = ['incident', 'task', 'unit', 'action', ...streamBoards] as const;
  const found: BoardChange[][] = [];
  for (const board of boards) {
    const all: BoardChange[] = [];
    for await (const changes of pastChanges(past, { board, city, after, upTo }))
      all.push(...changes);
    found.push(all);
  }
  return found;
}

async function project(pool: pg.Pool, log: MemoryLog): Promise<void> {
  const parts = { store: log.store, pool, logger, policies: [], partitionWidth: 200n };
  // A clock long before the log keeps the runner itself from dropping anything.
  const runner = await startRunner({ ...parts, clock: () => new Date(0) });
  await caughtUp(pool, log);
  await runner.stop();
}

/** Everything is old but what was recorded at or after this event. */
const dropBefore = (pool: pg.Pool, log: MemoryLog, at: number): Promise<number> => {
  const keepDays = 1;
  const recorded = Date.parse(log.events[at]?.meta.recordedAt ?? '');
  return dropOldChanges({ pool, logger, keepDays, clock: () => new Date(recorded + 86_400_000) });
};

const percent = fc.integer({ min: 0, max: 100 });
const place = (log: MemoryLog, part: number): number =>
  Math.floor(((log.events.length - 1) * part) / 100);

describe('a board of the past', () => {
  it('[R2] [R4] is what the projections make of the log up to there, and goes on the same way, also when changes were dropped', async () => {
    const seed = Date.now() % 2 ** 31;
    console.info(`seed ${seed}`);
    await fc.assert(
      fc.asyncProperty(
        stepsArbitrary,
        fc.array(percent, { minLength: 3, maxLength: 3 }),
        fc.array(percent, { minLength: 2, maxLength: 2 }),
        async (steps, parts, drops) => {
          const log = logOf(steps, cityLife);
          const pool = await postgres.database();
          const then: (readonly [bigint, Awaited<ReturnType<typeof boardsNow>>])[] = [];
          for (const at of parts.map((part) => place(log, part)).sort((a, b) => a - b)) {
            await project(pool, log.upTo(at + 1));
            then.push([BigInt(at) * 10n + BigInt(at % 10), await boardsNow(pool)]);
          }
          await project(pool, log);
          const past: Past = { db: pool, log: log.store };
          for (const [at, board] of then) expect(await boardsAt(past, at)).toEqual(board);
          const [from = 0n, to = 0n] = then.map(([at]) => at);
          const changes = await changesBetween(past, from, to);
          const whole = await changesBetween(past, -1n, 10_000n);
          for (const drop of drops.sort((a, b) => a - b)) {
            await dropBefore(pool, log, place(log, drop));
            for (const [at, board] of then) expect(await boardsAt(past, at)).toEqual(board);
            expect(await changesBetween(past, from, to)).toEqual(changes);
            expect(await changesBetween(past, -1n, 10_000n)).toEqual(whole);
          }
        },
      ),
      { seed, numRuns: 8 },
    );
  }, 120_000);

  it('[F21] of a time is the one of the last event recorded by then, whatever clocks did', async () => {
    const steps = fc.array(fc.integer({ min: -1_500, max: 2_500 }), {
      minLength: 20,
      maxLength: 20,
    });
    await fc.assert(
      fc.asyncProperty(
        stepsArbitrary,
        steps,
        fc.integer({ min: -2_000, max: 90_000 }),
        percent,
        async (what, clock, ms, drop) => {
          const log = logOf(what, (growing, at) => {
            growing.clockStep = () => clock[at % clock.length] ?? 0;
          });
          const pool = await postgres.database();
          await project(pool, log);
          const past: Past = { db: pool, log: log.store };
          const begun = Date.parse(log.events[0]?.meta.recordedAt ?? '');
          const time = new Date(begun + ms).toISOString();
          const later = log.events.findIndex(({ meta }) => meta.recordedAt > time);
          const last = log.events.at(later < 0 ? log.events.length - 1 : later - 1);
          const expected = later === 0 ? undefined : last;
          for (const dropped of [false, true]) {
            if (dropped) await dropBefore(pool, log, place(log, drop));
            const moment = await momentOfTime(past, time);
            if (!expected) {
              expect(moment).toMatchObject({ position: -1n, asOf: undefined });
              continue;
            }
            expect(moment.position).toBeGreaterThanOrEqual(expected.position);
            const next = log.events[log.events.indexOf(expected) + 1];
            if (next) expect(moment.position).toBeLessThan(next.position);
          }
        },
      ),
      { numRuns: 12 },
    );
  }, 120_000);

  it('[F21] says the position and the time that it is true for', async () => {
    const steps = [1, 2, 3, 4].map((kind) => ({ incident: kind % 3, kind, task: 0, who: 0 }));
    const log = logOf(steps, cityLife);
    const pool = await postgres.database();
    await project(pool, log);
    const [, , third] = log.events;
    const moment = await momentAt(pool, (third?.position ?? 0n) + 3n);
    expect(moment).toMatchObject({ position: 23n, asOf: third?.meta.recordedAt, cursor: '20.1' });
    const last = log.events.at(-1);
    expect(await momentAt(pool, 10_000n)).toMatchObject({
      position: last?.position,
      asOf: last?.meta.recordedAt,
    });
    expect(await changesKeptAfter(pool)).toBe('0.0');
  });
});

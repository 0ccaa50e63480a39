import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import { pino } from 'pino';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { MemoryLog } from './memoryLog.testkit.ts';
import {
  changesAfter,
  incidentRows,
  START_CURSOR,
  status,
  taskRows,
  unitRows,
  waitForPosition,
} from './queries/index.ts';
import { incidentId, logOf } from './randomLog.testkit.ts';
import { type Runner, startRunner } from './runner.ts';
import { startTestPostgres, type TestPostgres } from './testPostgres.testkit.ts';

let postgres: TestPostgres;
beforeAll(async () => {
  postgres = await startTestPostgres();
}, 60_000);
afterAll(() => postgres.stop());

const logger = pino({ level: 'silent' });

/** Report, confirm, assign to three departments; the first accepts, starts, finishes. */
const story = [
  [0, 0],
  [0, 0],
  [1, 0],
  [1, 1],
  [1, 2],
  [4, 0],
  [8, 0],
  [10, 0],
].map(([kind = 0, task = 0]) => ({ incident: 0, kind, task, who: 0 }));

const running: Runner[] = [];
afterEach(async () => {
  for (const runner of running.splice(0)) await runner.stop();
});
async function start(log: MemoryLog, pool: pg.Pool): Promise<Runner> {
  const runner = await startRunner({ store: log.store, pool, logger });
  running.push(runner);
  return runner;
}

async function boards(pool: pg.Pool) {
  const tasks = (department: string, ended: boolean) =>
    taskRows(pool, { city: 'xinghe', department, ended, limit: 100 });
  const departments = ['fire', 'police', 'gas'];
  return {
    open: await incidentRows(pool, { city: 'xinghe', closed: false, limit: 100 }),
    closed: await incidentRows(pool, { city: 'xinghe', closed: true, limit: 100 }),
    tasks: await Promise.all(departments.map((department) => tasks(department, false))),
    ended: await Promise.all(departments.map((department) => tasks(department, true))),
    units: await unitRows(pool, { city: 'xinghe', limit: 100 }),
    changes: await changesAfter(pool, { after: START_CURSOR, limit: 10_000 }),
  };
}

async function caughtUp(pool: pg.Pool, log: MemoryLog): Promise<void> {
  const last = log.lastPosition();
  if (last === undefined) throw new Error('The log is empty.');
  expect(await waitForPosition(pool, last, 10_000)).toBe(true);
}

describe('the runner', () => {
  it('brings the boards to the log and keeps them there', async () => {
    const pool = await postgres.database();
    const log = logOf(story);
    await start(log, pool);
    await caughtUp(pool, log);
    const { open, tasks, units, changes } = await boards(pool);
    expect(open.rows).toMatchObject([{ id: incidentId(0), number: 1, status: 'responding' }]);
    expect(open.rows[0]?.tasks).toHaveLength(3);
    expect(tasks.map(({ rows }) => rows.length)).toEqual([1, 1, 1]);
    expect(units.rows).toMatchObject([{ callSign: 'E1' }]);
    expect(changes.cursor).toBe(open.cursor);
    log.append('unit-xinghe.E1', { type: 'UnitOnDuty', data: {} });
    await caughtUp(pool, log);
    const after = await changesAfter(pool, { after: open.cursor, limit: 10 });
    expect(after.changes).toMatchObject([{ board: 'unit', row: { onDuty: true } }]);
  });

  it('beats once a second while idle and says when it stops', async () => {
    const pool = await postgres.database();
    const log = logOf(story);
    const runner = await start(log, pool);
    await caughtUp(pool, log);
    while (!(await status(pool)).live) await sleep(50);
    const first = (await status(pool)).boards?.beatAt;
    while ((await status(pool)).boards?.beatAt === first) await sleep(50);
    expect((await status(pool)).live).toBe(true);
    await runner.stop();
    expect(await status(pool)).toMatchObject({ live: false, boards: { state: 'stopped' } });
  });
});

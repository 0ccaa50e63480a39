import { setTimeout as sleep } from 'node:timers/promises';
import fc from 'fast-check';
import type pg from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { projectBoards } from './boardSession.ts';
import { CheckpointMoved } from './checkpoint.ts';
import type { MemoryLog } from './memoryLog.testkit.ts';
import { newPulse } from './pulse.ts';
import { changesAfter, newestCursor, status } from './queries/index.ts';
import { incidentId, logArbitrary, logOf } from './randomLog.testkit.ts';
import { rebuild } from './rebuild.ts';
import { type Runner, startRunner } from './runner.ts';
import { boards, caughtUp, silent as logger } from './spec.testkit.ts';
import { startTestPostgres, type TestPostgres } from './testPostgres.testkit.ts';

let postgres: TestPostgres;
beforeAll(async () => {
  postgres = await startTestPostgres();
}, 60_000);
afterAll(() => postgres.stop(), 60_000);

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
  const runner = await startRunner({ store: log.store, pool, logger, policies: [] });
  running.push(runner);
  return runner;
}

/** Projects the whole log on the pool's database, without a runner. */
async function project(log: MemoryLog, pool: pg.Pool): Promise<void> {
  const runner = await startRunner({ store: log.store, pool, logger, policies: [] });
  await caughtUp(pool, log);
  await runner.stop();
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

  it('lets a stand-by go on where the leader stopped', async () => {
    const pool = await postgres.database();
    const log = logOf(story);
    const leader = await start(log, pool);
    await caughtUp(pool, log);
    await start(log, pool);
    await leader.stop();
    log.append('unit-xinghe.E1', { type: 'UnitOnDuty', data: {} });
    await caughtUp(pool, log);
    const { changes } = await boards(pool);
    expect(changes.changes.filter(({ board }) => board === 'unit').at(-1)?.row).toMatchObject({
      onDuty: true,
    });
  });

  it('[P3] stops at an event that it can not project, with everything before it written', async () => {
    const pool = await postgres.database();
    const log = logOf(story);
    const before = log.lastPosition();
    log.append('incident-unknown', { type: 'NoteAdded', data: { note: 'n', text: 't' } });
    log.append('unit-xinghe.E1', { type: 'UnitOnDuty', data: {} });
    await start(log, pool);
    while ((await status(pool)).boards?.state !== 'failed') await sleep(20);
    const found = await status(pool);
    expect(found).toMatchObject({ live: false, position: before });
    expect(found.boards?.message).toContain('NoteAdded at position');
  });

  it('goes on by itself when PostgreSQL cuts its connections', async () => {
    const pool = await postgres.database();
    const log = logOf(story);
    await start(log, pool);
    await caughtUp(pool, log);
    await pool.query(
      `select pg_terminate_backend(pid) from pg_stat_activity
       where datname = current_database() and pid <> pg_backend_pid()`,
    );
    log.append('unit-xinghe.E1', { type: 'UnitOnDuty', data: {} });
    await caughtUp(pool, log);
    const { changes } = await boards(pool);
    expect(changes.changes.at(-1)?.row).toMatchObject({ onDuty: true });
  });

  it('refuses a database that has handled more than the log holds', async () => {
    const pool = await postgres.database();
    const log = logOf(story);
    await project(log, pool);
    await expect(start(log.upTo(3), pool)).rejects.toMatchObject({
      code: 'CHECKPOINT_BEYOND_LOG',
    });
  });

  it('[P2] stands by while another handles what came after it asked how long the log is', async () => {
    const pool = await postgres.database();
    const log = logOf(story);
    await start(log, pool);
    await caughtUp(pool, log);
    const lastPosition = async () => {
      const asked = log.lastPosition();
      log.append('unit-xinghe.E1', { type: 'UnitOnDuty', data: {} });
      await caughtUp(pool, log);
      return asked;
    };
    const store = { ...log.store, lastPosition };
    const standBy = startRunner({ store, pool, logger, policies: [] });
    await expect(standBy).resolves.toBeDefined();
    running.push(await standBy);
  });

  it('[P2] never applies an event twice, however two sessions race', async () => {
    const seed = Date.now() % 2 ** 31;
    console.info(`seed ${seed}`);
    await fc.assert(
      fc.asyncProperty(logArbitrary, async (log) => {
        const pool = await postgres.database();
        await race(pool, log);
        const alone = await postgres.database();
        await project(log, alone);
        expect(await boards(pool)).toEqual(await boards(alone));
      }),
      { seed, numRuns: 4 },
    );
  }, 60_000);

  it('[F1] [P1] goes on after a stop, and rebuilt, with the same boards and the same cursors', async () => {
    const seed = Date.now() % 2 ** 31;
    console.info(`seed ${seed}`);
    await fc.assert(
      fc.asyncProperty(
        logArbitrary,
        fc.double({ min: 0, max: 1, noNaN: true }),
        async (log, cut) => {
          const whole = await postgres.database();
          await project(log, whole);
          const stopped = await postgres.database();
          const part = log.upTo(Math.max(1, Math.floor(log.events.length * cut)));
          await project(part, stopped);
          await project(log, stopped);
          const expected = await boards(whole);
          expect(await boards(stopped)).toEqual(expected);
          const newest = await newestCursor(whole);
          await rebuild({ store: log.store, pool: whole, logger });
          expect(await boards(whole)).toEqual(expected);
          expect(await newestCursor(whole)).toBe(newest);
        },
      ),
      { seed, numRuns: 4 },
    );
  }, 60_000);

  it('is rebuilt while it runs', async () => {
    const pool = await postgres.database();
    const log = logOf(story);
    await start(log, pool);
    await caughtUp(pool, log);
    const before = await boards(pool);
    const percents: number[] = [];
    const end = await rebuild({
      store: log.store,
      pool,
      logger,
      onProgress: ({ percent }) => percents.push(percent),
    });
    expect(end).toMatchObject({ events: log.events.length, percent: 100 });
    expect(percents.at(-1)).toBe(100);
    expect(await boards(pool)).toEqual(before);
    log.append('unit-xinghe.E1', { type: 'UnitOnDuty', data: {} });
    await caughtUp(pool, log);
  });
});

/** Two sessions at once on one database; starts over whoever finds the checkpoint moved. */
async function race(pool: pg.Pool, log: MemoryLog): Promise<void> {
  const done = new AbortController();
  const run = async (): Promise<void> => {
    while (!done.signal.aborted) {
      const client = await pool.connect();
      const pulse = newPulse('boards');
      const signal = done.signal;
      const parts = { store: log.store, pool, client, pulse, signal, onDrop: () => undefined };
      try {
        await projectBoards({ ...parts, batchSize: 5 });
      } catch (error) {
        if (!(error instanceof CheckpointMoved)) throw error;
      } finally {
        client.release();
      }
    }
  };
  const both = Promise.all([run(), run()]);
  await caughtUp(pool, log);
  done.abort();
  await both;
}

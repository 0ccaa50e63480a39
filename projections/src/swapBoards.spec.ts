import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createNext } from './nextBoards.ts';
import { openPool } from './openPool.ts';
import { changesAfter, compareCursors, incidentRows, status, unitRows } from './queries/index.ts';
import { logOf } from './randomLog.testkit.ts';
import { rebuild } from './rebuild.ts';
import { type Runner, startRunner } from './runner.ts';
import { boards, caughtUp, silent as logger } from './spec.testkit.ts';
import { startTestPostgres, type TestPostgres } from './testPostgres.testkit.ts';

let postgres: TestPostgres;
beforeAll(async () => {
  postgres = await startTestPostgres();
}, 60_000);
afterAll(() => postgres.stop(), 60_000);

const running: Runner[] = [];
afterEach(async () => {
  for (const runner of running.splice(0)) await runner.stop();
});

const story = [0, 0, 1, 1, 4, 8, 10].map((kind) => ({ incident: 0, kind, task: 0, who: 0 }));
const append = (log: ReturnType<typeof logOf>, count: number) =>
  log.append(
    'unit-xinghe.E1',
    count % 2
      ? { type: 'UnitOffDuty', data: { reason: 'washing' } }
      : { type: 'UnitOnDuty', data: {} },
  );

describe('a rebuild beside the live boards', () => {
  it('[P7] [F33] is seen by nobody who reads meanwhile: no empty board, no way back, nothing left out', async () => {
    const pool = await postgres.database();
    const log = logOf(story);
    running.push(await startRunner({ store: log.store, pool, logger, policies: [] }));
    await caughtUp(pool, log);
    let over = false;
    const reading = async (): Promise<number> => {
      let { cursor } = await incidentRows(pool, { city: 'xinghe', closed: false, limit: 10 });
      let readings = 0;
      for (; !over; readings += 1) {
        const incidents = await incidentRows(pool, { city: 'xinghe', closed: false, limit: 10 });
        expect(incidents.rows).toHaveLength(1);
        expect(compareCursors(incidents.cursor, cursor)).toBeGreaterThanOrEqual(0);
        const units = await unitRows(pool, { city: 'xinghe', limit: 10 });
        expect(units.rows).toHaveLength(1);
        const { changes } = await changesAfter(pool, { after: cursor, limit: 1_000 });
        for (const change of changes) expect(compareCursors(change.cursor, cursor)).toBe(1);
        cursor = incidents.cursor;
      }
      return readings;
    };
    const writing = async (): Promise<void> => {
      for (let count = 0; !over; count += 1) {
        append(log, count);
        await sleep(5);
      }
    };
    const busy = [reading(), reading(), reading(), writing()];
    const before = (await status(pool)).boards?.leader;
    for (let round = 0; round < 4; round += 1) await rebuild({ store: log.store, pool, logger });
    over = true;
    const [readings = 0] = await Promise.all(busy);
    expect(readings).toBeGreaterThan(0);
    await caughtUp(pool, log);
    expect((await status(pool)).boards?.leader).toBe(before);
    const fresh = await postgres.database();
    running.push(await startRunner({ store: log.store, pool: fresh, logger, policies: [] }));
    await caughtUp(fresh, log);
    expect(await boards(pool)).toEqual(await boards(fresh));
    const { rows } = await pool.query(
      `select nspname from pg_namespace where nspname in ('next', 'old')`,
    );
    expect(rows).toEqual([]);
  });

  it('[P8] begins anew where a killed one left off', async () => {
    const pool = await postgres.database();
    const log = logOf(story);
    const runner = await startRunner({ store: log.store, pool, logger, policies: [] });
    await caughtUp(pool, log);
    await runner.stop();
    const expected = await boards(pool);
    const client = await pool.connect();
    await createNext(client, false);
    client.release();
    const next = openPool(pool.options, 'next');
    next.on('error', () => undefined);
    await next.query(`insert into incident_counter values ('elsewhere', 7)`);
    await next.end();
    const end = await rebuild({ store: log.store, pool, logger });
    expect(end).toMatchObject({ events: log.events.length, percent: 100, leftMs: 0 });
    expect(await boards(pool)).toEqual(expected);
    const counters = await pool.query('select city from incident_counter');
    expect(counters.rows).toEqual([{ city: 'xinghe' }]);
  });

  it('[P7] waits for who reads for long, and misses nothing of what is recorded meanwhile', async () => {
    const pool = await postgres.database();
    const log = logOf(story);
    running.push(await startRunner({ store: log.store, pool, logger, policies: [] }));
    await caughtUp(pool, log);
    const reader = await pool.connect();
    await reader.query('begin');
    await reader.query('select from checkpoint');
    const rebuilt = rebuild({ store: log.store, pool, logger });
    const blocked = `select from pg_locks where not granted and mode = 'AccessExclusiveLock'`;
    const waits = () =>
      expect.poll(async () => (await pool.query(blocked)).rowCount, { timeout: 20_000 });
    await waits().toBe(1);
    append(log, 0);
    await waits().toBe(0);
    await waits().toBe(1);
    await reader.query('commit');
    reader.release();
    expect((await rebuilt).percent).toBe(100);
    await caughtUp(pool, log);
    const fresh = await postgres.database();
    running.push(await startRunner({ store: log.store, pool: fresh, logger, policies: [] }));
    await caughtUp(fresh, log);
    expect(await boards(pool)).toEqual(await boards(fresh));
  });

  it('[P8] leaves the boards as they are when a projection fails, also when two are asked for at once', async () => {
    const pool = await postgres.database();
    const log = logOf(story);
    const runner = await startRunner({ store: log.store, pool, logger, policies: [] });
    await caughtUp(pool, log);
    await runner.stop();
    const expected = await boards(pool);
    log.append('incident-unknown', { type: 'NoteAdded', data: { note: 'n', text: 't' } });
    const both = await Promise.allSettled([
      rebuild({ store: log.store, pool, logger }),
      rebuild({ store: log.store, pool, logger }),
    ]);
    const codes = both.map((one) => one.status === 'rejected' && one.reason.code);
    expect(codes).toEqual(['PROJECTION_FAILED', 'PROJECTION_FAILED']);
    expect(await boards(pool)).toEqual(expected);
    const told = await pool.query('select state from rebuild');
    expect(told.rows).toEqual([{ state: 'failed' }]);
  });

  it('[P7] [T5] leaves the process managers where they are, also while the log grows', async () => {
    const pool = await postgres.database();
    const log = logOf(story);
    running.push(await startRunner({ store: log.store, pool, logger, policies: [] }));
    await caughtUp(pool, log);
    const before = await pool.query('select generation from policy_checkpoint');
    const store = {
      ...log.store,
      // What comes between one question and the next is in the boards before the next.
      lastPosition: async () => {
        const last = await log.store.lastPosition();
        append(log, 0);
        await caughtUp(pool, log);
        return last;
      },
    };
    await rebuild({ store, pool, logger });
    const after = await pool.query('select generation from policy_checkpoint');
    expect(after.rows).toEqual(before.rows);
  });

  it('[P7] takes over another log where the old one was replaced', async () => {
    const pool = await postgres.database();
    const old = logOf([...story, ...story, ...story]);
    const first = await startRunner({ store: old.store, pool, logger, policies: [] });
    await caughtUp(pool, old);
    await first.stop();
    const log = logOf(story);
    await rebuild({ store: log.store, pool, logger });
    running.push(await startRunner({ store: log.store, pool, logger, policies: [] }));
    append(log, 0);
    await caughtUp(pool, log);
    const fresh = await postgres.database();
    running.push(await startRunner({ store: log.store, pool: fresh, logger, policies: [] }));
    await caughtUp(fresh, log);
    expect(await boards(pool)).toEqual(await boards(fresh));
  });
});

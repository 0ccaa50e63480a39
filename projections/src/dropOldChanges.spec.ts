import fc from 'fast-check';
import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dropOldChanges } from './dropOldChanges.ts';
import type { MemoryLog } from './memoryLog.testkit.ts';
import { changesAfter, changesKeptAfter, compareCursors, START_CURSOR } from './queries/index.ts';
import { logArbitrary } from './randomLog.testkit.ts';
import { rebuild } from './rebuild.ts';
import { startRunner } from './runner.ts';
import { boards, caughtUp, silent as logger } from './spec.testkit.ts';
import { startTestPostgres, type TestPostgres } from './testPostgres.testkit.ts';

let postgres: TestPostgres;
beforeAll(async () => {
  postgres = await startTestPostgres();
}, 60_000);
afterAll(() => postgres.stop(), 60_000);

const keepDays = 400;
const day = 86_400_000;
/** Ten events a partition. */
const partitionWidth = 100n;

async function project(pool: pg.Pool, log: MemoryLog): Promise<void> {
  const parts = { store: log.store, pool, logger, policies: [], partitionWidth };
  // A clock long before the log keeps the runner itself from dropping anything.
  const runner = await startRunner({ ...parts, clock: () => new Date(0) });
  await caughtUp(pool, log);
  await runner.stop();
}

/** Drops what is older than the event at `at`, as if it had just come to be 400 days old. */
function dropBefore(pool: pg.Pool, log: MemoryLog, at: number): Promise<number> {
  const recorded = Date.parse(log.events[at]?.meta.recordedAt ?? '');
  const clock = () => new Date(recorded + keepDays * day);
  return dropOldChanges({ pool, logger, clock, keepDays });
}

const everyChange = (pool: pg.Pool) => changesAfter(pool, { after: START_CURSOR, limit: 10_000 });

describe('[F20] old changes', () => {
  it('are dropped by whole partitions, which is said by the cursor after which all are kept', async () => {
    await fc.assert(
      fc.asyncProperty(logArbitrary, fc.integer({ min: 20, max: 100 }), async (log, cut) => {
        const pool = await postgres.database();
        await project(pool, log);
        const all = await everyChange(pool);
        expect(await changesKeptAfter(pool)).toBe(START_CURSOR);
        const at = Math.floor((log.events.length - 1) * (cut / 100));
        await dropBefore(pool, log, at);
        const bound = (log.events[at]?.position ?? 0n) / partitionWidth;
        const kept = await everyChange(pool);
        expect(kept.changes).toEqual(
          all.changes.filter(({ position }) => position / partitionWidth >= bound),
        );
        const after = await changesKeptAfter(pool);
        const known = all.changes.filter(({ cursor }) => compareCursors(cursor, after) > 0);
        expect(kept.changes).toEqual(known);
        const before = await boards(pool);
        await rebuild({ store: log.store, pool, logger });
        expect(await boards(pool)).toEqual(before);
        expect(await changesKeptAfter(pool)).toBe(after);
      }),
      { numRuns: 5 },
    );
  }, 60_000);

  it('stay in the partition that is written to, however old they are', async () => {
    const pool = await postgres.database();
    const [log] = fc.sample(logArbitrary, { seed: 7, numRuns: 1 });
    if (!log) throw new Error('no log');
    await project(pool, log);
    const last = log.lastPosition() ?? 0n;
    const clock = () => new Date(Date.parse('2199-01-01T00:00:00Z'));
    await dropOldChanges({ pool, logger, clock, keepDays });
    const { changes } = await everyChange(pool);
    const all = changes.every(
      ({ position }) => position / partitionWidth === last / partitionWidth,
    );
    expect(all).toBe(true);
    log.append('unit-xinghe.E1', { type: 'UnitOnDuty', data: {} });
    await project(pool, log);
    expect((await everyChange(pool)).changes.at(-1)?.row).toMatchObject({ onDuty: true });
  });
});

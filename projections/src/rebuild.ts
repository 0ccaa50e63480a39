import { setTimeout as sleep } from 'node:timers/promises';
import type { Position } from '@tocsin/domain';
import type { Pool, PoolClient } from 'pg';
import type { Logger } from 'pino';
import { projectBoards } from './boardSession.ts';
import { listPartitions } from './changePartitions.ts';
import { type Checkpoint, readCheckpoint } from './checkpoint.ts';
import { createNext, dropBoards } from './nextBoards.ts';
import { poolBeside } from './openPool.ts';
import { pause } from './pause.ts';
import type { ProjectedStore } from './projectedStore.ts';
import { newPulse, type Pulse } from './pulse.ts';
import { progressAt, type RebuildProgress, tellProgress } from './rebuildProgress.ts';
import { swapBoards } from './swapBoards.ts';

export interface RebuildParts {
  readonly store: ProjectedStore;
  readonly pool: Pool;
  readonly logger: Logger;
  readonly onProgress?: (progress: RebuildProgress) => void;
}

/** One rebuild a database at a time. */
const REBUILD_LOCK = 7_219_840_004n;
const lookMs = 250;
const patienceMs = 3_000;

export class RebuildUnderWay extends Error {
  readonly code = 'REBUILD_UNDER_WAY';
  override readonly name = 'RebuildUnderWay';
}

/**
 * Makes the read models again from the log, beside those that are shown, and swaps them in one
 * transaction: whoever reads or follows the boards goes on meanwhile, and after it from the same
 * cursors. Where a runner leads, it goes on with the new ones. A rebuild that was killed is begun
 * anew by the next; until the swap it has changed nothing.
 *
 * Throws ProjectionFailed, RebuildUnderWay, or what the store or PostgreSQL threw.
 */
export async function rebuild(parts: RebuildParts): Promise<RebuildProgress> {
  const client = await parts.pool.connect();
  try {
    await lockRebuild(client);
    for (const left of ['next', 'old'] as const) await dropBoards(client, left);
    return await rebuildLocked(parts, client);
  } finally {
    // The connection's end would free the lock as well, but only some time after this.
    await client.query('select pg_advisory_unlock($1)', [REBUILD_LOCK]).catch(() => undefined);
    client.release(true);
  }
}

/** Waits a little: PostgreSQL notices only after a moment that one before this was killed. */
async function lockRebuild(client: PoolClient): Promise<void> {
  const until = performance.now() + patienceMs;
  for (;;) {
    const asked = await client.query<{ locked: boolean }>(
      'select pg_try_advisory_lock($1) as locked',
      [REBUILD_LOCK],
    );
    if (asked.rows[0]?.locked) return;
    if (performance.now() > until) throw new RebuildUnderWay('A rebuild is under way already.');
    await sleep(lookMs);
  }
}

async function rebuildLocked(parts: RebuildParts, client: PoolClient): Promise<RebuildProgress> {
  const { store, pool } = parts;
  // The checkpoint first: the log goes on meanwhile, and what the leader has is in it.
  const shown = await readCheckpoint(pool, 'boards');
  const target = await store.lastPosition();
  const another = isOfAnotherLog(shown, target);
  await createNext(client, another);
  const begun = performance.now();
  const beside = poolBeside(pool, 'next', 3);
  beside.on('error', () => undefined);
  const [partition] = await listPartitions(client);
  const refill = () => fill(parts, beside, partition && partition.to - partition.from);
  let filling = refill();
  const progress = async (): Promise<RebuildProgress> =>
    progressAt(await readCheckpoint(beside, 'boards'), target, performance.now() - begun);
  try {
    for (;;) {
      const now = await progress();
      parts.onProgress?.(now);
      await tellProgress(pool, 'running', now);
      if (filling.pulse.caughtUp) {
        const { settle } = filling;
        const swap = { another, settle };
        if (await swapBoards(client, swap)) return await done(parts, client, now);
        if (filling.ended.aborted) filling = refill();
      }
      await Promise.race([filling.failed, pause(lookMs, filling.ended)]);
    }
  } catch (error) {
    await filling.settle().catch(() => undefined);
    await tellProgress(pool, 'failed', await progress()).catch(() => undefined);
    throw error;
  } finally {
    await filling.settle().catch(() => undefined);
    await beside.end();
  }
}

const isOfAnotherLog = ({ eventPosition }: Checkpoint, last: Position | undefined): boolean =>
  eventPosition !== undefined && (last === undefined || eventPosition > last);

async function done(
  { pool, onProgress }: RebuildParts,
  client: PoolClient,
  last: RebuildProgress,
): Promise<RebuildProgress> {
  const { events } = await readCheckpoint(pool, 'boards');
  const end = { ...last, events, percent: 100, leftMs: 0 };
  onProgress?.(end);
  await tellProgress(pool, 'done', end);
  await dropBoards(client, 'old');
  return end;
}

interface Filling {
  readonly pulse: Pulse;
  /** Aborted when nothing more is written. */
  readonly ended: AbortSignal;
  /** Rejects with what the projections threw. */
  readonly failed: Promise<never>;
  /** Ends it; resolves when nothing is written any more, rejects with what it failed with. */
  settle(): Promise<void>;
}

/** Projects into the read models of the pool until it is settled. */
function fill({ store, logger }: RebuildParts, pool: Pool, width: bigint | undefined): Filling {
  const pulse = newPulse('boards');
  const stop = new AbortController();
  const ended = new AbortController();
  const onDrop = (err: unknown): void => logger.warn({ err }, 'the event store was lost');
  const run = async (): Promise<void> => {
    const client = await pool.connect();
    try {
      await client.query('set synchronous_commit = off');
      const { signal } = stop;
      const parts = { store, pool, client, pulse, signal, onDrop };
      await projectBoards({ ...parts, ...(width !== undefined && { partitionWidth: width }) });
    } finally {
      client.release(true);
      ended.abort();
    }
  };
  const running = run();
  const failed = new Promise<never>((_, reject) => running.catch(reject));
  failed.catch(() => undefined);
  return {
    pulse,
    ended: ended.signal,
    failed,
    settle: async () => {
      stop.abort();
      await running;
    },
  };
}

import type { Position } from '@tocsin/domain';
import type { Pool } from 'pg';
import type { Logger } from 'pino';
import { projectBoards } from './boardSession.ts';
import { CheckpointMoved, readCheckpoint } from './checkpoint.ts';
import { tryLead } from './leadership.ts';
import { pause } from './pause.ts';
import type { ProjectedStore } from './projectedStore.ts';
import { beat, leaderName, newPulse } from './pulse.ts';
import { wipe } from './wipe.ts';

export interface RebuildProgress {
  readonly events: number;
  /** Events a second since the beginning. */
  readonly rate: number;
  /** 0 to 100, by the log's positions. */
  readonly percent: number;
}

export interface RebuildParts {
  readonly store: ProjectedStore;
  readonly pool: Pool;
  readonly logger: Logger;
  readonly onProgress?: (progress: RebuildProgress) => void;
}

const lookMs = 250;

/**
 * Empties the read models and makes them again from the log, up to where it ended at the start.
 * Where a runner leads, that one makes them and this only watches; otherwise this leads meanwhile.
 * Cursors come out the same, so consoles go on from theirs.
 *
 * Throws ProjectionFailed, or what the store or PostgreSQL threw; a runner then goes on from there.
 */
export async function rebuild(parts: RebuildParts): Promise<RebuildProgress> {
  const { store, pool } = parts;
  const target = await store.lastPosition();
  const generation = await wipe(pool, target);
  const begun = performance.now();
  const done = new AbortController();
  const progress = async (): Promise<RebuildProgress> => {
    const { position, events } = await readCheckpoint(pool, 'boards');
    const caughtUp = await runnerIsThrough(pool, generation);
    const percent = caughtUp ? 100 : percentOf(position, target);
    return { events, rate: (events * 1_000) / (performance.now() - begun), percent };
  };
  const replaying = replay(parts, done);
  const ended = replaying.catch(() => undefined);
  try {
    while (!done.signal.aborted) {
      const now = await progress();
      parts.onProgress?.(now);
      if (now.percent === 100) return now;
      await pause(lookMs, done.signal);
    }
  } finally {
    done.abort();
    await ended;
  }
  await replaying;
  throw new Error('The rebuild ended before it was through.');
}

function percentOf(position: Position | undefined, target: Position | undefined): number {
  if (target === undefined) return 100;
  if (position === undefined) return 0;
  if (position >= target) return 100;
  return Math.min(99, Number((position * 100n) / target));
}

/** Replays whenever nobody else leads; ends, and ends the watching, with the first failure. */
async function replay({ store, pool, logger }: RebuildParts, done: AbortController): Promise<void> {
  while (!done.signal.aborted) {
    const lead = await tryLead(pool);
    if (!lead) {
      await pause(lookMs, done.signal);
      continue;
    }
    const signal = AbortSignal.any([done.signal, lead.lost]);
    const onDrop = (err: unknown): void => logger.warn({ err }, 'the event store was lost');
    const pulse = newPulse('boards');
    const ending = new AbortController();
    const beating = beat(pool, leaderName(), [pulse], logger, ending.signal);
    try {
      await projectBoards({ store, pool, client: lead.client, pulse, signal, onDrop });
    } catch (error) {
      if (error instanceof CheckpointMoved) continue;
      done.abort();
      throw error;
    } finally {
      ending.abort();
      await beating;
      lead.release();
    }
  }
}

/**
 * Whether whoever projects under this generation says that it has caught up. The log may end in
 * events that are not Tocsin's: then the boards never come to its last position.
 *
 * @throws when it says that it failed
 */
async function runnerIsThrough(pool: Pool, generation: string): Promise<boolean> {
  const found = await pool.query<{ state: string; caught_up: boolean; message: string | null }>(
    `select state, caught_up, message from runner where name = 'boards' and generation = $1`,
    [generation],
  );
  const runner = found.rows[0];
  if (runner?.state === 'failed') throw new Error(runner.message ?? 'The projections failed.');
  return runner?.caught_up ?? false;
}

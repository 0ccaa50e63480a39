import { UnreadableEventError } from '@tocsin/domain';
import type { Pool } from 'pg';
import type { Logger } from 'pino';
import { projectBoards } from './boardSession.ts';
import {
  assertWithinLog,
  CheckpointBeyondLog,
  CheckpointMoved,
  type Consumer,
  readCheckpoint,
} from './checkpoint.ts';
import { type Lead, waitForLead } from './leadership.ts';
import { Backoff } from './pause.ts';
import { ProjectionFailed } from './projectBatch.ts';
import type { ProjectedStore } from './projectedStore.ts';
import { beat, newPulse, type Pulse } from './pulse.ts';

export interface RunnerParts {
  readonly store: ProjectedStore;
  readonly pool: Pool;
  readonly logger: Logger;
}
export interface Runner {
  /** Resolves when nothing of it runs any more and the lead is given up. */
  stop(): Promise<void>;
}

/**
 * Keeps the read models current and runs the process managers, as the one leader or as a stand-by
 * that takes over. Lost connections, to PostgreSQL or the event store, are waited out. The
 * database must have been migrated.
 *
 * @throws CheckpointBeyondLog when the database belongs to another log
 */
export async function startRunner(parts: RunnerParts): Promise<Runner> {
  const last = await parts.store.lastPosition();
  for (const consumer of ['boards', 'policies'] satisfies Consumer[]) {
    assertWithinLog(consumer, await readCheckpoint(parts.pool, consumer), last);
  }
  const stopping = new AbortController();
  const lostIdle = (err: Error): void => parts.logger.warn({ err }, 'PostgreSQL was lost');
  parts.pool.on('error', lostIdle);
  const running = run(parts, stopping.signal);
  return {
    stop: async () => {
      stopping.abort();
      await running;
      parts.pool.off('error', lostIdle);
    },
  };
}

async function run(parts: RunnerParts, stop: AbortSignal): Promise<void> {
  const backoff = new Backoff();
  while (!stop.aborted) {
    try {
      const lead = await waitForLead(parts.pool, stop);
      if (lead) await runAsLeader(parts, lead, stop);
      backoff.reset();
    } catch (err) {
      parts.logger.warn({ err }, 'no lead: PostgreSQL does not answer');
      await backoff.wait(stop);
    }
  }
}

async function runAsLeader(parts: RunnerParts, lead: Lead, stop: AbortSignal): Promise<void> {
  const { store, pool, logger } = parts;
  logger.info('leading the projections');
  const signal = AbortSignal.any([stop, lead.lost]);
  const boards = newPulse('boards');
  const onDrop = (err: unknown): void => logger.warn({ err }, 'the event store was lost');
  const session = { store, pool, client: lead.client, pulse: boards, signal, onDrop };
  try {
    await Promise.all([
      keepGoing(boards, () => projectBoards(session), logger, signal),
      beat(pool, [boards], logger, signal),
    ]);
  } finally {
    lead.release();
    logger.info('no longer leading the projections');
  }
}

/** Nothing may go on as if this had been handled: it needs a person. */
const needsAPerson = (error: unknown): boolean =>
  error instanceof ProjectionFailed ||
  error instanceof UnreadableEventError ||
  error instanceof CheckpointBeyondLog;

/**
 * Session after session until the signal is aborted; what a session throws ends only that session.
 * An event that can't be handled ends them all: nothing is ever skipped.
 */
async function keepGoing(
  pulse: Pulse,
  session: () => Promise<void>,
  logger: Logger,
  signal: AbortSignal,
): Promise<void> {
  const backoff = new Backoff();
  while (!signal.aborted) {
    const before = pulse.position;
    try {
      await session();
    } catch (err) {
      if (signal.aborted) return;
      if (needsAPerson(err)) {
        const message = err instanceof Error ? err.message : String(err);
        Object.assign(pulse, { state: 'failed', message });
        logger.error({ err, consumer: pulse.consumer }, 'stopped at an event');
        return;
      }
      const again = err instanceof CheckpointMoved ? 'starting over' : 'trying again';
      logger.warn({ err, consumer: pulse.consumer }, again);
    }
    if (pulse.position !== before) backoff.reset();
    await backoff.wait(signal);
  }
}

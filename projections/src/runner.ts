import { policies as allPolicies, type Policy, type Position } from '@tocsin/domain';
import type { Pool } from 'pg';
import type { Logger } from 'pino';
import { projectBoards } from './boardSession.ts';
import { assertWithinLog, type Consumer, readCheckpoint } from './checkpoint.ts';
import { keepDropping, usualKeepDays } from './dropOldChanges.ts';
import { keepGoing } from './keepGoing.ts';
import { type Lead, waitForLead } from './leadership.ts';
import { Backoff, pause } from './pause.ts';
import { fireTimers } from './policies/fireTimers.ts';
import { runPolicies } from './policies/policySession.ts';
import type { ProjectedStore } from './projectedStore.ts';
import { beat, leaderName, newPulse, type Pulse } from './pulse.ts';
import { type RunnerObserver, together } from './runnerObserver.ts';

export interface RunnerParts {
  readonly store: ProjectedStore;
  readonly pool: Pool;
  readonly logger: Logger;
  /** Default: all of the domain's. */
  readonly policies?: readonly Policy[];
  /** By which timers fall due. Default: this machine's. */
  readonly clock?: () => Date;
  /** Days that changes are kept at least, for consoles that resume and boards of the past. */
  readonly keepChangesDays?: number;
  /** Log positions a partition of the change log; only tests say. */
  readonly partitionWidth?: bigint;
  readonly observers?: readonly RunnerObserver[];
  /** Whoever is told of changes is also told which events and traces they come from. */
  readonly traced?: boolean;
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
  for (const consumer of ['boards', 'policies'] satisfies Consumer[]) {
    // The checkpoint first: while others write, the log goes on and a leader follows it.
    const at = await readCheckpoint(parts.pool, consumer);
    assertWithinLog(consumer, at, await parts.store.lastPosition());
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
  const { store, pool, logger, policies = allPolicies, clock = () => new Date() } = parts;
  logger.info('leading the projections');
  const signal = AbortSignal.any([stop, lead.lost]);
  const boards = newPulse('boards');
  const onDrop = (err: unknown): void => logger.warn({ err }, 'the event store was lost');
  const managers = newPulse('policies');
  const observer = together(parts.observers ?? []);
  const onProjected = observer.projected;
  const { keepChangesDays: keepDays = usualKeepDays, partitionWidth } = parts;
  const width = partitionWidth === undefined ? {} : { partitionWidth };
  const traced = parts.traced ?? false;
  const common = { store, pool, client: lead.client, signal, onDrop, onProjected, traced };
  const session = { ...common, ...width };
  const project = () => projectBoards({ ...session, pulse: boards });
  const react = async (): Promise<void> => {
    await boardsHave(boards, await store.lastPosition(), signal);
    await runPolicies({ store, pool, logger, policies, pulse: managers, observer, signal, onDrop });
  };
  observer.leading(true);
  try {
    await Promise.all([
      keepGoing(boards, project, logger, signal),
      keepGoing(managers, react, logger, signal),
      fireTimers({ store, pool, logger, policies, clock, observer }, signal),
      beat(pool, leaderName(), [boards, managers], logger, signal),
      keepDropping({ pool, logger, clock, keepDays }, signal),
    ]);
  } finally {
    lead.release();
    observer.leading(false);
    logger.info('no longer leading the projections');
  }
}

/**
 * Waits until the boards contain what is in the log, or can't: with a long log to catch up with,
 * people see it sooner when the process managers don't read it at the same time. The log may end
 * in events that are not Tocsin's: then the boards never come to its last position.
 */
async function boardsHave(
  boards: Pulse,
  position: Position | undefined,
  signal: AbortSignal,
): Promise<void> {
  if (position === undefined) return;
  const behind = (): boolean =>
    !boards.caughtUp && (boards.position === undefined || boards.position < position);
  while (boards.state === 'running' && behind() && !signal.aborted) await pause(20, signal);
}

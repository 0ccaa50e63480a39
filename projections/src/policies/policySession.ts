import type { Policy } from '@tocsin/domain';
import type { Batch } from '@tocsin/domain/store';
import type { Pool } from 'pg';
import type { Logger } from 'pino';
import {
  assertWithinLog,
  type Checkpoint,
  CheckpointMoved,
  readCheckpoint,
} from '../checkpoint.ts';
import { Backoff } from '../pause.ts';
import type { ProjectedStore } from '../projectedStore.ts';
import { type Pulse, tellCaughtUp } from '../pulse.ts';
import type { RunnerObserver } from '../runnerObserver.ts';
import { inOrder } from './inOrder.ts';
import { type Order, type Orders, ordersOf, streamOf } from './orders.ts';
import { mostAtOnce, sendOrder } from './sendOrder.ts';
import { advancePolicies } from './timers.ts';

/** Small, so that little is sent again after a crash. */
const batchSize = 500;

export interface PolicySession {
  readonly store: ProjectedStore;
  readonly pool: Pool;
  readonly logger: Logger;
  readonly policies: readonly Policy[];
  readonly pulse: Pulse;
  readonly observer: RunnerObserver;
  readonly signal: AbortSignal;
  readonly onDrop: (cause: unknown) => void;
}

/** A process manager could not react to an event. */
export class PolicyFailed extends Error {
  readonly code = 'POLICY_FAILED';
  override readonly name = 'PolicyFailed';
}

/**
 * Lets the process managers react from their checkpoint on until the signal is aborted: first their
 * commands, each answered, in the log's order for an incident; then, in one transaction, their
 * timers and the checkpoint. What was sent and not checkpointed is sent again, without effect.
 *
 * Throws PolicyFailed, CheckpointMoved, CheckpointBeyondLog, or what the store or PostgreSQL threw.
 */
export async function runPolicies(session: PolicySession): Promise<void> {
  const { store, pool, pulse, onDrop } = session;
  let at = await readCheckpoint(pool, 'policies');
  assertWithinLog('policies', at, await store.lastPosition());
  const ending = new AbortController();
  const signal = AbortSignal.any([session.signal, ending.signal]);
  Object.assign(pulse, { position: at.position, eventAt: at.eventAt, generation: at.generation });
  pulse.restart = () => ending.abort();
  const drop = (cause: unknown): void => {
    tellCaughtUp(pulse, false);
    onDrop(cause);
  };
  try {
    for await (const batch of store.follow({
      after: at.position,
      batchSize,
      signal,
      onDrop: drop,
    })) {
      if (!batch.caughtUp) tellCaughtUp(pulse, false);
      at = await handle({ ...session, signal }, batch, at);
      const { position, eventAt } = at;
      Object.assign(pulse, { position, eventAt });
      tellCaughtUp(pulse, batch.caughtUp);
    }
    if (ending.signal.aborted) throw new CheckpointMoved('The policies start over.');
  } finally {
    pulse.restart = () => undefined;
    tellCaughtUp(pulse, false);
  }
}

async function handle(session: PolicySession, batch: Batch, at: Checkpoint): Promise<Checkpoint> {
  const to = batch.position;
  if (to === undefined || to === at.position) return at;
  const { commands, timers } = reactions(session.policies, batch);
  await inOrder(commands, streamOf, mostAtOnce, (order) => send(session, order));
  if (session.signal.aborted) return at;
  const last = batch.events.at(-1);
  const { generation, position: from } = at;
  const eventPosition = last?.position;
  const eventAt = last?.meta.recordedAt;
  const events = batch.events.length;
  const step = { generation, from, to, eventPosition, eventAt, events };
  await advancePolicies(session.pool, step, timers);
  return {
    ...at,
    position: to,
    eventPosition: eventPosition ?? at.eventPosition,
    eventAt: eventAt === undefined ? at.eventAt : new Date(eventAt),
    events: at.events + events,
  };
}

function reactions(policies: readonly Policy[], { events }: Batch): Orders {
  try {
    return ordersOf(policies, events);
  } catch (cause) {
    const last = events.at(-1)?.position;
    const message = cause instanceof Error ? cause.message : String(cause);
    throw new PolicyFailed(`A process manager failed at or before ${last}: ${message}`, { cause });
  }
}

/** Sends until there is an answer or the session ends: nothing is skipped. */
async function send(
  { store, logger, observer, signal }: PolicySession,
  order: Order,
): Promise<void> {
  const backoff = new Backoff();
  while (!signal.aborted) {
    try {
      return await sendOrder(store, order, logger, observer);
    } catch (err) {
      const { policy, target } = order;
      logger.warn(
        { err, policy, stream: streamOf(order), command: target.command.type },
        'trying again',
      );
      await backoff.wait(signal);
    }
  }
}

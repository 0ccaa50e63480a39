import { type Policy, policyActor } from '@tocsin/domain';
import type { Pool } from 'pg';
import type { Logger } from 'pino';
import { Backoff, pause } from '../pause.ts';
import type { ProjectedStore } from '../projectedStore.ts';
import type { RunnerObserver } from '../runnerObserver.ts';
import { inOrder } from './inOrder.ts';
import { streamOf, type Timer } from './orders.ts';
import { mostAtOnce, sendOrder } from './sendOrder.ts';
import { deleteTimer, dueTimers } from './timers.ts';

const lookMs = 500;
const mostAtATime = 200;

export interface TimerParts {
  readonly store: ProjectedStore;
  readonly pool: Pool;
  readonly logger: Logger;
  readonly policies: readonly Policy[];
  readonly clock: () => Date;
  readonly observer: RunnerObserver;
}

/**
 * Fires due timers until the signal is aborted. Each fires at least once: it is deleted only after
 * its command had an answer, and firing again changes nothing.
 */
export async function fireTimers(parts: TimerParts, signal: AbortSignal): Promise<void> {
  const backoff = new Backoff();
  while (!signal.aborted) {
    try {
      if (await fireDue(parts, signal)) {
        backoff.reset();
        await pause(lookMs, signal);
        continue;
      }
    } catch (err) {
      parts.logger.warn({ err }, 'the timers could not be read');
    }
    await backoff.wait(signal);
  }
}

/** Fires what is due; false when one of them met a technical failure and stays due. */
async function fireDue(parts: TimerParts, signal: AbortSignal): Promise<boolean> {
  const due = await dueTimers(parts.pool, parts.clock(), mostAtATime);
  let failures = 0;
  await inOrder(due, streamOf, mostAtOnce, async (timer) => {
    if (signal.aborted) return;
    await fire(parts, timer).catch((err: unknown) => {
      failures += 1;
      parts.logger.warn({ err, timer: timer.timer }, 'the timer stays due');
    });
  });
  return failures === 0;
}

async function fire(parts: TimerParts, timer: Timer): Promise<void> {
  const { store, pool, logger, policies, observer } = parts;
  const { policy: name, target, commandId, causationId, correlationId } = timer;
  const policy = policies.find((one) => one.name === name);
  if (!policy) throw new Error(`There is no process manager called ${name}.`);
  const meta = { commandId, actor: policyActor(policy), causationId, correlationId };
  await sendOrder(store, { policy: name, target, meta }, logger, observer);
  await deleteTimer(pool, timer);
  observer.fired?.(name);
}

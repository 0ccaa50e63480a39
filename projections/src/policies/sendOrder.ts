import type { Outcome } from '@tocsin/domain/store';
import type { Logger } from 'pino';
import type { ProjectedStore } from '../projectedStore.ts';
import type { RunnerObserver } from '../runnerObserver.ts';
import { type Order, streamOf } from './orders.ts';

/** At most this many commands of process managers at a time. */
export const mostAtOnce = 32;

/**
 * Sends one command. A refusal is an answer: it is logged with its consequence, that the command is
 * dropped, and holds nothing up. Throws on a technical failure; the same command may be sent again.
 */
export async function sendOrder(
  store: ProjectedStore,
  order: Order,
  logger: Logger,
  observer: RunnerObserver,
): Promise<void> {
  const { policy, target, meta } = order;
  const outcome = await store.send(target, meta);
  observer.ordered?.({ policy, outcome: outcome.kind });
  if (outcome.kind === 'accepted') return;
  const { commandId, causationId } = meta;
  logger.warn(
    {
      policy,
      stream: streamOf(order),
      command: target.command.type,
      commandId,
      causationId,
      answer: answerOf(outcome),
      consequence: 'commandDropped',
    },
    'a process manager was refused',
  );
}

const answerOf = (outcome: Exclude<Outcome, { kind: 'accepted' }>) =>
  outcome.kind === 'rejected' ? outcome.rejection : { conflict: outcome.actual.toString() };

import { UnreadableEventError } from '@tocsin/domain';
import type { Logger } from 'pino';
import { CheckpointBeyondLog, CheckpointMoved } from './checkpoint.ts';
import { Backoff } from './pause.ts';
import { PolicyFailed } from './policies/policySession.ts';
import { ProjectionFailed } from './projectBatch.ts';
import type { Pulse } from './pulse.ts';

/** Nothing may go on as if this had been handled: it needs a person. */
const needsAPerson = (error: unknown): boolean =>
  error instanceof ProjectionFailed ||
  error instanceof PolicyFailed ||
  error instanceof UnreadableEventError ||
  error instanceof CheckpointBeyondLog;

/**
 * Session after session until the signal is aborted; what a session throws ends only that session.
 * At an event that can't be handled it stands still, marked as failed, until a rebuild begins:
 * nothing is ever skipped.
 */
export async function keepGoing(
  pulse: Pulse,
  session: () => Promise<void>,
  logger: Logger,
  signal: AbortSignal,
): Promise<void> {
  const { consumer } = pulse;
  const backoff = new Backoff();
  while (!signal.aborted) {
    const before = pulse.position;
    try {
      await session();
    } catch (err) {
      if (signal.aborted) return;
      if (needsAPerson(err)) {
        logger.error({ err, consumer }, 'stopped at what it can not handle');
        await standStill(pulse, err, signal);
        continue;
      }
      const next = err instanceof CheckpointMoved ? 'starting over' : 'trying again';
      logger.warn({ err, consumer }, next);
    }
    if (pulse.position !== before) backoff.reset();
    await backoff.wait(signal);
  }
}

async function standStill(pulse: Pulse, error: unknown, signal: AbortSignal): Promise<void> {
  const message = error instanceof Error ? error.message : String(error);
  Object.assign(pulse, { state: 'failed', message });
  await new Promise<void>((resolve) => {
    pulse.restart = resolve;
    signal.addEventListener('abort', () => resolve(), { once: true });
    if (signal.aborted) resolve();
  });
  if (!signal.aborted) Object.assign(pulse, { state: 'running', message: undefined });
  pulse.restart = () => undefined;
}

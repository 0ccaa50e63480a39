import { causeStreams, isCauseOf, isDeed, type LogEvent, type Position } from '@tocsin/domain';
import type { Store } from '@tocsin/domain/store';

/** Longer chains are none that a process manager makes. */
const mostSteps = 20;

/** An event with what made it, step by step back. */
export interface CauseChain {
  /** The event itself first. */
  readonly steps: readonly LogEvent[];
  /** The last one is somebody's deed: nothing in the log made it. */
  readonly complete: boolean;
}

async function causeOf(store: Store, event: LogEvent): Promise<LogEvent | undefined> {
  for (const stream of causeStreams(event)) {
    const before = await store.readEvents(stream, (event.position - 1n) as Position);
    const cause = before.findLast((one) => isCauseOf(one, event));
    if (cause) return cause;
  }
  return undefined;
}

/**
 * Follows causation from an event back to the deed that it comes from, across streams.
 *
 * @param visible whether a step may be shown; the chain ends before one that may not
 */
export async function followCauses(
  store: Store,
  event: LogEvent,
  visible: (event: LogEvent) => Promise<boolean>,
): Promise<CauseChain> {
  const steps = [event];
  let step = event;
  while (!isDeed(step)) {
    const cause = steps.length < mostSteps ? await causeOf(store, step) : undefined;
    if (!cause || !(await visible(cause))) return { steps, complete: false };
    steps.push(cause);
    step = cause;
  }
  return { steps, complete: true };
}

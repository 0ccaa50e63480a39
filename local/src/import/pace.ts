import { setTimeout as sleep } from 'node:timers/promises';

interface Timed {
  readonly at: number;
}

/**
 * Hands out steps `speed` times as fast as they happened, counted from the first one; ends early
 * when the signal comes.
 */
export async function* pace<T extends Timed>(
  steps: Iterable<T>,
  speed: number,
  signal: AbortSignal,
): AsyncGenerator<T> {
  let begin: { readonly wall: number; readonly at: number } | undefined;
  for (const step of steps) {
    begin ??= { wall: performance.now(), at: step.at };
    const wait = (step.at - begin.at) / speed - (performance.now() - begin.wall);
    if (wait > 1 && !(await slept(wait, signal))) return;
    yield step;
  }
}

/** False when the signal came first. */
const slept = (ms: number, signal: AbortSignal): Promise<boolean> =>
  sleep(ms, undefined, { signal }).then(
    () => true,
    () => false,
  );

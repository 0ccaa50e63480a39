import { setTimeout as sleep } from 'node:timers/promises';

/** Timers take no more than 24 days at once. */
const longestSleepMs = 86_400_000;

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
    const due = begin.wall + (step.at - begin.at) / speed;
    for (let wait = due - performance.now(); wait > 1; wait = due - performance.now())
      if (!(await slept(Math.min(wait, longestSleepMs), signal))) return;
    yield step;
  }
}

/** False when the signal came first. */
const slept = (ms: number, signal: AbortSignal): Promise<boolean> =>
  sleep(ms, undefined, { signal }).then(
    () => true,
    () => false,
  );

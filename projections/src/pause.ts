import { setTimeout as sleep } from 'node:timers/promises';

/** Resolves after `ms`, or at once when the signal is or gets aborted. Never throws. */
export async function pause(ms: number, signal: AbortSignal): Promise<void> {
  await sleep(ms, undefined, { signal }).catch(() => undefined);
}

/** The pauses between attempts: 100 ms, doubling up to 5 s; `reset` after a success. */
export class Backoff {
  #next = 100;

  reset(): void {
    this.#next = 100;
  }

  async wait(signal: AbortSignal): Promise<void> {
    const ms = this.#next;
    this.#next = Math.min(ms * 2, 5_000);
    await pause(ms, signal);
  }
}

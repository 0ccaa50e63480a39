interface Waiter {
  readonly position: bigint;
  readonly settle: (reached: boolean) => void;
}

/** Those who wait for a log position, each with a time-out. */
export class Waiters {
  readonly #waiting = new Set<Waiter>();

  wait(position: bigint, timeoutMs: number): Promise<boolean> {
    return new Promise((resolve) => {
      const timer = setTimeout(() => settle(false), timeoutMs);
      const settle = (reached: boolean) => {
        clearTimeout(timer);
        this.#waiting.delete(waiter);
        resolve(reached);
      };
      const waiter: Waiter = { position, settle };
      this.#waiting.add(waiter);
    });
  }

  reached(position: bigint): void {
    for (const waiter of this.#waiting) if (waiter.position <= position) waiter.settle(true);
  }

  /** Nobody waits any longer. */
  close(): void {
    for (const waiter of this.#waiting) waiter.settle(false);
  }
}

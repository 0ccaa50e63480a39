export interface ScheduleOptions<T> {
  /** Things with a key in common are done one after the other, in the order they come. */
  readonly keysOf: (task: T) => readonly string[];
  /** Rejects only when there is no going on. */
  readonly run: (task: T) => Promise<void>;
  /** At most this many run at once. */
  readonly inFlight: number;
  /** From then on none is started; what runs is finished. */
  readonly signal?: AbortSignal;
}

/** How many tasks may wait for their turn, for each that may run: enough to find work past a busy key. */
const lookahead = 16;

/**
 * Runs tasks as they come from `tasks`, as many at once as allowed. Each task waits for the earlier
 * ones it shares a key with. Takes tasks only as room gets free, so it holds a bounded number.
 * Resolves when all are done, or what ran when the signal came; rejects with the first failure, after
 * what ran is over and without starting what waited.
 */
export async function schedule<T>(
  tasks: Iterable<T> | AsyncIterable<T>,
  { keysOf, run, inFlight, signal }: ScheduleOptions<T>,
): Promise<void> {
  const tails = new Map<string, Entry<T>>();
  const ready: Entry<T>[] = [];
  let running = 0;
  let taken = 0;
  let failure: { readonly cause: unknown } | undefined;
  let wake: (() => void) | undefined;

  const nudge = () => {
    wake?.();
    wake = undefined;
  };
  const stopped = () => failure !== undefined || signal?.aborted === true;
  const change = () => new Promise<void>((resolve) => (wake = resolve));

  const finish = (entry: Entry<T>) => {
    running -= 1;
    taken -= 1;
    for (const key of entry.keys) if (tails.get(key) === entry) tails.delete(key);
    for (const next of entry.followers) {
      next.waiting -= 1;
      if (next.waiting === 0) ready.push(next);
    }
    start();
    nudge();
  };
  const start = () => {
    while (running < inFlight && !stopped()) {
      const entry = ready.shift();
      if (!entry) return;
      running += 1;
      run(entry.task).then(
        () => finish(entry),
        (cause: unknown) => {
          failure ??= { cause };
          finish(entry);
        },
      );
    }
  };
  const take = (task: T) => {
    const entry: Entry<T> = { task, keys: keysOf(task), followers: new Set(), waiting: 0 };
    for (const key of entry.keys) {
      const before = tails.get(key);
      if (before && !before.followers.has(entry)) {
        before.followers.add(entry);
        entry.waiting += 1;
      }
      tails.set(key, entry);
    }
    taken += 1;
    if (entry.waiting === 0) ready.push(entry);
    start();
  };

  signal?.addEventListener('abort', nudge);
  try {
    for await (const task of tasks) {
      if (stopped()) break;
      take(task);
      while (taken >= inFlight * lookahead && !stopped()) await change();
    }
    while (stopped() ? running > 0 : taken > 0) await change();
  } finally {
    signal?.removeEventListener('abort', nudge);
  }
  if (failure) throw failure.cause;
}

interface Entry<T> {
  readonly task: T;
  readonly keys: readonly string[];
  readonly followers: Set<Entry<T>>;
  waiting: number;
}

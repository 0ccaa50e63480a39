import type { Outcome } from './appendRules.ts';
import { Batch } from './batch.ts';
import type { EventLog } from './eventLog.ts';
import { exhausted, stopping, timedOut, unavailable } from './faults.ts';
import type { Watchers } from './watchers.ts';

/** A write that waits for its commit. `deadline` is in milliseconds since the Unix epoch. */
export type Write = {
  readonly decide: (batch: Batch) => Outcome;
  readonly bytes: number;
  readonly deadline: number;
  readonly abandoned?: () => boolean;
};

type Queued = Write & {
  readonly resolve: (outcome: Outcome) => void;
  readonly reject: (error: Error) => void;
};

/** A commit takes no further write once it holds this much; the write that passes it stays in. */
const COMMIT_BYTES = 8 * 1024 * 1024;
const CROWDED_BYTES = 16 * 1024 * 1024;
const FULL_BYTES = 64 * 1024 * 1024;

/**
 * Takes writes in their order, decides each against the log and the writes before it, commits them
 * together, and only then answers: whatever is answered, be it a success or a refusal, is on disk.
 */
export class CommitLoop {
  readonly #log: EventLog;
  readonly #watchers: Watchers;
  readonly #queue: Queued[] = [];
  #bytes = 0;
  #running: Promise<void> | undefined;
  #stopped = false;
  #roomWaiters: (() => void)[] = [];

  constructor(log: EventLog, watchers: Watchers) {
    this.#log = log;
    this.#watchers = watchers;
  }

  /** Whether a caller that can wait should wait for `room` before it brings more. */
  get crowded(): boolean {
    return this.#bytes > CROWDED_BYTES;
  }

  room(): Promise<void> {
    return new Promise((resolve) => this.#roomWaiters.push(resolve));
  }

  submit(write: Write): Promise<Outcome> {
    if (this.#stopped) return Promise.reject(stopping());
    if (this.#bytes > FULL_BYTES) {
      return Promise.reject(exhausted('Too many bytes wait to be written; try again later.'));
    }
    return new Promise((resolve, reject) => {
      this.#queue.push({ ...write, resolve, reject });
      this.#bytes += write.bytes;
      this.#running ??= this.#run();
    });
  }

  /** Refuses new writes and resolves when those before it are answered. */
  async stop(): Promise<void> {
    this.#stopped = true;
    await this.#running;
  }

  async #run(): Promise<void> {
    // Requests that arrived in the same turn of the event loop belong into one commit.
    await new Promise((resolve) => setImmediate(resolve));
    while (this.#queue.length > 0) await this.#commitNext();
    this.#running = undefined;
  }

  async #commitNext(): Promise<void> {
    const batch = new Batch(this.#log, Date.now());
    const answers: (() => void)[] = [];
    let taken = 0;
    for (const write of this.#queue) {
      answers.push(answerTo(write, batch));
      this.#bytes -= write.bytes;
      taken++;
      if (batch.bytes > COMMIT_BYTES) break;
    }
    const writes = this.#queue.splice(0, taken);
    try {
      if (batch.frames.length > 0) await this.#log.commit(batch.frames, batch.change);
    } catch (error) {
      const reason = error instanceof Error ? error.message : 'unknown reason';
      for (const write of writes)
        write.reject(unavailable(`The events were not written: ${reason}`));
      return;
    } finally {
      this.#announceRoom();
    }
    this.#watchers.publish(batch.touched);
    for (const answer of answers) answer();
  }

  #announceRoom(): void {
    if (this.crowded) return;
    const waiters = this.#roomWaiters;
    this.#roomWaiters = [];
    for (const wake of waiters) wake();
  }
}

function answerTo(write: Queued, batch: Batch): () => void {
  if (Date.now() >= write.deadline || write.abandoned?.() === true) {
    return () => write.reject(timedOut());
  }
  try {
    const outcome = write.decide(batch);
    return () => write.resolve(outcome);
  } catch (error) {
    return () => write.reject(error instanceof Error ? error : new Error(String(error)));
  }
}

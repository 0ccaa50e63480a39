import type { AllStreamResolvedEvent, AllStreamSubscription } from '@eventstore/db-client';
import type { LogEvent } from '../tocsinEvent.ts';
import { endSubscription, toLogEvent } from './connection.ts';

/** While catching up, a batch waits this long at the most to become half full: few, large ones. */
const gatherMs = 20;

/** One subscription's events on their way to the one who takes them in batches. */
export class Intake {
  readonly #subscription: AllStreamSubscription;
  readonly #batchSize: number;
  #events: LogEvent[] = [];
  #live = false;
  #ended = false;
  #cause: unknown;
  /** Wakes the taker; called once as many events are there as it waits for. */
  #arrived: (() => void) | undefined;
  #awaited = 1;

  /** Two batches are held ready at the most; beyond them the subscription is not read. */
  constructor(subscription: AllStreamSubscription, batchSize: number) {
    this.#subscription = subscription;
    this.#batchSize = batchSize;
    // `caughtUp` overtakes events that still wait in the stream's buffer: look again after them.
    subscription.on('caughtUp', () => setImmediate(() => setImmediate(() => this.#caughtUp())));
    // Synchronous, so that no two of them overlap; an event costs a third less than by iteration.
    subscription.on('data', (resolved) => this.#receive(resolved));
    subscription.on('error', (cause) => this.#end(cause));
    for (const over of ['end', 'close'] as const) subscription.on(over, () => this.#end(undefined));
  }

  #caughtUp(): void {
    this.#live = true;
    this.#arrived?.();
  }

  #receive(resolved: AllStreamResolvedEvent): void {
    if (this.#ended) return;
    try {
      const event = toLogEvent(resolved);
      if (event) this.#events.push(event);
    } catch (cause) {
      this.#end(cause);
    }
    if (this.#events.length >= this.#awaited) this.#arrived?.();
    if (this.#events.length >= 2 * this.#batchSize) this.#subscription.pause();
  }

  #end(cause: unknown): void {
    if (this.#ended) return;
    this.#ended = true;
    this.#cause = cause;
    this.#arrived?.();
  }

  /** Until so many events are there, it is caught up with, it ended, or the time is over. */
  #until(awaited: number, ms?: number): Promise<void> {
    this.#awaited = awaited;
    return new Promise((resolve) => {
      const timer = ms === undefined ? undefined : setTimeout(() => this.#arrived?.(), ms);
      this.#arrived = () => {
        clearTimeout(timer);
        this.#arrived = undefined;
        resolve();
      };
    });
  }

  /** The events that have come in, or none when it was caught up with; undefined at its end. */
  async take(told: boolean): Promise<{ events: LogEvent[]; live: boolean } | undefined> {
    while (this.#events.length === 0 && (told || !this.#upToDate)) {
      if (this.#ended) return undefined;
      await this.#until(1);
    }
    const enough = this.#batchSize / 2;
    if (!this.#live && !this.#ended && this.#events.length < enough)
      await this.#until(enough, gatherMs);
    const events = this.#events.slice(0, this.#batchSize);
    this.#events = this.#events.slice(this.#batchSize);
    if (this.#subscription.isPaused()) this.#subscription.resume();
    return { events, live: this.#upToDate && this.#events.length === 0 };
  }

  get #upToDate(): boolean {
    return this.#live && this.#subscription.readableLength === 0;
  }

  /** What ended it, if it was a failure. */
  get cause(): unknown {
    return this.#cause;
  }

  async stop(): Promise<void> {
    this.#end(undefined);
    await endSubscription(this.#subscription);
  }
}

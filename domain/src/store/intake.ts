import type { AllStreamSubscription } from '@eventstore/db-client';
import type { LogEvent } from '../tocsinEvent.ts';
import { endSubscription, toLogEvent } from './connection.ts';

/** While catching up, a batch waits this long at the most to become half full: few, large ones. */
const gatherMs = 20;

/** One subscription's events on their way to the one who takes them in batches. */
export class Intake {
  readonly #subscription: AllStreamSubscription;
  readonly #most: number;
  #events: LogEvent[] = [];
  #live = false;
  #ended = false;
  #cause: unknown;
  /** Wakes the taker; called once as many events are there as it waits for. */
  #arrived: (() => void) | undefined;
  #awaited = 1;
  /** Wakes the pump once events were taken. */
  #taken: (() => void) | undefined;

  /** `most`: events held ready; beyond them the subscription is not read. */
  constructor(subscription: AllStreamSubscription, most: number) {
    this.#subscription = subscription;
    this.#most = most;
    // `caughtUp` overtakes events that still wait in the stream's buffer: look again after them.
    subscription.on('caughtUp', () => setImmediate(() => setImmediate(() => this.#caughtUp())));
    void this.#pump();
  }

  #caughtUp(): void {
    this.#live = true;
    this.#arrived?.();
  }

  async #pump(): Promise<void> {
    try {
      for await (const resolved of this.#subscription) {
        const event = toLogEvent(resolved);
        if (event) this.#events.push(event);
        if (this.#events.length >= this.#awaited) this.#arrived?.();
        while (this.#events.length >= this.#most && !this.#ended) await this.#untilTaken();
      }
    } catch (cause) {
      this.#cause = cause;
    }
    this.#ended = true;
    this.#arrived?.();
  }

  #untilTaken(): Promise<void> {
    return new Promise((resolve) => {
      this.#taken = resolve;
    });
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
    const enough = this.#most / 2;
    if (!this.#live && !this.#ended && this.#events.length < enough)
      await this.#until(enough, gatherMs);
    const events = this.#events;
    this.#events = [];
    this.#taken?.();
    return { events, live: this.#upToDate };
  }

  get #upToDate(): boolean {
    return this.#live && this.#subscription.readableLength === 0;
  }

  /** What ended it, if it was a failure. */
  get cause(): unknown {
    return this.#cause;
  }

  async stop(): Promise<void> {
    this.#ended = true;
    this.#arrived?.();
    this.#taken?.();
    await endSubscription(this.#subscription);
  }
}

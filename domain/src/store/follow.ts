import { setTimeout as sleep } from 'node:timers/promises';
import { type AllStreamSubscription, START, streamNameFilter } from '@eventstore/db-client';
import { UnreadableEventError } from '../codec/decode.ts';
import type { Position } from '../metadata.ts';
import type { LogEvent } from '../tocsinEvent.ts';
import { streamPrefixes } from './aggregate.ts';
import { type Connection, endSubscription, toLogEvent } from './connection.ts';
import type { Batch, FollowOptions } from './store.ts';

const longestPauseMs = 2_000;
/** Events that the client may hold ready, so that decoding and handling overlap. */
const readyEvents = 512;

/** One subscription's events on their way to the one who takes them in batches. */
class Intake {
  readonly #subscription: AllStreamSubscription;
  readonly #most: number;
  #events: LogEvent[] = [];
  #wake: (() => void) | undefined;
  #live = false;
  #ended = false;
  #cause: unknown;

  constructor(subscription: AllStreamSubscription, most: number) {
    this.#subscription = subscription;
    this.#most = most;
    // `caughtUp` overtakes events that still wait in the stream's buffer: look again after them.
    subscription.on('caughtUp', () => setImmediate(() => setImmediate(() => this.#caughtUp())));
    void this.#pump();
  }

  #caughtUp(): void {
    this.#live = true;
    this.#signal();
  }

  #signal(): void {
    this.#wake?.();
    this.#wake = undefined;
  }

  async #pump(): Promise<void> {
    try {
      for await (const resolved of this.#subscription) {
        const event = toLogEvent(resolved);
        if (event) this.#events.push(event);
        this.#signal();
        while (this.#events.length >= this.#most && !this.#ended) await this.#changed();
      }
    } catch (cause) {
      this.#cause = cause;
    }
    this.#ended = true;
    this.#signal();
  }

  #changed(): Promise<void> {
    return new Promise((resolve) => {
      const before = this.#wake;
      this.#wake = () => {
        before?.();
        resolve();
      };
    });
  }

  /** The events that have come in, or none when it was caught up with; undefined at its end. */
  async take(told: boolean): Promise<{ events: LogEvent[]; live: boolean } | undefined> {
    while (this.#events.length === 0 && (told || !this.#upToDate)) {
      if (this.#ended) return undefined;
      await this.#changed();
    }
    const events = this.#events;
    this.#events = [];
    this.#signal();
    return { events, live: this.#upToDate };
  }

  get #upToDate(): boolean {
    return this.#live && this.#subscription.readableLength === 0;
  }

  get cause(): unknown {
    return this.#cause;
  }

  async stop(): Promise<void> {
    this.#ended = true;
    this.#signal();
    await endSubscription(this.#subscription);
  }
}

function subscribe(connection: Connection, after: Position | undefined): AllStreamSubscription {
  const subscription = connection.client.subscribeToAll(
    {
      fromPosition: after === undefined ? START : { commit: after, prepare: after },
      filter: streamNameFilter({ prefixes: [...streamPrefixes] }),
    },
    { highWaterMark: readyEvents },
  );
  // Errors end the iteration; this only keeps one after the end from being uncaught.
  subscription.on('error', () => undefined);
  return subscription;
}

/** See `Store.follow`. */
export async function* follow(
  connection: Connection,
  { after, batchSize = 2_000, signal, onDrop }: FollowOptions,
): AsyncGenerator<Batch> {
  let handled = after;
  let pause = 50;
  while (!signal.aborted) {
    const intake = new Intake(subscribe(connection, handled), batchSize);
    const stop = (): void => void intake.stop();
    signal.addEventListener('abort', stop, { once: true });
    let told = false;
    try {
      for (let taken = await intake.take(told); taken; taken = await intake.take(told)) {
        if (signal.aborted) return;
        handled = taken.events.at(-1)?.position ?? handled;
        told = taken.live;
        pause = 50;
        yield { events: taken.events, position: handled, caughtUp: taken.live };
      }
    } finally {
      signal.removeEventListener('abort', stop);
      await intake.stop();
    }
    if (intake.cause instanceof UnreadableEventError) throw intake.cause;
    if (signal.aborted) return;
    onDrop?.(intake.cause);
    await sleep(pause, undefined, { signal }).catch(() => undefined);
    pause = Math.min(pause * 2, longestPauseMs);
  }
}

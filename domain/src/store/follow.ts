import { setTimeout as sleep } from 'node:timers/promises';
import { type AllStreamSubscription, START, streamNameFilter } from '@eventstore/db-client';
import { UnreadableEventError } from '../codec/decode.ts';
import type { Position } from '../metadata.ts';
import { streamPrefixes } from './aggregate.ts';
import type { Connection } from './connection.ts';
import { Intake } from './intake.ts';
import type { Batch, FollowOptions } from './store.ts';

const longestPauseMs = 2_000;
/** Events that the client may hold ready, so that decoding and handling overlap. */
const readyEvents = 512;

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

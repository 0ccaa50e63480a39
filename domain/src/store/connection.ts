import {
  type AllStreamSubscription,
  BACKWARDS,
  END,
  EventStoreDBClient,
  FORWARDS,
  jsonEvent,
  NO_STREAM,
  type ResolvedEvent,
  START,
  type StreamingRead,
  StreamNotFoundError,
  type StreamSubscription,
} from '@eventstore/db-client';
import { decode, UnreadableEventError } from '../codec/decode.ts';
import type { EncodedEvent } from '../codec/encode.ts';
import { type Position, position } from '../metadata.ts';
import type { LogEvent } from '../tocsinEvent.ts';
import { StoreError } from './errors.ts';

const utf8 = new TextEncoder();

type JsonData = Record<string, unknown>;

/** Turns what the client resolved into an event of Tocsin; undefined for a link to nothing. */
export function toLogEvent({ event, commitPosition }: ResolvedEvent): LogEvent | undefined {
  if (!event) return undefined;
  const commit = event.position?.commit ?? commitPosition;
  if (commit === undefined)
    throw new StoreError(
      'STORE_FAILED',
      'the event store gave no position: version 22.6 is needed',
    );
  const { id, streamId, revision, type, data, metadata } = event;
  return decode({ id, streamId, revision, commit, type, data, metadata });
}

/** Ends a subscription; one that never reached the server has nothing there to end. */
export async function endSubscription(
  subscription: AllStreamSubscription | StreamSubscription,
): Promise<void> {
  subscription.destroy();
  await subscription.unsubscribe().catch(() => undefined);
}

/** What a read gives. Who stops before its end leaves the read as it is, for `endRead`. */
export const toldBy = <Event>(events: StreamingRead<Event>): AsyncIterable<Event> =>
  events.iterator({ destroyOnReturn: false });

/** Ends a read before its end; what the server says to that is of no interest any more. */
export async function endRead(events: StreamingRead<unknown>): Promise<void> {
  events.on('error', () => undefined);
  // What has come already is let through: closing the client waits until every read has ended.
  events.resume();
  await events.cancel().catch(() => undefined);
}

/** The few calls that Tocsin makes to EventStoreDB. */
export class Connection {
  readonly client: EventStoreDBClient;
  #closed = false;

  constructor(connectionString: string) {
    this.client = EventStoreDBClient.connectionString(connectionString);
  }

  /** Events of a stream from a revision on, oldest first; none when it doesn't exist. */
  async *read(stream: string, from: bigint, most?: bigint): AsyncGenerator<LogEvent> {
    if (most !== undefined && most <= 0n) return;
    this.#expectOpen();
    const events = this.client.readStream(stream, {
      direction: FORWARDS,
      fromRevision: from <= 0n ? START : from,
      ...(most === undefined ? {} : { maxCount: most }),
    });
    // A call that the server has ended must not be cancelled: a server takes a flood of resets for
    // an attack, and closes the connection under everything that is under way.
    let over = false;
    try {
      for await (const resolved of toldBy(events)) {
        const event = toLogEvent(resolved);
        if (event) yield event;
      }
      over = true;
    } catch (cause) {
      over = !(cause instanceof UnreadableEventError);
      if (!(cause instanceof StreamNotFoundError)) throw this.#failure(cause);
    } finally {
      if (!over) await endRead(events);
    }
  }

  /** Appends right after `expected` (-1n: the stream must not exist); gives the last event's position. */
  async append(
    stream: string,
    events: readonly EncodedEvent[],
    expected: bigint,
  ): Promise<Position> {
    this.#expectOpen();
    const data = events.map(({ id, type, data, metadataJson }) =>
      jsonEvent({ id, type, data: data as JsonData, metadata: utf8.encode(metadataJson) }),
    );
    const expectedRevision = expected < 0n ? NO_STREAM : expected;
    const result = await this.client.appendToStream(stream, data, { expectedRevision });
    if (result.position) return position(result.position.commit);
    return this.#positionOf(stream, result.nextExpectedRevision);
  }

  async #positionOf(stream: string, revision: bigint): Promise<Position> {
    for await (const event of this.read(stream, revision, 1n)) return event.position;
    throw new StoreError('STORE_FAILED', `the event just appended to ${stream} can't be read`);
  }

  /** What the last event of a stream says, not decoded; undefined where there is no such stream. */
  async lastOf(stream: string): Promise<unknown> {
    this.#expectOpen();
    const newest = this.client.readStream(stream, {
      direction: BACKWARDS,
      fromRevision: END,
      maxCount: 1,
    });
    let data: unknown;
    try {
      for await (const { event } of newest) data = event?.data;
    } catch (cause) {
      if (!(cause instanceof StreamNotFoundError)) throw this.#failure(cause);
    }
    return data;
  }

  async lastPosition(): Promise<Position | undefined> {
    this.#expectOpen();
    const newest = this.client.readAll({ direction: BACKWARDS, fromPosition: END, maxCount: 1 });
    let commit: bigint | undefined;
    try {
      for await (const resolved of newest)
        commit = resolved.event?.position?.commit ?? resolved.commitPosition;
    } catch (cause) {
      throw this.#failure(cause);
    }
    return commit === undefined ? undefined : position(commit);
  }

  // The client itself would just connect anew.
  #expectOpen(): void {
    if (this.#closed) throw new StoreError('STORE_CLOSED', 'the store was closed');
  }

  /** Whatever the client throws while reading is an outage, but for what we threw ourselves. */
  #failure(cause: unknown): unknown {
    if (cause instanceof StoreError || cause instanceof UnreadableEventError) return cause;
    if (this.#closed) return new StoreError('STORE_CLOSED', 'the store was closed', cause);
    return new StoreError('STORE_UNREACHABLE', 'the event store does not answer', cause);
  }

  async close(): Promise<void> {
    this.#closed = true;
    await this.client.dispose();
  }
}

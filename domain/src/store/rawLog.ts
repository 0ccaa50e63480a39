import {
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
  WrongExpectedVersionError,
} from '@eventstore/db-client';
import type { RawEvent } from '../codec/decode.ts';
import { endRead, toldBy } from './connection.ts';
import { StoreError } from './errors.ts';

/** The log as it stands there, not decoded: for what proves it. */
export interface RawLog {
  /** Every event after a position (absent: all), of every stream, in the log's order, up to the end. */
  events(after?: bigint): AsyncGenerator<RawEvent>;
  /** A stream's events from a revision on, `most` at most; none where there is no such stream. */
  stream(name: string, from?: bigint, most?: bigint): AsyncGenerator<RawEvent>;
  lastOf(stream: string): Promise<RawEvent | undefined>;
  /** Appends one event right after a revision (-1n: as the first); false where the stream had moved on. */
  append(
    stream: string,
    event: { readonly id: string; readonly type: string; readonly data: object },
    after: bigint,
  ): Promise<boolean>;
  close(): Promise<void>;
}

/** Technical failures throw a `StoreError` with the code `STORE_UNREACHABLE`. */
export const openRawLog = (connectionString: string): RawLog =>
  rawLogOf(EventStoreDBClient.connectionString(connectionString));

/** The log over a connection that there is; closing it closes the connection. */
export const rawLogOf = (client: EventStoreDBClient): RawLog => new Raw(client);

function rawEvent({ event, commitPosition }: ResolvedEvent): RawEvent[] {
  const commit = event?.position?.commit ?? commitPosition;
  return event && commit !== undefined ? [{ ...event, commit }] : [];
}

class Raw implements RawLog {
  readonly #client: EventStoreDBClient;

  constructor(client: EventStoreDBClient) {
    this.#client = client;
  }

  async *events(after?: bigint): AsyncGenerator<RawEvent> {
    const fromPosition = after === undefined ? START : { commit: after, prepare: after };
    for await (const event of this.#told(
      this.#client.readAll({ direction: FORWARDS, fromPosition }),
    ))
      if (after === undefined || event.commit > after) yield event;
  }

  stream(name: string, from = 0n, most?: bigint): AsyncGenerator<RawEvent> {
    const fromRevision = from <= 0n ? START : from;
    const count = most === undefined ? {} : { maxCount: most };
    return this.#told(
      this.#client.readStream(name, { direction: FORWARDS, fromRevision, ...count }),
    );
  }

  async lastOf(stream: string): Promise<RawEvent | undefined> {
    const options = { direction: BACKWARDS, fromRevision: END, maxCount: 1 } as const;
    let last: RawEvent | undefined;
    for await (const event of this.#told(this.#client.readStream(stream, options))) last = event;
    return last;
  }

  async append(
    stream: string,
    event: { readonly id: string; readonly type: string; readonly data: object },
    after: bigint,
  ): Promise<boolean> {
    const expectedRevision = after < 0n ? NO_STREAM : after;
    const data = event.data as Record<string, unknown>;
    try {
      await this.#client.appendToStream(stream, jsonEvent({ ...event, data }), {
        expectedRevision,
      });
      return true;
    } catch (cause) {
      if (cause instanceof WrongExpectedVersionError) return false;
      throw unreachable(cause);
    }
  }

  close(): Promise<void> {
    return this.#client.dispose();
  }

  async *#told(read: StreamingRead<ResolvedEvent>): AsyncGenerator<RawEvent> {
    // As in `Connection.read`: what the server has ended must not be cancelled.
    let over = false;
    try {
      for await (const resolved of toldBy(read)) yield* rawEvent(resolved);
      over = true;
    } catch (cause) {
      over = true;
      if (!(cause instanceof StreamNotFoundError)) throw unreachable(cause);
    } finally {
      if (!over) await endRead(read);
    }
  }
}

const unreachable = (cause: unknown): StoreError =>
  new StoreError('STORE_UNREACHABLE', 'the event store does not answer', cause);

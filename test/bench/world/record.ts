import { randomUUID } from 'node:crypto';
import { type EventStoreDBClient, jsonEvent, NO_STREAM } from '@eventstore/db-client';
import {
  type Actor,
  canonicalHash,
  type EncodedEvent,
  encode,
  type TocsinEvent,
} from '@tocsin/domain';
import { dispatcher } from './person.ts';

/** Says of an event what isn't the same for all: who, by which command, because of what. */
export interface Circumstances {
  readonly actor?: Actor;
  readonly command?: { readonly type: string; readonly data: object };
  readonly commandId?: string;
  readonly causationId?: string;
}

/** Composes the events of one stream from its beginning as the store would, chained by hash. */
export class Recording {
  readonly stream: string;
  #length = 0;
  #hash = '';
  #waiting: EncodedEvent[] = [];

  constructor(stream: string) {
    this.stream = stream;
  }

  get length(): number {
    return this.#length;
  }

  /** One command's one event, happening now. */
  add(event: TocsinEvent, given: Circumstances = {}): EncodedEvent {
    const commandId = given.commandId ?? randomUUID();
    const now = new Date().toISOString();
    const common = {
      commandId,
      commandDigest: canonicalHash(given.command ?? event),
      correlationId: commandId,
      causationId: given.causationId ?? commandId,
      actor: given.actor ?? dispatcher,
      occurredAt: now,
      recordedAt: now,
      exercise: false,
    };
    const revision = BigInt(this.#length);
    const place = { stream: this.stream, revision, index: 0, previousHash: this.#hash };
    const { encoded } = encode(event, common, place);
    this.#hash = String(encoded.metadata.hash);
    this.#length += 1;
    this.#waiting.push(encoded);
    return encoded;
  }

  /** What was added since the last time, and the revision it is to be appended after. */
  take(): { readonly events: readonly EncodedEvent[]; readonly after: bigint } {
    const events = this.#waiting;
    this.#waiting = [];
    return { events, after: BigInt(this.#length - events.length) - 1n };
  }
}

const utf8 = new TextEncoder();

/** An event in the form that the bare client takes, with the bytes that Tocsin writes. */
export const plainEvent = ({ id, type, data, metadataJson }: EncodedEvent) =>
  jsonEvent({
    id,
    type,
    data: data as Record<string, unknown>,
    metadata: utf8.encode(metadataJson),
  });

/** Appends what was added to the recording since the last time, in one call. How many events. */
export async function appendRecorded(
  client: EventStoreDBClient,
  recording: Recording,
): Promise<number> {
  const { events, after } = recording.take();
  const expectedRevision = after < 0n ? NO_STREAM : after;
  await client.appendToStream(recording.stream, events.map(plainEvent), { expectedRevision });
  return events.length;
}

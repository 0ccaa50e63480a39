import { randomUUID } from 'node:crypto';
import type { EventStoreDBClient } from '@eventstore/db-client';
import type { EncodedEvent } from '@tocsin/domain';
import { noted, reported } from './incident.ts';
import { appendRecorded, plainEvent, Recording } from './record.ts';

export interface BareStream {
  readonly stream: string;
  /** To be appended one by one; the first one's revision is 1. */
  readonly notes: readonly EncodedEvent[];
}

/**
 * Streams that look like incidents to the event store, under a prefix that the projections don't
 * listen to: each with its report appended, and notes made ready to append.
 */
export function openBareStreams(
  client: EventStoreDBClient,
  count: number,
  notes: number,
): Promise<BareStream[]> {
  const open = async (number: number): Promise<BareStream> => {
    const id = randomUUID();
    const recording = new Recording(`measured-${id}`);
    recording.add(reported(id, number));
    await appendRecorded(client, recording);
    const made = Array.from({ length: notes }, () => recording.add(noted()));
    return { stream: recording.stream, notes: made };
  };
  return Promise.all(Array.from({ length: count }, (_, number) => open(number + 1)));
}

/** Appends one of the stream's notes, in order, at the exact revision. */
export async function appendNote(
  client: EventStoreDBClient,
  { stream, notes }: BareStream,
  at: number,
): Promise<void> {
  const event = notes[at];
  if (!event) throw new Error('there are not so many notes');
  await client.appendToStream(stream, [plainEvent(event)], { expectedRevision: BigInt(at) });
}

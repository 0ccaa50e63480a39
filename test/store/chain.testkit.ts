import { EventStoreDBClient, FORWARDS, START, StreamNotFoundError } from '@eventstore/db-client';
import { eventHash } from '@tocsin/domain';
import { expect } from 'vitest';

/** [L3] Recomputes the hash chain of a stream from what the server stores; how many events it has, 0 if there is no such stream. */
export async function expectChain(url: string, stream: string): Promise<number> {
  const client = EventStoreDBClient.connectionString(url);
  let previousHash: unknown = '';
  let count = 0;
  try {
    const events = client.readStream(stream, { direction: FORWARDS, fromRevision: START });
    for await (const { event } of events) {
      if (!event) continue;
      const { hash, openings, ...metadata } = event.metadata as Record<string, unknown>;
      const { id, revision, type } = event;
      const data = event.data as object;
      expect(hash).toBe(eventHash({ id, stream, revision, type, data, metadata }));
      expect(metadata.previousHash).toBe(previousHash);
      previousHash = hash;
      count += 1;
    }
  } catch (error) {
    if (!(error instanceof StreamNotFoundError)) throw error;
  } finally {
    await client.dispose();
  }
  return count;
}

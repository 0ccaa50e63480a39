import type { EventStoreDBClient } from '@eventstore/db-client';

/** The average size of a stream's last events as stored, in bytes of JSON. */
export async function storedSizes(client: EventStoreDBClient, stream: string): Promise<string> {
  const events = client.readStream(stream, {
    direction: 'backwards',
    fromRevision: 'end',
    maxCount: 16,
  });
  let count = 0;
  let data = 0;
  let metadata = 0;
  for await (const { event } of events) {
    if (!event) continue;
    count += 1;
    data += Buffer.byteLength(JSON.stringify(event.data));
    metadata += Buffer.byteLength(JSON.stringify(event.metadata));
  }
  return `${Math.round(data / count)} B of data, ${Math.round(metadata / count)} B of metadata`;
}

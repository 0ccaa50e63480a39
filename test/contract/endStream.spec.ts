import {
  type EventStoreDBClient,
  StreamDeletedError,
  StreamNotFoundError,
  WrongExpectedVersionError,
} from '@eventstore/db-client';
import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  type ContractServer,
  clientOf,
  collect,
  newStream,
  numbered,
  openServer,
} from './server.ts';

let server: ContractServer;
let client: EventStoreDBClient;

beforeAll(async () => {
  server = await openServer();
  client = clientOf(server);
});

afterAll(async () => {
  await client.dispose();
  await server.close();
});

const revisionsOf = async (stream: string) =>
  (await collect(client.readStream(stream))).map(({ event }) => event?.revision);

it('[L5] hides a deleted stream and goes on after its last revision', async () => {
  const stream = newStream();
  await client.appendToStream(stream, numbered(4));
  await expect(client.deleteStream(stream, { expectedRevision: 1n })).rejects.toMatchObject({
    type: 'wrong-expected-version',
    streamName: stream,
    expectedVersion: 1n,
    actualVersion: 3n,
  });
  const { position } = await client.deleteStream(stream, { expectedRevision: 3n });
  expect(position?.commit).toBeGreaterThan(0n);
  await expect(collect(client.readStream(stream))).rejects.toBeInstanceOf(StreamNotFoundError);

  const written = await client.appendToStream(stream, numbered(2), {
    expectedRevision: 'no_stream',
  });
  expect(written.nextExpectedRevision).toBe(5n);
  expect(await revisionsOf(stream)).toEqual([4n, 5n]);
});

it('[L5] refuses everything on a tombstoned stream', async () => {
  const stream = newStream('墓碑');
  await client.appendToStream(stream, numbered(2));
  await expect(
    client.tombstoneStream(stream, { expectedRevision: 'no_stream' }),
  ).rejects.toBeInstanceOf(WrongExpectedVersionError);
  await client.tombstoneStream(stream, { expectedRevision: 1n });

  await expect(collect(client.readStream(stream))).rejects.toBeInstanceOf(StreamDeletedError);
  await expect(client.appendToStream(stream, numbered(1))).rejects.toMatchObject({
    type: 'stream-deleted',
    streamName: stream,
  });
  await expect(client.tombstoneStream(stream)).rejects.toBeInstanceOf(StreamDeletedError);
});

it('[L5] shows of a stream what its metadata leaves', async () => {
  const stream = newStream();
  await client.appendToStream(stream, numbered(10));
  expect(await client.getStreamMetadata(stream)).toEqual({ streamName: stream });

  await client.setStreamMetadata(stream, { maxCount: 3, owner: 'fire' });
  expect(await revisionsOf(stream)).toEqual([7n, 8n, 9n]);
  expect((await client.getStreamMetadata(stream)).metadata).toEqual({ maxCount: 3, owner: 'fire' });
  await client.setStreamMetadata(stream, { truncateBefore: 9 });
  expect(await revisionsOf(stream)).toEqual([9n]);
  await client.setStreamMetadata(stream, { maxAge: 3600 });
  expect(await revisionsOf(stream)).toHaveLength(10);
});

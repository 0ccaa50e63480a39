import { randomUUID } from 'node:crypto';
import {
  BACKWARDS,
  binaryEvent,
  DeadlineExceededError,
  END,
  type EventStoreDBClient,
  jsonEvent,
  MaxAppendSizeExceededError,
  StreamNotFoundError,
  WrongExpectedVersionError,
} from '@eventstore/db-client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type ContractServer,
  clientOf,
  collect,
  newStream,
  numbered,
  openServer,
  UNARY,
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

const revisionsOf = async (stream: string, options: Parameters<typeof client.readStream>[1]) =>
  (await collect(client.readStream(stream, options))).map(({ event }) => event?.revision);

describe.each([
  ['BatchAppend', {}],
  ['Append', UNARY],
])('%s', (_name, call) => {
  it('[L5] gives back what was appended, with its type, metadata, order and position', async () => {
    const stream = newStream();
    const id = randomUUID();
    const before = Date.now();
    const written = await client.appendToStream(
      stream,
      [
        jsonEvent({ id, type: 'Said', data: { 话: '警报', n: 1.5 }, metadata: { $by: 'a' } }),
        binaryEvent({ type: 'Raw', data: Buffer.from([0, 255, 7]), metadata: Buffer.from([1]) }),
      ],
      { expectedRevision: 'no_stream', ...call },
    );
    const [said, raw] = await collect(client.readStream(stream));

    expect(written).toMatchObject({ success: true, nextExpectedRevision: 1n });
    expect(said?.event).toMatchObject({
      id,
      streamId: stream,
      type: 'Said',
      revision: 0n,
      isJson: true,
      data: { 话: '警报', n: 1.5 },
      metadata: { $by: 'a' },
    });
    expect(raw?.event).toMatchObject({ type: 'Raw', revision: 1n, isJson: false });
    expect(raw?.event?.data).toEqual(Uint8Array.of(0, 255, 7));
    expect(raw?.event?.position).toEqual(written.position);
    expect(Math.abs((said?.event?.created.getTime() ?? 0) - before)).toBeLessThan(60_000);
  });

  it('[L5] accepts an append at the revision that the stream has, and no other', async () => {
    const stream = newStream();
    await client.appendToStream(stream, numbered(3), { expectedRevision: 'no_stream', ...call });
    await client.appendToStream(stream, numbered(1, 3), { expectedRevision: 2n, ...call });
    await client.appendToStream(stream, numbered(1, 4), {
      expectedRevision: 'stream_exists',
      ...call,
    });
    await client.appendToStream(stream, numbered(1, 5), { expectedRevision: 'any', ...call });

    for (const expectedRevision of [0n, 6n, 'no_stream'] as const) {
      const refused = await client
        .appendToStream(stream, numbered(1), { expectedRevision, ...call })
        .catch((error: unknown) => error);
      expect(refused).toBeInstanceOf(WrongExpectedVersionError);
      expect(refused).toMatchObject({
        streamName: stream,
        expectedVersion: expectedRevision,
        actualVersion: 5n,
      });
    }
    const absent = newStream();
    for (const expectedRevision of [0n, 'stream_exists'] as const) {
      const refused = await client
        .appendToStream(absent, numbered(1), { expectedRevision, ...call })
        .catch((error: unknown) => error);
      expect(refused).toMatchObject({
        expectedVersion: expectedRevision,
        actualVersion: 'no_stream',
      });
    }
    expect(await revisionsOf(stream, {})).toEqual([0n, 1n, 2n, 3n, 4n, 5n]);
  });

  it('[L5] writes events once, however often they are sent', async () => {
    const stream = newStream();
    const events = numbered(3);
    const later = numbered(2, 3);
    const send = (expectedRevision: 'any' | 'no_stream') =>
      client.appendToStream(stream, events, { expectedRevision, ...call });
    const first = await send('no_stream');
    await client.appendToStream(stream, later, { expectedRevision: 2n, ...call });

    expect(await send('no_stream')).toEqual(first);
    expect(await send('any')).toEqual(first);
    const again = await client.appendToStream(stream, later, { expectedRevision: 2n, ...call });
    expect(again.nextExpectedRevision).toBe(4n);
    expect(await revisionsOf(stream, {})).toHaveLength(5);

    const mixed = [...events.slice(0, 1), ...numbered(1, 9)];
    await expect(
      client.appendToStream(stream, mixed, { expectedRevision: 'no_stream', ...call }),
    ).rejects.toBeInstanceOf(WrongExpectedVersionError);
  });

  it('[L5] lets exactly one of several writers win a revision', async () => {
    const stream = newStream();
    const results = await Promise.allSettled(
      Array.from({ length: 20 }, (_, i) =>
        client.appendToStream(stream, numbered(2, i), { expectedRevision: 'no_stream', ...call }),
      ),
    );
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await revisionsOf(stream, {})).toEqual([0n, 1n]);
  });

  it('[L5] takes an append of just under 1 MiB and refuses a larger one', async () => {
    const stream = newStream();
    const data = Buffer.alloc(1024 * 1024 - 2048, 'é');
    await client.appendToStream(stream, binaryEvent({ type: 'Large', data }), call);
    const [large] = await collect(client.readStream(stream));
    expect(data.equals(large?.event?.data as Uint8Array)).toBe(true);

    const tooMuch = Array.from({ length: 12 }, () =>
      binaryEvent({ type: 'Large', data: Buffer.alloc(100_000) }),
    );
    const refused = await client
      .appendToStream(stream, tooMuch, call)
      .catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(MaxAppendSizeExceededError);
    expect(await revisionsOf(stream, {})).toHaveLength(1);
  });

  it('[L5] says so when the deadline passes first', async () => {
    await expect(
      client.appendToStream(newStream(), numbered(5_000), { deadline: 1, ...call }),
    ).rejects.toBeInstanceOf(DeadlineExceededError);
  });
});

it('[L5] puts a large append together that the client splits into parts', async () => {
  const stream = newStream();
  const events = numbered(500);
  const written = await client.appendToStream(stream, events, { batchAppendSize: 2_000 });
  expect(written.nextExpectedRevision).toBe(499n);
  const read = await collect(client.readStream(stream));
  expect(read.map(({ event }) => event?.data)).toEqual(events.map(({ data }) => data));
});

it('[L5] reads a stream both ways, from any revision, as many as asked', async () => {
  const stream = newStream();
  await client.appendToStream(stream, numbered(300));
  const all = Array.from({ length: 300 }, (_, i) => BigInt(i));

  expect(await revisionsOf(stream, {})).toEqual(all);
  expect(await revisionsOf(stream, { fromRevision: 290n })).toEqual(all.slice(290));
  expect(await revisionsOf(stream, { fromRevision: 10n, maxCount: 3 })).toEqual([10n, 11n, 12n]);
  expect(await revisionsOf(stream, { fromRevision: 300n })).toEqual([]);
  const back = { direction: BACKWARDS } as const;
  expect(await revisionsOf(stream, { ...back, fromRevision: END })).toEqual(all.toReversed());
  expect(await revisionsOf(stream, { ...back, fromRevision: 2n })).toEqual([2n, 1n, 0n]);
  expect(await revisionsOf(stream, { ...back, fromRevision: 9n, maxCount: 1 })).toEqual([9n]);
});

it('[L5] says that a stream does not exist', async () => {
  const stream = newStream('没有');
  const refused = await collect(client.readStream(stream)).catch((error: unknown) => error);
  expect(refused).toBeInstanceOf(StreamNotFoundError);
  expect(refused).toMatchObject({ streamName: stream });
});

it('[L5] keeps many streams apart', async () => {
  const names = Array.from({ length: 300 }, () => newStream('many'));
  await Promise.all(names.map((name, i) => client.appendToStream(name, numbered(3, i * 10))));
  for (const [i, name] of names.entries()) {
    const events = await collect(client.readStream<ReturnType<typeof numbered>[number]>(name));
    expect(events.map(({ event }) => event?.data.n)).toEqual([i * 10, i * 10 + 1, i * 10 + 2]);
  }
});

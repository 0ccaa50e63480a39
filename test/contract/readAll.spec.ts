import { BACKWARDS, END, type EventStoreDBClient } from '@eventstore/db-client';
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

it('[L5] reads $all from a position on, that position included', async () => {
  const stream = newStream();
  const written = [];
  for (let n = 0; n < 5; n++) written.push(await client.appendToStream(stream, numbered(1, n)));
  const third = written[2]?.position;
  if (third === undefined) throw new Error('the append gave no position');

  const events = await collect(client.readAll({ fromPosition: third }));
  const own = events.filter(({ event }) => event?.streamId === stream);
  expect(own.map(({ event }) => event?.revision)).toEqual([2n, 3n, 4n]);
  expect(events[0]?.event?.position).toEqual(third);
  expect(await collect(client.readAll({ fromPosition: third, maxCount: 1 }))).toHaveLength(1);
});

it('[L5] reads $all backwards as the reverse of forwards', async () => {
  const streams = [newStream(), newStream()];
  const first = await client.appendToStream(streams[0] ?? '', numbered(200));
  for (let n = 0; n < 300; n++) await client.appendToStream(streams[n % 2] ?? '', numbered(1, n));
  if (first.position === undefined) throw new Error('the append gave no position');

  const forwards = await collect(client.readAll({ fromPosition: first.position }));
  const backwards = await collect(
    client.readAll({ direction: BACKWARDS, fromPosition: END, maxCount: forwards.length }),
  );
  const idsOf = (events: typeof forwards) => events.map(({ event }) => event?.id);
  expect(forwards.length).toBeGreaterThanOrEqual(301);
  expect(idsOf(backwards).toReversed()).toEqual(idsOf(forwards));
  const positions = forwards.map(({ event }) => event?.position?.commit ?? 0n);
  expect(positions.every((position, i) => i === 0 || position > (positions[i - 1] ?? 0n))).toBe(
    true,
  );
});

import {
  EventStoreDBClient,
  START,
  streamNameFilter,
  UnavailableError,
} from '@eventstore/db-client';
import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  type ContractServer,
  clientOf,
  collect,
  EMBEDDED_ONLY,
  newStream,
  numbered,
  openServer,
  remoteUrl,
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

/** The first call after a lost connection fails and makes the client connect again. */
async function reconnect(): Promise<void> {
  const stream = newStream();
  const attempt = () => client.appendToStream(stream, numbered(1));
  await attempt().catch((error: unknown) => {
    if (!(error instanceof UnavailableError)) throw error;
  });
  await attempt();
}

it('[L5] writes events once, also when they are sent again after a restart', async ({ skip }) => {
  skip(remoteUrl !== undefined, EMBEDDED_ONLY);
  const streams = Array.from({ length: 50 }, () => newStream());
  const events = new Map(streams.map((stream) => [stream, numbered(3)]));
  const sendAll = () =>
    Promise.all([...events].map(([stream, batch]) => client.appendToStream(stream, batch)));
  const first = await sendAll();
  await server.restart();
  await reconnect();

  expect(await sendAll()).toEqual(first);
  for (const stream of streams) {
    expect(await collect(client.readStream(stream))).toHaveLength(3);
  }
});

it('[L5] ends a subscription when the server stops; a new one goes on', async ({ skip }) => {
  skip(remoteUrl !== undefined, EMBEDDED_ONLY);
  const stream = newStream('on');
  await client.appendToStream(stream, numbered(2));
  const filter = streamNameFilter({ prefixes: [stream] });
  const subscription = client.subscribeToAll({ fromPosition: START, filter });
  const ended = new Promise((resolve) => subscription.once('error', resolve));
  subscription.resume();
  await new Promise((resolve) => subscription.once('caughtUp', resolve));
  await server.restart();
  expect(await ended).toBeInstanceOf(UnavailableError);

  await reconnect();
  await client.appendToStream(stream, numbered(1, 2));
  const revisions = [];
  for await (const { event } of client.subscribeToAll({ fromPosition: START, filter })) {
    revisions.push(event?.revision);
    if (revisions.length === 3) break;
  }
  expect(revisions).toEqual([0n, 1n, 2n]);
});

it('[L5] answers or refuses each append that is on its way when the server stops', async ({
  skip,
}) => {
  skip(remoteUrl !== undefined, EMBEDDED_ONLY);
  const stream = newStream();
  const sent = Array.from({ length: 300 }, (_, n) => client.appendToStream(stream, numbered(1, n)));
  const settled = Promise.allSettled(sent);
  await sent[0];
  await server.restart();
  const results = await settled;
  await reconnect();

  const accepted = results.filter(({ status }) => status === 'fulfilled').length;
  const stored = await collect(client.readStream(stream));
  expect(accepted).toBeGreaterThan(0);
  expect(stored.length).toBeGreaterThanOrEqual(accepted);
});

it('[L5] is found by a client that discovers the cluster', async ({ skip }) => {
  skip(remoteUrl !== undefined, 'how to discover a server is its own matter');
  const address = server.connectionString.replace('esdb://', '');
  const discovering = EventStoreDBClient.connectionString(`esdb+discover://${address}`);
  const stream = newStream();
  await discovering.appendToStream(stream, numbered(1));
  expect(await collect(discovering.readStream(stream))).toHaveLength(1);
  await discovering.dispose();
});

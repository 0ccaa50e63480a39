import {
  type AllStreamSubscription,
  END,
  type EventStoreDBClient,
  eventTypeFilter,
  type Filter,
  jsonEvent,
  type Position,
  START,
  streamNameFilter,
} from '@eventstore/db-client';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type ContractServer, clientOf, newStream, numbered, openServer } from './server.ts';

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

type Source = Pick<AllStreamSubscription, 'unsubscribe'> &
  AsyncIterable<{ readonly event?: { readonly streamId: string; readonly revision: bigint } }>;

/** `stream@revision` of the events that a subscription gives until it gave `count` of them. */
async function take(subscription: Source, count: number): Promise<string[]> {
  const seen: string[] = [];
  for await (const { event } of subscription) {
    seen.push(`${event?.streamId}@${event?.revision}`);
    if (seen.length === count) break;
  }
  await subscription.unsubscribe();
  return seen;
}

const caughtUp = (subscription: AllStreamSubscription): Promise<void> =>
  new Promise((resolve, reject) => {
    subscription.once('caughtUp', resolve);
    subscription.once('error', reject);
  });

it('[L5] subscribes to a stream behind a revision, from its start and from its end', async () => {
  const stream = newStream();
  await client.appendToStream(stream, numbered(5));
  const fromStart = take(client.subscribeToStream(stream, { fromRevision: START }), 7);
  const behind = take(client.subscribeToStream(stream, { fromRevision: 2n }), 4);
  const live = client.subscribeToStream(stream, { fromRevision: END });
  await new Promise((resolve) => live.once('confirmation', resolve));
  const fromEnd = take(live, 2);
  await client.appendToStream(stream, numbered(2, 5));

  const at = (...revisions: number[]) => revisions.map((revision) => `${stream}@${revision}`);
  expect(await fromStart).toEqual(at(0, 1, 2, 3, 4, 5, 6));
  expect(await behind).toEqual(at(3, 4, 5, 6));
  expect(await fromEnd).toEqual(at(5, 6));
});

it('[L5] waits for a stream that does not exist yet', async () => {
  const stream = newStream();
  const seen = take(client.subscribeToStream(stream), 2);
  await client.appendToStream(stream, numbered(2));
  expect(await seen).toEqual([`${stream}@0`, `${stream}@1`]);
});

it('[L5] subscribes to $all behind a position', async () => {
  const category = newStream('behind');
  const first = await client.appendToStream(`${category}-a`, numbered(1));
  await client.appendToStream(`${category}-b`, numbered(2));
  if (first.position === undefined) throw new Error('the append gave no position');
  const filter = streamNameFilter({ prefixes: [category] });
  const seen = await take(client.subscribeToAll({ fromPosition: first.position, filter }), 2);
  expect(seen).toEqual([`${category}-b@0`, `${category}-b@1`]);
});

it('[L5] filters by prefix and by regular expression, of stream names and of event types', async () => {
  const category = newStream('filter');
  const mark = category.replaceAll('-', '');
  const typed = (type: string) => jsonEvent({ type, data: {} });
  await client.appendToStream(`${category}-a`, [typed(`${mark}One`), typed(`${mark}Two`)]);
  await client.appendToStream(`x-${category}`, [typed(`${mark}Two`), typed('Other')]);
  const all = (filter: Filter, count: number) =>
    take(client.subscribeToAll({ fromPosition: START, filter }), count);

  expect(await all(streamNameFilter({ prefixes: ['none-', category] }), 2)).toEqual([
    `${category}-a@0`,
    `${category}-a@1`,
  ]);
  expect(await all(streamNameFilter({ regex: `^x-${category}$` }), 2)).toEqual([
    `x-${category}@0`,
    `x-${category}@1`,
  ]);
  expect(await all(eventTypeFilter({ prefixes: [`${mark}T`] }), 2)).toEqual([
    `${category}-a@1`,
    `x-${category}@0`,
  ]);
  expect(await all(eventTypeFilter({ regex: `^${mark}(One|Three)$` }), 1)).toEqual([
    `${category}-a@0`,
  ]);
});

it('[L5] tells a filtering subscriber how far the log was looked through', async () => {
  const start = await client.appendToStream(newStream(), numbered(1));
  await Promise.all(
    Array.from({ length: 10 }, () => client.appendToStream(newStream(), numbered(40))),
  );
  const wanted = newStream('wanted');
  const last = await client.appendToStream(wanted, numbered(1));
  if (start.position === undefined) throw new Error('the append gave no position');

  const order: (Position | 'event')[] = [];
  const subscription = client.subscribeToAll({
    fromPosition: start.position,
    filter: streamNameFilter({
      prefixes: [wanted],
      checkpointInterval: 2,
      checkpointReached: async (_subscription, position) => void order.push(position),
    }),
  });
  subscription.on('data', () => order.push('event'));
  await caughtUp(subscription);
  await subscription.unsubscribe();

  const checkpoints = order.filter((entry) => entry !== 'event').map(({ commit }) => commit);
  expect(order.filter((entry) => entry === 'event')).toHaveLength(1);
  expect(checkpoints.length).toBeGreaterThanOrEqual(6);
  expect(checkpoints).toEqual(checkpoints.toSorted((a, b) => (a < b ? -1 : 1)));
  expect(checkpoints[0]).toBeGreaterThan(start.position.commit);
  expect(checkpoints.at(-1)).toBeGreaterThanOrEqual(last.position?.commit ?? 0n);
});

it('[L5] goes from catching up to live without a gap, a repeat or a swap', async () => {
  const writers = fc.array(fc.array(fc.integer({ min: 1, max: 40 }), { maxLength: 12 }), {
    minLength: 1,
    maxLength: 5,
  });
  const property = fc.asyncProperty(writers, fc.nat({ max: 60 }), async (appends, startAfter) => {
    const category = newStream('live');
    const total = appends.flat().reduce((sum, count) => sum + count, 0);
    if (total === 0) return;
    let written = 0;
    let begin = (): void => undefined;
    const begun = new Promise<void>((resolve) => {
      begin = resolve;
    });
    const writing = appends.map(async (counts, writer) => {
      for (const count of counts) {
        await client.appendToStream(`${category}-${writer}`, numbered(count));
        written += count;
        if (written >= startAfter) begin();
      }
    });
    void Promise.all(writing).then(begin);
    await begun;
    const filter = streamNameFilter({ prefixes: [category] });
    const seen = await take(client.subscribeToAll({ fromPosition: START, filter }), total);
    await Promise.all(writing);

    for (const [writer, counts] of appends.entries()) {
      const name = `${category}-${writer}`;
      const length = counts.reduce((sum, count) => sum + count, 0);
      const own = seen.filter((entry) => entry.startsWith(`${name}@`));
      expect(own).toEqual(Array.from({ length }, (_, revision) => `${name}@${revision}`));
    }
  });
  await fc.assert(property, { numRuns: 25, endOnFailure: true });
});

it('[L5] makes a subscriber that stops reading wait, and then gives it everything', async () => {
  const stream = newStream('slow');
  const events = 3_000;
  const pad = 'x'.repeat(2_000);
  const subscription = client.subscribeToStream(stream, { fromRevision: START });
  await new Promise((resolve) => subscription.once('confirmation', resolve));
  for (let n = 0; n < events; n += 300) {
    const batch = Array.from({ length: 300 }, () => jsonEvent({ type: 'Padded', data: { pad } }));
    await client.appendToStream(stream, batch);
  }
  const seen = await take(subscription, events);
  expect(seen).toEqual(Array.from({ length: events }, (_, n) => `${stream}@${n}`));
});

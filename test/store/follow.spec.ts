import { setTimeout as sleep } from 'node:timers/promises';
import { EventStoreDBClient, jsonEvent } from '@eventstore/db-client';
import type { LogEvent, Position } from '@tocsin/domain';
import type { Batch, Store } from '@tocsin/domain/store';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  accepted,
  foundCity,
  metaOf,
  note,
  openIncident,
  serverUrl,
  startNode,
  type TestNode,
} from './node.testkit.ts';

let node: TestNode;
let store: Store;
let stopping: AbortController;

beforeEach(async () => {
  node = await startNode();
  store = await node.open();
  stopping = new AbortController();
});
afterEach(async () => {
  stopping.abort();
  await node.close();
});

const follow = (more: { after?: Position; batchSize?: number; onDrop?: () => void } = {}) =>
  store.follow({ signal: stopping.signal, ...more });

/** Takes batches until the condition holds for what came in. */
async function takeUntil(
  batches: AsyncIterator<Batch>,
  enough: (events: readonly LogEvent[], batch: Batch) => boolean,
): Promise<Batch[]> {
  const taken: Batch[] = [];
  for (;;) {
    const next = await batches.next();
    if (next.done) throw new Error('following ended by itself');
    taken.push(next.value);
    if (
      enough(
        taken.flatMap((batch) => batch.events),
        next.value,
      )
    )
      return taken;
  }
}

const caughtUp = (_: readonly LogEvent[], batch: Batch): boolean => batch.caughtUp;
const eventsOf = (batches: readonly Batch[]): LogEvent[] =>
  batches.flatMap((one) => [...one.events]);
const places = (events: readonly LogEvent[]): string[] =>
  events.map((event) => `${event.stream}@${event.revision}`);

function expectOrder(events: readonly LogEvent[]): void {
  events.forEach((event, index) => {
    const before = events[index - 1];
    if (before) expect(event.position).toBeGreaterThan(before.position);
  });
}

async function addNotes(incident: string, count: number): Promise<void> {
  const notes = Array.from({ length: count }, (_, n) => note(`${n}`));
  await Promise.all(notes.map((one) => store.incident(incident, one, metaOf())));
}

describe('following the log', () => {
  it.skipIf(serverUrl)('says of an empty log that it has been caught up with', async () => {
    const [batch] = await takeUntil(follow()[Symbol.asyncIterator](), caughtUp);
    expect(batch).toEqual({ events: [], position: undefined, caughtUp: true });
    expect(await store.lastPosition()).toBeUndefined();
  });

  it('gives every event in order from the beginning, then live', async () => {
    const city = await foundCity(store);
    const incident = await openIncident(store, city);
    await addNotes(incident, 50);
    const batches = follow()[Symbol.asyncIterator]();
    const past = await takeUntil(batches, caughtUp);
    expect(past.at(-1)?.position).toBe(await store.lastPosition());
    const { position } = accepted(await store.incident(incident, note('Live'), metaOf()));
    const live = await takeUntil(batches, (events) => events.at(-1)?.position === position);
    const events = eventsOf([...past, ...live]);
    expectOrder(events);
    const mine = events.filter((event) => event.stream === `incident-${incident}`);
    expect(mine.map((event) => event.revision)).toEqual(
      Array.from({ length: 53 }, (_, n) => BigInt(n)),
    );
    expect(live.at(-1)).toMatchObject({ position, caughtUp: true });
    expect(eventsOf(live).at(-1)).toMatchObject({ data: { text: 'Live' } });
  });

  it('goes on after a position: nothing before it, nothing left out', async () => {
    const city = await foundCity(store);
    const incident = await openIncident(store, city);
    await addNotes(incident, 20);
    const all = eventsOf(await takeUntil(follow()[Symbol.asyncIterator](), caughtUp));
    for (const index of [0, 7, all.length - 2]) {
      const after = all[index]?.position;
      if (after === undefined) throw new Error('no such event');
      const rest = await takeUntil(follow({ after })[Symbol.asyncIterator](), caughtUp);
      expect(places(eventsOf(rest))).toEqual(places(all.slice(index + 1)));
    }
  });

  it('says it is up to date when it resumes at the end', async () => {
    await foundCity(store);
    const after = await store.lastPosition();
    if (after === undefined) throw new Error('the log is empty');
    const [batch] = await takeUntil(follow({ after })[Symbol.asyncIterator](), caughtUp);
    expect(batch).toEqual({ events: [], position: after, caughtUp: true });
  });

  it('passes over what is not Tocsin’s', async () => {
    const client = EventStoreDBClient.connectionString(node.url);
    await client.appendToStream('elsewhere-1', jsonEvent({ type: 'Alien', data: {} }));
    await client.dispose();
    await foundCity(store);
    const events = eventsOf(await takeUntil(follow()[Symbol.asyncIterator](), caughtUp));
    expect(events.some((event) => event.stream === 'elsewhere-1')).toBe(false);
    expect(events.length).toBeGreaterThan(0);
  });

  it.skipIf(serverUrl)('[L4] stops at an event that this version cannot read', async () => {
    const city = await foundCity(store);
    const client = EventStoreDBClient.connectionString(node.url);
    const metadata = { hash: 'x', schema: 99 };
    await client.appendToStream(
      'incident-new',
      jsonEvent({ type: 'NoteAdded', data: {}, metadata }),
    );
    await client.dispose();
    const seen: LogEvent[] = [];
    const reading = (async () => {
      for await (const batch of follow()) seen.push(...batch.events);
    })();
    await expect(reading).rejects.toMatchObject({ code: 'EVENT_UNREADABLE' });
    expect(seen.at(-1)?.stream).toBe(`city-${city}`);
    await expect(store.readIncident('new')).rejects.toMatchObject({ code: 'EVENT_UNREADABLE' });
  });
});

describe('a consumer', () => {
  it('gets no batch larger than it asked for, however slow it is', async () => {
    const city = await foundCity(store);
    const incident = await openIncident(store, city);
    await addNotes(incident, 300);
    const sizes: number[] = [];
    const seen: LogEvent[] = [];
    for await (const batch of follow({ batchSize: 10 })) {
      sizes.push(batch.events.length);
      seen.push(...batch.events);
      await sleep(1);
      if (batch.caughtUp) break;
    }
    expect(Math.max(...sizes)).toBeLessThanOrEqual(10);
    expectOrder(seen);
    expect(seen.filter((event) => event.type === 'NoteAdded').length).toBeGreaterThanOrEqual(300);
  });

  it('that works in microtasks only does not starve the others', async () => {
    const city = await foundCity(store);
    const incident = await openIncident(store, city);
    await addNotes(incident, 600);
    let count = 0;
    for await (const batch of follow({ batchSize: 1 })) {
      count += batch.events.length;
      if (batch.caughtUp) break;
    }
    expect(count).toBeGreaterThanOrEqual(602);
  });

  it('that stops is told nothing more', async () => {
    await foundCity(store);
    const batches = follow()[Symbol.asyncIterator]();
    await takeUntil(batches, caughtUp);
    const waiting = batches.next();
    stopping.abort();
    expect(await waiting).toEqual({ done: true, value: undefined });
    expect(await batches.next()).toEqual({ done: true, value: undefined });
  });

  it('that was stopped before it began gets nothing', async () => {
    await foundCity(store);
    stopping.abort();
    for await (const _ of follow()) throw new Error('got a batch');
  });

  it('ends when its store is closed', async () => {
    const own = await node.open();
    const batches = own.follow({ signal: stopping.signal })[Symbol.asyncIterator]();
    await takeUntil(batches, caughtUp);
    const waiting = batches.next();
    await own.close();
    expect(await waiting).toEqual({ done: true, value: undefined });
  });
});

describe.skipIf(serverUrl)('a node that goes away and comes back', () => {
  it('is followed on from the last batch handed out: nothing lost, nothing twice', async () => {
    const city = await foundCity(store);
    const incident = await openIncident(store, city);
    let drops = 0;
    const batches = follow({
      batchSize: 5,
      onDrop: () => {
        drops += 1;
      },
    })[Symbol.asyncIterator]();
    const before = await takeUntil(batches, caughtUp);
    await addNotes(incident, 30);
    const [half] = await takeUntil(batches, () => true);
    await node.stop();
    const waiting = takeUntil(
      batches,
      (events) =>
        events.filter((one) => one.type === 'NoteAdded').length >= 40 - (half?.events.length ?? 0),
    );
    await node.restart();
    await addNotes(incident, 10);
    const after = await waiting;
    const events = eventsOf([...before, ...(half ? [half] : []), ...after]);
    expectOrder(events);
    expect(events.filter((event) => event.type === 'NoteAdded')).toHaveLength(40);
    expect(drops).toBeGreaterThan(0);
  });

  it('may stay away: the follower waits and can still be stopped', async () => {
    await foundCity(store);
    let dropped = (): void => undefined;
    const down = new Promise<void>((resolve) => {
      dropped = resolve;
    });
    const batches = follow({ onDrop: () => dropped() })[Symbol.asyncIterator]();
    await takeUntil(batches, caughtUp);
    const waiting = batches.next();
    await node.stop();
    await down;
    stopping.abort();
    expect(await waiting).toEqual({ done: true, value: undefined });
  });
});

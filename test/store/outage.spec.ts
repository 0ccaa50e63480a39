import { randomUUID } from 'node:crypto';
import { type CommandMeta, type IncidentCommand, revision } from '@tocsin/domain';
import { openStore, type Store, StoreError } from '@tocsin/domain/store';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { expectChain } from './chain.testkit.ts';
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
let city: string;

beforeEach(async () => {
  node = await startNode();
  store = await node.open();
  city = await foundCity(store);
});
afterEach(() => node.close());

const failure = async (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => 'it went well',
    (error: unknown) => (error instanceof StoreError ? error.code : error),
  );

describe.skipIf(serverUrl)('a node that goes away', () => {
  it('is an error with a code, whatever was asked', async () => {
    const id = await openIncident(store, city);
    await node.stop();
    const asked = [
      store.ping(),
      store.lastPosition(),
      store.readIncident(id),
      store.readIncident(id, revision(0n)),
      store.readIncidentEvents(id),
      store.readCity('another'),
      store.incident(id, note('x'), metaOf()),
      store.incident(id, note('x'), metaOf({ expectedRevision: revision(0n) })),
      store.incident(randomUUID(), note('x'), metaOf()),
    ];
    const codes = await Promise.all(asked.map(failure));
    expect(new Set(codes)).toEqual(new Set(['STORE_UNREACHABLE']));
    expect(await failure(openStore(node.url))).toBe('STORE_UNREACHABLE');
  });

  it('[C2] costs nothing: sent again with the same ids, there is one set of events', async () => {
    const incidents = await Promise.all(
      Array.from({ length: 40 }, () => openIncident(store, city)),
    );
    const commands = Array.from({ length: 200 }, (_, n): [string, IncidentCommand, CommandMeta] => [
      incidents[n % 40] ?? '',
      note(`${n}`),
      metaOf(),
    ]);
    const sending = commands.map((one) => failure(store.incident(...one)));
    await Promise.race(sending);
    await node.stop();
    const first = await Promise.all(sending);
    for (const code of first) expect(['it went well', 'STORE_UNREACHABLE']).toContain(code);
    await node.restart();
    const again = await Promise.all(commands.map((one) => store.incident(...one)));
    again.forEach((outcome, index) => {
      const { repeated } = accepted(outcome);
      if (first[index] === 'it went well') expect(repeated).toBe(true);
    });
    const counts = await Promise.all(
      incidents.map((id) => expectChain(node.url, `incident-${id}`)),
    );
    expect(counts).toEqual(incidents.map(() => 7));
    const fresh = await node.open();
    for (const one of commands)
      expect(await fresh.incident(...one)).toMatchObject({ kind: 'accepted', repeated: true });
  });

  it('does not stop the city’s profile from being kept current afterwards', async () => {
    await store.readCity(city);
    await node.stop();
    await node.restart();
    accepted(
      await store.incident(
        randomUUID(),
        {
          type: 'ReportIncident',
          data: {
            incident: randomUUID(),
            city,
            report: 'r',
            channel: 'phone',
            what: 'Fire',
            place: { address: 'a' },
            reporter: {},
          },
        },
        metaOf(),
      ),
    );
    expect((await store.readCity(city))?.id).toBe(city);
  });
});

describe('a store that was closed', () => {
  it('says so', async () => {
    const own = await node.open();
    await own.readCity(city);
    await own.close();
    const asked = [own.ping(), own.readIncident('x'), own.incident('x', note('x'), metaOf())];
    for (const code of await Promise.all(asked.map(failure))) expect(code).toBe('STORE_CLOSED');
  });
  it('can be closed twice', async () => {
    const own = await node.open();
    await own.close();
    await own.close();
  });
});

it('a server that is not there is found out at once', async () => {
  expect(await failure(openStore('esdb://127.0.0.1:1?tls=false'))).toBe('STORE_UNREACHABLE');
});

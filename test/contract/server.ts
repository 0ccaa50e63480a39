import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EventStoreDBClient, jsonEvent } from '@eventstore/db-client';
import { type EventStoreNode, startEventStore } from '@tocsin/local/eventstore';

/** The server under contract: the one that EVENTSTORE_URL names, else an embedded node of its own. */
export type ContractServer = {
  readonly connectionString: string;
  /** Stops the node and starts it again on the same port and folder. Only an embedded one can. */
  restart(): Promise<void>;
  close(): Promise<void>;
};

export const remoteUrl = process.env.EVENTSTORE_URL;

export const EMBEDDED_ONLY = 'a server that EVENTSTORE_URL names is not ours to restart or limit';

export async function openServer(): Promise<ContractServer> {
  if (remoteUrl) {
    const restart = (): Promise<void> => Promise.reject(new Error(EMBEDDED_ONLY));
    return { connectionString: remoteUrl, restart, close: () => Promise.resolve() };
  }
  const dataDir = await mkdtemp(join(tmpdir(), 'tocsin-contract-'));
  let node: EventStoreNode = await startEventStore({ dataDir });
  const { port, connectionString } = node;
  return {
    connectionString,
    restart: async () => {
      await node.close();
      node = await startEventStore({ dataDir, port });
    },
    close: async () => {
      await node.close();
      await rm(dataDir, { recursive: true });
    },
  };
}

export const clientOf = (server: ContractServer): EventStoreDBClient =>
  EventStoreDBClient.connectionString(server.connectionString);

/** A stream name that no other test uses, also on a server that lives longer than the test. */
export const newStream = (category = 'contract'): string => `${category}-${randomUUID()}`;

/** `count` events whose data tell them apart: `{ n: from }`, `{ n: from + 1 }` … */
export const numbered = (count: number, from = 0, type = 'Counted') =>
  Array.from({ length: count }, (_, i) => jsonEvent({ type, data: { n: from + i } }));

export async function collect<T>(source: AsyncIterable<T>): Promise<T[]> {
  const items: T[] = [];
  for await (const item of source) items.push(item);
  return items;
}

/** The client takes the call Append instead of BatchAppend when credentials come with the call. */
export const UNARY = { credentials: { username: 'admin', password: 'changeit' } };

import { join } from 'node:path';
import { EventStoreDBClient } from '@eventstore/db-client';
import { openStore, type Store } from '@tocsin/domain/store';
import { openKeys } from '@tocsin/local';
import type { Scope } from '../scope.ts';
import { forkPart } from './child.ts';

export interface EventStoreNode {
  readonly connectionString: string;
  /** The bare client, on a connection of its own. */
  readonly client: EventStoreDBClient;
  readonly store: Store;
  /** Another bare client, with a connection as new. */
  readonly another: () => Promise<{
    readonly client: EventStoreDBClient;
    readonly close: () => Promise<void>;
  }>;
}

/** The embedded node in a process of its own, on a new log, and the two ways to talk to it. */
export async function startNode(scope: Scope, folder: string): Promise<EventStoreNode> {
  const dataDir = join(folder, 'eventstore');
  const { ready } = await forkPart<string>(scope, 'parts/eventStoreProcess.js', dataDir);
  const client = EventStoreDBClient.connectionString(ready);
  scope.defer(() => client.dispose());
  const store = await openStore(ready, { keys: await openKeys(folder) });
  scope.defer(() => store.close());
  const another = async () => {
    const fresh = EventStoreDBClient.connectionString(ready);
    // Connected, as a store is once it is open.
    for await (const _ of fresh.readAll({ maxCount: 1 }));
    return { client: fresh, close: () => fresh.dispose() };
  };
  return { connectionString: ready, client, store, another };
}

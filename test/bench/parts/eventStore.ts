import { join } from 'node:path';
import { EventStoreDBClient } from '@eventstore/db-client';
import { openStore, type Store } from '@tocsin/domain/store';
import type { Scope } from '../scope.ts';
import { forkPart } from './child.ts';

export interface EventStoreNode {
  readonly connectionString: string;
  /** The bare client, on a connection of its own. */
  readonly client: EventStoreDBClient;
  readonly store: Store;
}

/** The embedded node in a process of its own, on a new log, and the two ways to talk to it. */
export async function startNode(scope: Scope, folder: string): Promise<EventStoreNode> {
  const dataDir = join(folder, 'eventstore');
  const { ready } = await forkPart<string>(scope, 'parts/eventStoreProcess.js', dataDir);
  const client = EventStoreDBClient.connectionString(ready);
  scope.defer(() => client.dispose());
  const store = await openStore(ready);
  scope.defer(() => store.close());
  return { connectionString: ready, client, store };
}

import type { Store } from '@tocsin/domain/store';
import { dataFolderPath, openDataFolder } from './dataFolder.ts';
import { startEventStore } from './eventstore/index.ts';
import { openKeptStore } from './openReachableStore.ts';
import { readRunFile } from './runFile.ts';

export interface Connection {
  readonly store: Store;
  /** esdb:// */
  readonly url: string;
  /** By way of a running instance, EVENTSTORE_URL, or a node of this command's own. */
  readonly how: 'running' | 'url' | 'embedded';
  /** Closes the store, and the node if it was started for this command. */
  close(): Promise<void>;
}

/**
 * The store for a command-line tool: that of the instance that runs on the data folder, else the
 * server that EVENTSTORE_URL names, else an embedded node on the data folder for the length of
 * the command (nobody else can then use the folder). Throws a `UserError` that says what is wrong.
 */
export async function connect(options: { readonly dataDir?: string } = {}): Promise<Connection> {
  const path = dataFolderPath(options.dataDir);
  const url = process.env.EVENTSTORE_URL;
  const running = readRunFile(path);
  if (running !== undefined) return open(running.eventStore, path, 'running');
  if (url) return open(url, path, 'url');
  return embedded(path);
}

async function open(
  connectionString: string,
  dataDir: string,
  how: Connection['how'],
): Promise<Connection> {
  const store = await openKeptStore(connectionString, dataDir);
  return { store, url: connectionString, how, close: () => store.close() };
}

async function embedded(path: string): Promise<Connection> {
  const folder = openDataFolder(path);
  try {
    const node = await startEventStore({
      dataDir: folder.eventStore,
      host: '127.0.0.1',
      port: 0,
    });
    const store = await openKeptStore(node.connectionString, path).catch(async (error: unknown) => {
      await node.close();
      throw error;
    });
    const close = async (): Promise<void> => {
      await store.close();
      await node.close();
      folder.close();
    };
    return { store, url: node.connectionString, how: 'embedded', close };
  } catch (error) {
    folder.close();
    throw error;
  }
}

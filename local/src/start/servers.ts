import { createHash } from 'node:crypto';
import type { DataFolder } from '../dataFolder.ts';
import { startEventStore } from '../eventstore/index.ts';
import { openReachablePool } from '../openReachablePool.ts';
import { openReachableStore } from '../openReachableStore.ts';
import { type Postgres, startPostgres } from '../postgres/startPostgres.ts';
import { withoutPassword } from '../withoutPassword.ts';
import { words } from '../words/words.ts';
import type { StepVoice } from './terminal.ts';
import { type Boot, watched } from './watched.ts';

/** The event store's address: the given server's once it answers, or a node's started here. */
export async function eventStoreUrlOf(
  boot: Boot,
  folder: DataFolder,
  voice: StepVoice,
): Promise<string> {
  const { eventStoreUrl } = boot.settings;
  if (eventStoreUrl !== undefined) {
    voice.detail(withoutPassword(eventStoreUrl));
    await (await openReachableStore(eventStoreUrl)).close();
    return eventStoreUrl;
  }
  const node = await startEventStore({ dataDir: folder.eventStore, host: '127.0.0.1', port: 0 });
  boot.closers.push(() => node.close());
  voice.detail(words.embedded);
  return node.connectionString;
}

/** PostgreSQL's address: the given server's once it answers, or that of one started here. */
export async function databaseUrlOf(
  boot: Boot,
  folder: DataFolder,
  voice: StepVoice,
): Promise<string> {
  const { databaseUrl, eventStoreUrl } = boot.settings;
  if (databaseUrl !== undefined) {
    voice.detail(withoutPassword(databaseUrl));
    await (await openReachablePool(databaseUrl, () => {})).end();
    return databaseUrl;
  }
  voice.detail(words.embedded);
  const start = (note: (text: string) => void, sockets?: string): Promise<Postgres> =>
    startPostgres({
      dataDir: folder.postgres,
      logDir: folder.logs,
      database: databaseName(eventStoreUrl),
      note,
      ...(sockets !== undefined && { sockets }),
    });
  const first = await start(voice.note);
  const say = (text: string): void => boot.terminal.say(text);
  boot.closers.push(watched(boot, folder, 'postgres', first, () => start(say, first.sockets)));
  return first.url;
}

/** Read models belong to one log: those of a server elsewhere get a database of their own. */
const databaseName = (eventStoreUrl: string | undefined): string =>
  eventStoreUrl === undefined
    ? 'tocsin'
    : `tocsin_${createHash('sha256').update(eventStoreUrl).digest('hex').slice(0, 12)}`;

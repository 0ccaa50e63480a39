import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { type DataFolder, openDataFolder } from '../dataFolder.ts';
import { foundDemoCity, hasDemoCity, wantsDemoCity } from '../demoCity/foundDemoCity.ts';
import { startEventStore } from '../eventstore/index.ts';
import { openReachablePool } from '../openReachablePool.ts';
import { openReachableStore } from '../openReachableStore.ts';
import { type Postgres, startPostgres } from '../postgres/startPostgres.ts';
import { removeRunFile, writeRunFile } from '../runFile.ts';
import { withoutPassword } from '../withoutPassword.ts';
import { words } from '../words/words.ts';
import { checkAddress } from './checkAddress.ts';
import { forkPart, type Member, type PartName } from './forkPart.ts';
import { keepAlive } from './keepAlive.ts';
import type { PartSettings } from './part.ts';
import type { Settings } from './settings.ts';
import type { StepVoice, Terminal } from './terminal.ts';

export interface Boot {
  readonly settings: Settings;
  readonly dataDir: string;
  readonly terminal: Terminal;
  /** Aborted when the start is to stop; then the step under way is the last. */
  readonly signal: AbortSignal;
  /** What was started, oldest first; the caller closes it in reverse, however the boot ends. */
  readonly closers: (() => Promise<void> | void)[];
}

/**
 * Starts the parts in order. Resolves when the gateway serves. Throws a `UserError` that says
 * what is wrong, or the signal's reason.
 */
export async function boot(boot: Boot): Promise<{ url: string; demo: boolean }> {
  const { settings, terminal, signal, closers } = boot;
  await checkAddress(settings.host, settings.port);
  const folder = await terminal.step(words.stepData, async (voice) => {
    const opened = openDataFolder(boot.dataDir);
    closers.push(() => opened.close());
    voice.detail(opened.path);
    return opened;
  });
  signal.throwIfAborted();
  const eventStoreUrl = await terminal.step(words.stepEventStore, (voice) =>
    eventStore(boot, folder, voice),
  );
  signal.throwIfAborted();
  const databaseUrl = await terminal.step(words.stepPostgres, (voice) =>
    database(boot, folder, voice),
  );
  signal.throwIfAborted();
  const demo = await terminal.step(words.stepDemo, (voice) => demoCity(boot, eventStoreUrl, voice));
  const { host, port } = settings;
  const part: PartSettings = { host, port, dataDir: folder.path, eventStoreUrl, databaseUrl };
  await terminal.step(words.stepProjections, () => startPart(boot, folder, 'projections', part));
  signal.throwIfAborted();
  const { url } = await terminal.step(words.stepGateway, () =>
    startPart(boot, folder, 'gateway', part),
  );
  if (url === undefined) throw new Error('the gateway did not say where it is');
  closers.push(() => removeRunFile(folder.path));
  writeRunFile(folder.path, {
    pid: process.pid,
    eventStore: eventStoreUrl,
    database: databaseUrl,
    gateway: url,
  });
  return { url, demo };
}

async function eventStore(boot: Boot, folder: DataFolder, voice: StepVoice): Promise<string> {
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

async function database(boot: Boot, folder: DataFolder, voice: StepVoice): Promise<string> {
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

/** Whether a demo city is in the log, in the end. */
async function demoCity(boot: Boot, eventStoreUrl: string, voice: StepVoice): Promise<boolean> {
  const store = await openReachableStore(eventStoreUrl);
  try {
    if (boot.settings.demo && (await wantsDemoCity(store))) {
      await foundDemoCity(store, (done, all) => voice.detail(words.done(done, all)), boot.signal);
    }
    const there = await hasDemoCity(store);
    voice.detail(there ? words.demoThere : words.demoNone);
    return there;
  } finally {
    await store.close();
  }
}

async function startPart(
  boot: Boot,
  folder: DataFolder,
  name: PartName,
  settings: PartSettings,
): Promise<Member> {
  const first = await forkPart(name, settings, folder.logs, boot.signal);
  // A gateway that comes back does so at the address that is known.
  const port = first.url === undefined ? settings.port : Number(new URL(first.url).port);
  const again = (signal: AbortSignal): Promise<Member> =>
    forkPart(name, { ...settings, port }, folder.logs, signal);
  boot.closers.push(watched(boot, folder, name, first, again));
  return first;
}

function watched(
  { terminal }: Boot,
  folder: DataFolder,
  name: keyof typeof words.parts,
  first: Member,
  again: (signal: AbortSignal) => Promise<Member>,
): () => Promise<void> {
  const part = words.parts[name];
  const log = join(folder.logs, `${name}.log`);
  return keepAlive(first, again, {
    onEnd: (how, seconds) => terminal.say(words.partEnded(part, how, seconds, log)),
    onBack: () => terminal.say(words.partBack(part)),
  });
}

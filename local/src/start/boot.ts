import { type DataFolder, openDataFolder } from '../dataFolder.ts';
import { foundDemoCity, hasDemoCity, wantsDemoCity } from '../demoCity/foundDemoCity.ts';
import { openReachableStore } from '../openReachableStore.ts';
import { removeRunFile, writeRunFile } from '../runFile.ts';
import { words } from '../words/words.ts';
import { checkAddress } from './checkAddress.ts';
import { forkPart, type Member, type PartName } from './forkPart.ts';
import type { PartSettings } from './part.ts';
import { databaseUrlOf, eventStoreUrlOf } from './servers.ts';
import type { StepVoice } from './terminal.ts';
import { type Boot, watched } from './watched.ts';

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
    eventStoreUrlOf(boot, folder, voice),
  );
  signal.throwIfAborted();
  const databaseUrl = await terminal.step(words.stepPostgres, (voice) =>
    databaseUrlOf(boot, folder, voice),
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

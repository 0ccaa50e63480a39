import { type DataFolder, openDataFolder } from '../dataFolder.ts';
import { stockDemoCity } from '../demoCity/demoStock.ts';
import { demoCity } from '../demoCity/identity.ts';
import { openKeptStore } from '../openReachableStore.ts';
import { adoptProfile } from '../profile/adoptProfile.ts';
import { demoProfileFor } from '../profile/startProfile.ts';
import { removeRunFile, writeRunFile } from '../runFile.ts';
import { words } from '../words/words.ts';
import { checkAddress } from './checkAddress.ts';
import { forkPart, type Member, type PartName } from './forkPart.ts';
import type { PartSettings } from './part.ts';
import { databaseUrlOf, eventStoreUrlOf } from './servers.ts';
import type { StepVoice } from './terminal.ts';
import { type Boot, watched } from './watched.ts';

export interface Booted {
  readonly url: string;
  /** The accounts of a made-up city; none for a real one. */
  readonly demoAccounts: readonly string[];
}

/**
 * Starts the parts in order. Resolves when the gateway serves. Throws a `UserError` that says
 * what is wrong, or the signal's reason.
 */
export async function boot(boot: Boot): Promise<Booted> {
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
  const { city, demoAccounts } = await terminal.step(words.stepProfile, (voice) =>
    profiled(boot, eventStoreUrl, folder.path, voice),
  );
  const { host, port, keepChangesDays, mapUrl } = settings;
  const kept = {
    ...(keepChangesDays !== undefined && { keepChangesDays }),
    ...(mapUrl && { mapUrl }),
  };
  const dataDir = folder.path;
  const urls = { eventStoreUrl, databaseUrl };
  const part: PartSettings = { host, port, dataDir, ...urls, ...kept, city };
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
  return { url, demoAccounts };
}

/** Adopts the profile that was named, or the demo city's where it belongs. */
async function profiled(
  { settings, profile, signal }: Boot,
  eventStoreUrl: string,
  dataDir: string,
  voice: StepVoice,
): Promise<{ city: string; demoAccounts: readonly string[] }> {
  const store = await openKeptStore(eventStoreUrl, dataDir);
  try {
    const read = profile ?? (settings.demo ? await demoProfileFor(store) : undefined);
    if (read) {
      const onProgress = (done: number, all: number): void => voice.detail(words.done(done, all));
      const changes = await adoptProfile(store, read, { onProgress, note: voice.note, signal });
      voice.note(changes.toString());
      if (read.file.id === demoCity) await stockDemoCity(store, signal);
    }
    const id = read?.file.id ?? demoCity;
    const city = await store.readCity(id);
    voice.detail(city ? city.name[words.language] : words.profileNone);
    const accounts = read?.file.people.map(({ account }) => account) ?? city?.roster?.accounts;
    return { city: id, demoAccounts: city?.demo ? (accounts ?? []) : [] };
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

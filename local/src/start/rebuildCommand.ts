import { migrate, rebuild } from '@tocsin/projections';
import { pino } from 'pino';
import { dataFolderPath, openDataFolder } from '../dataFolder.ts';
import { newCommand, runCommand } from '../newCommand.ts';
import { openReachablePool } from '../openReachablePool.ts';
import { openReachableStore } from '../openReachableStore.ts';
import { readRunFile } from '../runFile.ts';
import { words } from '../words/words.ts';
import { type Closers, closeAll } from './closeAll.ts';
import { databaseError } from './databaseError.ts';
import { databaseUrlOf, eventStoreUrlOf } from './servers.ts';
import { readSettings } from './settings.ts';
import { Terminal } from './terminal.ts';

interface Servers {
  readonly eventStoreUrl: string;
  readonly databaseUrl: string;
}

/**
 * `tocsin rebuild`: makes the read models again from the log, those of the instance that runs on
 * the data folder, or else of the servers that the environment names, the embedded ones if none.
 */
export async function runRebuild(argv: string[]): Promise<void> {
  const command = newCommand('tocsin rebuild', words.partHelp.rebuild)
    .option('--data <folder>', words.startHelp.data)
    .addHelpText('after', words.startHelp.environment)
    .action(rebuildBoards);
  await runCommand(command, argv);
}

async function rebuildBoards({ data }: { readonly data?: string }): Promise<void> {
  const terminal = new Terminal();
  const closers: Closers = [];
  try {
    const { eventStoreUrl, databaseUrl } = await servers(dataFolderPath(data), terminal, closers);
    const store = await openReachableStore(eventStoreUrl);
    closers.push(() => store.close());
    const pool = await openReachablePool(databaseUrl, () => {});
    closers.push(() => pool.end());
    await migrate(pool).catch((error: unknown) => {
      throw databaseError(error, databaseUrl);
    });
    const logger = pino({ level: 'error' }, pino.destination(2));
    await terminal.step(words.stepRebuild, async ({ detail }) => {
      await rebuild({
        store,
        pool,
        logger,
        onProgress: (progress) => detail(words.rebuilding(progress)),
      });
    });
  } finally {
    await closeAll(closers);
  }
}

async function servers(dataDir: string, terminal: Terminal, closers: Closers): Promise<Servers> {
  const running = readRunFile(dataDir);
  if (running !== undefined) {
    return { eventStoreUrl: running.eventStore, databaseUrl: running.database };
  }
  const settings = readSettings();
  const boot = { settings, dataDir, terminal, signal: new AbortController().signal, closers };
  const folder = openDataFolder(dataDir);
  closers.push(() => folder.close());
  return {
    eventStoreUrl: await terminal.step(words.stepEventStore, (voice) =>
      eventStoreUrlOf(boot, folder, voice),
    ),
    databaseUrl: await terminal.step(words.stepPostgres, (voice) =>
      databaseUrlOf(boot, folder, voice),
    ),
  };
}

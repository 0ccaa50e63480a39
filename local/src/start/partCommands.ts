import { dataFolderPath } from '../dataFolder.ts';
import { newCommand, runCommand } from '../newCommand.ts';
import { readRunFile } from '../runFile.ts';
import { UserError } from '../userError.ts';
import { words } from '../words/words.ts';
import type { PartName } from './forkPart.ts';
import { startGatewayPart } from './gatewayPart.ts';
import { endAnyway, type PartSettings, partLogger, type StartPart } from './part.ts';
import { startProjectionsPart } from './projectionsPart.ts';
import { readSettings } from './settings.ts';
import { stopRequest } from './stopRequest.ts';

/** `tocsin gateway`: one gateway more, until Ctrl-C or SIGTERM; its log goes to the terminal. */
export const runGateway = (argv: string[]): Promise<void> =>
  runPart('gateway', startGatewayPart, argv);

/** `tocsin projections`: the projections, or a stand-by for those that lead. */
export const runProjections = (argv: string[]): Promise<void> =>
  runPart('projections', startProjectionsPart, argv);

async function runPart(name: PartName, startPart: StartPart, argv: string[]): Promise<void> {
  const command = newCommand(`tocsin ${name}`, words.partHelp[name])
    .option('--data <folder>', words.startHelp.data)
    .addHelpText('after', words.startHelp.environment)
    .action(async ({ data }: { readonly data?: string }) => {
      const logger = partLogger(name);
      const stop = stopRequest(
        () => logger.info('stopping'),
        () => {},
      );
      const part = await startPart(partSettings(data), logger);
      logger.info({ url: part.url }, 'ready');
      await stop.asked;
      endAnyway(logger);
      await part.close();
    });
  await runCommand(command, argv);
}

/** From the environment, and for what it doesn't say from the instance on the data folder. */
export function partSettings(data?: string): PartSettings {
  const dataDir = dataFolderPath(data);
  const { eventStoreUrl: eventStore, databaseUrl: database, demo: _, ...rest } = readSettings();
  const running = readRunFile(dataDir);
  const eventStoreUrl = eventStore ?? running?.eventStore;
  const databaseUrl = database ?? running?.database;
  if (eventStoreUrl === undefined) throw new UserError(words.noEventStore);
  if (databaseUrl === undefined) throw new UserError(words.noDatabase);
  return { ...rest, dataDir, eventStoreUrl, databaseUrl };
}

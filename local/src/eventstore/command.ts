import { join } from 'node:path';
import { dataFolderPath } from '../dataFolder.ts';
import { newCommand, runCommand } from '../newCommand.ts';
import { UserError } from '../userError.ts';
import { type EventStoreNode, startEventStore } from './node.ts';
import { EventStoreStartError } from './startError.ts';
import { words } from './words.ts';

type Flags = { readonly port: number; readonly data?: string; readonly host: string };

/**
 * `eventstore --port 2113 --data DIR [--host H]`. `argv` is what follows the command's name. Prints
 * the connection string and runs until SIGINT or SIGTERM. Throws a `UserError` that says in one
 * sentence what keeps it from starting.
 */
export async function runEventStore(argv: string[]): Promise<void> {
  const command = newCommand('eventstore', words.description)
    .option('--port <number>', words.port, portOf, 2113)
    .option('--data <folder>', words.data)
    .option('--host <address>', words.host, '127.0.0.1')
    .action(run);
  await runCommand(command, argv);
}

async function run(flags: Flags): Promise<void> {
  const asked = new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      process.on(signal, () => resolve());
    }
  });
  const node = await start(flags);
  process.stdout.write(`${node.connectionString}\n`);
  await asked;
  await node.close();
}

async function start({ data = defaultFolder(), host, port }: Flags): Promise<EventStoreNode> {
  try {
    return await startEventStore({ dataDir: data, host, port });
  } catch (error) {
    if (error instanceof EventStoreStartError) {
      throw new UserError(error.message, { cause: error });
    }
    throw error;
  }
}

/** Where `start` keeps its log, so that both find the same one. */
const defaultFolder = (): string => join(dataFolderPath(), 'eventstore');

function portOf(text: string): number {
  const port = Number(text);
  if (/^\d+$/.test(text) && port <= 65_535) return port;
  throw new UserError(words.portInvalid, { exitCode: 2 });
}

import { Command, InvalidArgumentError } from 'commander';
import { type EventStoreNode, startEventStore } from './node.ts';
import { EventStoreStartError } from './startError.ts';

type Flags = { readonly port: number; readonly data: string; readonly host: string };

/**
 * `eventstore --port 2113 --data DIR [--host H]`. `argv` is what follows the command's name. Prints
 * the connection string and runs until SIGINT or SIGTERM; what keeps it from starting is one
 * sentence on stderr and exit code 1.
 */
export async function runEventStore(argv: string[]): Promise<void> {
  const command = new Command('eventstore')
    .description('Runs the embedded event store, which speaks the protocol of EventStoreDB.')
    .option('--port <number>', 'port to listen on, 0 for any that is free', portOf, 2113)
    .option('--data <folder>', 'folder of the event log', '.data/eventstore')
    .option('--host <address>', 'address to listen on', '127.0.0.1')
    .allowExcessArguments(false)
    .action(run);
  await command.parseAsync(argv, { from: 'user' });
}

async function run(flags: Flags): Promise<void> {
  let node: EventStoreNode;
  try {
    node = await startEventStore({ dataDir: flags.data, host: flags.host, port: flags.port });
  } catch (error) {
    if (!(error instanceof EventStoreStartError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
    return;
  }
  process.stdout.write(`${node.connectionString}\n`);
  await new Promise<void>((resolve) => {
    process.once('SIGINT', () => resolve());
    process.once('SIGTERM', () => resolve());
  });
  await node.close();
}

function portOf(text: string): number {
  const port = Number(text);
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
  throw new InvalidArgumentError('It must be a whole number from 0 to 65535.');
}

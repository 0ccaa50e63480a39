import { dataFolderPath } from '../dataFolder.ts';
import { newCommand, runCommand } from '../newCommand.ts';
import { demoPassword } from '../profile/demoPassword.ts';
import { namedProfile } from '../profile/startProfile.ts';
import { version } from '../version.ts';
import { words } from '../words/words.ts';
import { boot } from './boot.ts';
import { type Closers, closeAll } from './closeAll.ts';
import { readSettings, type Settings } from './settings.ts';
import { stopRequest } from './stopRequest.ts';
import { Terminal } from './terminal.ts';

interface Flags {
  readonly data?: string;
  readonly profile?: string;
  readonly demo: boolean;
}

/**
 * `tocsin start`: everything on this machine, until Ctrl-C or SIGTERM. `argv` is what follows the
 * command's name. Throws a `UserError` for what the person at the keyboard can put right, when
 * nothing is left running.
 */
export async function runStart(argv: string[]): Promise<void> {
  const command = newCommand('tocsin start', words.startHelp.description)
    .option('--data <folder>', words.startHelp.data)
    .option('--profile <file>', words.startHelp.profile)
    .option('--no-demo', words.startHelp.noDemo)
    .addHelpText('after', words.startHelp.environment)
    .action(start);
  await runCommand(command, argv);
}

async function start(flags: Flags): Promise<void> {
  const terminal = new Terminal();
  const settings = readSettings();
  const profile = namedProfile(flags.profile);
  const stop = stopRequest(
    () => terminal.say(words.stopping),
    () => {
      if (closers.length > 0) terminal.say(words.stillStopping);
    },
  );
  const closers: Closers = [];
  try {
    terminal.say(words.starting(version));
    const { url, demoAccounts } = await boot({
      settings: { ...settings, demo: settings.demo && flags.demo },
      dataDir: dataFolderPath(flags.data),
      ...(profile && { profile }),
      terminal,
      signal: stop.signal,
      closers,
    });
    welcome(terminal, settings, url, demoAccounts);
    await stop.asked;
  } catch (error) {
    if (!stop.signal.aborted) throw error;
  } finally {
    stop.ask();
    await closeAll(closers);
  }
  terminal.say(words.stopped);
}

function welcome(
  terminal: Terminal,
  settings: Settings,
  url: string,
  accounts: readonly string[],
): void {
  terminal.say('');
  terminal.say(words.ready(url, performance.now() / 1000));
  if (accounts.length > 0) {
    terminal.say('');
    terminal.say(words.demoAccounts(demoPassword));
    for (const line of accountLines(accounts)) terminal.say(`  ${line}`);
    if (!isLoopback(settings.host)) terminal.say(words.demoOpen(url));
  }
  terminal.say('');
  terminal.say(words.stopHint);
}

const isLoopback = (host: string): boolean => /^(?:127\.|localhost$|::1$)/.test(host);

/** Four accounts a line. */
function accountLines(accounts: readonly string[]): string[] {
  const width = 2 + Math.max(...accounts.map(({ length }) => length));
  return Array.from({ length: Math.ceil(accounts.length / 4) }, (_, line) =>
    accounts
      .slice(line * 4, line * 4 + 4)
      .map((account) => account.padEnd(width))
      .join('')
      .trimEnd(),
  );
}

import { dataFolderPath } from '../dataFolder.ts';
import { demoPassword, demoPeople } from '../demoCity/demoPeople.ts';
import { newCommand, runCommand } from '../newCommand.ts';
import { version } from '../version.ts';
import { words } from '../words/words.ts';
import { boot } from './boot.ts';
import { type Closers, closeAll } from './closeAll.ts';
import { readSettings, type Settings } from './settings.ts';
import { stopRequest } from './stopRequest.ts';
import { Terminal } from './terminal.ts';

interface Flags {
  readonly data?: string;
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
    .option('--no-demo', words.startHelp.noDemo)
    .addHelpText('after', words.startHelp.environment)
    .action(start);
  await runCommand(command, argv);
}

async function start(flags: Flags): Promise<void> {
  const terminal = new Terminal();
  const settings = readSettings();
  const stop = stopRequest(
    () => terminal.say(words.stopping),
    () => {
      if (closers.length > 0) terminal.say(words.stillStopping);
    },
  );
  const closers: Closers = [];
  try {
    terminal.say(words.starting(version));
    const { url, demo } = await boot({
      settings: { ...settings, demo: settings.demo && flags.demo },
      dataDir: dataFolderPath(flags.data),
      terminal,
      signal: stop.signal,
      closers,
    });
    welcome(terminal, settings, url, demo);
    await stop.asked;
  } catch (error) {
    if (!stop.signal.aborted) throw error;
  } finally {
    stop.ask();
    await closeAll(closers);
  }
  terminal.say(words.stopped);
}

function welcome(terminal: Terminal, settings: Settings, url: string, demo: boolean): void {
  terminal.say('');
  terminal.say(words.ready(url, performance.now() / 1000));
  if (demo) {
    terminal.say('');
    terminal.say(words.demoAccounts(demoPassword));
    for (const line of accountLines()) terminal.say(`  ${line}`);
    if (!isLoopback(settings.host)) terminal.say(words.demoOpen(url));
  }
  terminal.say('');
  terminal.say(words.stopHint);
}

const isLoopback = (host: string): boolean => /^(?:127\.|localhost$|::1$)/.test(host);

/** Five accounts a line. */
function accountLines(): string[] {
  const accounts = demoPeople().map(({ account }) => account);
  return Array.from({ length: Math.ceil(accounts.length / 5) }, (_, line) =>
    accounts
      .slice(line * 5, line * 5 + 5)
      .map((account) => account.padEnd(16))
      .join('')
      .trimEnd(),
  );
}

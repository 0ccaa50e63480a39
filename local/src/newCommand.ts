import { Command, CommanderError } from 'commander';
import { UserError } from './userError.ts';
import { words } from './words/words.ts';

/** A command of the command line whose help and faults are in the user's language. */
export function newCommand(name: string, description: string): Command {
  return new Command(name)
    .description(description)
    .helpOption('-h, --help', words.usage.help)
    .configureHelp({ styleTitle: (title) => words.usage.titles[title] ?? title })
    .configureOutput({ writeErr: () => {} })
    .allowExcessArguments(false)
    .exitOverride();
}

/** A part of a command, as `tocsin person add`. */
export function addCommand(parent: Command, name: string, description: string): Command {
  const command = newCommand(name, description);
  parent.addCommand(command);
  return command;
}

/** Runs the command on what follows its name. Throws a `UserError` (exit code 2) for bad usage. */
export async function runCommand(command: Command, argv: readonly string[]): Promise<void> {
  try {
    await command.parseAsync([...argv], { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0) return;
    const [, at = ''] = /'([^']*)'/.exec(error.message) ?? [];
    const sentence = words.usage.faults[error.code]?.(at) ?? error.message;
    throw new UserError(`${sentence}${words.usage.seeHelp(command.name())}`, {
      cause: error,
      exitCode: 2,
    });
  }
}

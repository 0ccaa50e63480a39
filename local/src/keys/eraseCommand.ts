import { randomUUID } from 'node:crypto';
import { userInfo } from 'node:os';
import type { Actor } from '@tocsin/domain';
import { connect } from '../connect.ts';
import { dataFolderPath } from '../dataFolder.ts';
import { newCommand, runCommand } from '../newCommand.ts';
import { incidentOfNumber } from '../proof/incidentOfNumber.ts';
import { UserError } from '../userError.ts';
import { words } from './words/words.ts';

interface Flags {
  readonly incident: string;
  readonly reason: string;
  readonly by?: string;
  readonly data?: string;
}

/** `tocsin erase`: destroys the keys to an incident's persons, and records that. */
export async function runErase(argv: string[]): Promise<void> {
  const { eraseHelp: help } = words;
  const command = newCommand('tocsin erase', help.description)
    .requiredOption('--incident <id>', help.incident)
    .requiredOption('--reason <text>', help.reason)
    .option('--by <name>', help.by)
    .option('--data <folder>', help.data)
    .addHelpText('after', help.after)
    .action(erase);
  await runCommand(command, argv);
}

function operator(name: string | undefined): Actor {
  const line = `Command line (${userInfo().username})`;
  const shown = name === undefined ? line : `${name} · ${line}`;
  return { kind: 'system', id: 'system:command-line', name: shown };
}

async function erase({ incident, reason, by, data }: Flags): Promise<void> {
  const dataDir = dataFolderPath(data);
  const id = await incidentOfNumber(dataDir, incident);
  const { store, close } = await connect(data === undefined ? {} : { dataDir });
  try {
    const command = { type: 'ErasePersonalData', data: { reason } } as const;
    const meta = { commandId: randomUUID(), actor: operator(by) };
    const outcome = await store.incident(id, command, meta);
    if (outcome.kind === 'conflict') throw new UserError(words.notErased('conflict'));
    if (outcome.kind === 'rejected') {
      const { rejected } = outcome.rejection;
      throw new UserError(words.notErased(words.refusals[rejected] ?? rejected));
    }
    const erased = (await store.readIncident(id))?.state.erased;
    const keys = erased?.keys.length ?? 0;
    process.stdout.write(`${keys === 0 ? words.nothingToErase : words.erased(keys)}\n`);
  } finally {
    await close();
  }
}

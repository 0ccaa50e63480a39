import { randomUUID } from 'node:crypto';
import { userInfo } from 'node:os';
import type { Actor } from '@tocsin/domain';
import { openRawLog } from '@tocsin/domain/store';
import { connect } from '../connect.ts';
import { dataFolderPath } from '../dataFolder.ts';
import { newCommand, runCommand } from '../newCommand.ts';
import { incidentOfNumber } from '../proof/incidentOfNumber.ts';
import { UserError } from '../userError.ts';
import { eraseAgain } from './eraseAgain.ts';
import { openKeys } from './openKeys.ts';
import { words } from './words/words.ts';

interface Flags {
  readonly incident?: string;
  readonly reason?: string;
  readonly again?: boolean;
  readonly by?: string;
  readonly data?: string;
}

/** `tocsin erase`: destroys the keys to an incident's persons, and records that; or does so again. */
export async function runErase(argv: string[]): Promise<void> {
  const { eraseHelp: help } = words;
  const command = newCommand('tocsin erase', help.description)
    .option('--incident <id>', help.incident)
    .option('--reason <text>', help.reason)
    .option('--again', help.again)
    .option('--by <name>', help.by)
    .option('--data <folder>', help.data)
    .addHelpText('after', help.after)
    .action(({ again, ...flags }: Flags) => (again ? repeat(flags) : erase(flags)));
  await runCommand(command, argv);
}

function operator(name: string | undefined): Actor {
  const line = `Command line (${userInfo().username})`;
  const shown = name === undefined ? line : `${name} · ${line}`;
  return { kind: 'system', id: 'system:command-line', name: shown };
}

/** What a restored key store has again is destroyed again; nothing is new for the record. */
async function repeat({ incident, reason, by, data }: Flags): Promise<void> {
  if (incident !== undefined || reason !== undefined || by !== undefined)
    throw new UserError(words.againAlone, { exitCode: 2 });
  const { url, close } = await connect(data === undefined ? {} : { dataDir: dataFolderPath(data) });
  const log = openRawLog(url);
  try {
    const keys = await openKeys(dataFolderPath(data));
    const destroyed = await eraseAgain(log, keys, (events) =>
      process.stderr.write(`  ${words.lookedThrough(events)}\n`),
    ).finally(() => keys.close());
    process.stdout.write(`${destroyed === 0 ? words.noneAgain : words.erasedAgain(destroyed)}\n`);
  } finally {
    await log.close();
    await close();
  }
}

async function erase({ incident, reason, by, data }: Flags): Promise<void> {
  if (incident === undefined) throw new UserError(words.missing('--incident'), { exitCode: 2 });
  if (reason === undefined) throw new UserError(words.missing('--reason'), { exitCode: 2 });
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

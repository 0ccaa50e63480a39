import { randomUUID } from 'node:crypto';
import { userInfo } from 'node:os';
import type { Actor, CommandMeta, PersonCommand, Rejection, Role } from '@tocsin/domain';
import type { Store } from '@tocsin/domain/store';
import type { Command } from 'commander';
import { connect } from '../connect.ts';
import { addCommand, newCommand, runCommand } from '../newCommand.ts';
import { UserError } from '../userError.ts';
import { words } from '../words/words.ts';
import { askPassword } from './askPassword.ts';
import { listPeople } from './listPeople.ts';
import { peopleTable } from './peopleTable.ts';

const roles: readonly Role[] = ['dispatcher', 'liaison', 'commander', 'auditor', 'administrator'];
const isRole = (text: string): text is Role => (roles as readonly string[]).includes(text);

interface AddFlags extends PasswordFlags {
  readonly name: string;
  readonly role?: readonly string[];
  readonly department?: string;
  readonly city?: readonly string[];
}
interface PasswordFlags {
  readonly data?: string;
  readonly passwordStdin?: boolean;
}

/**
 * `tocsin person add|list|password`: the people of a real deployment. `argv` is what follows
 * `person`. Throws a `UserError` for what the person at the keyboard can put right.
 */
export async function runPerson(argv: string[]): Promise<void> {
  const help = words.personHelp;
  const person = newCommand('tocsin person', help.description);
  withPassword(addCommand(person, 'add', help.add))
    .argument('<account>', help.account)
    .requiredOption('--name <name>', help.name)
    .option('--role <role>', help.role, gather)
    .option('--department <id>', help.department)
    .option('--city <id>', help.city, gather)
    .action(add);
  withPassword(addCommand(person, 'password', help.password))
    .argument('<account>', help.account)
    .action(setPassword);
  addCommand(person, 'list', help.list).option('--data <folder>', help.data).action(list);
  await runCommand(person, argv);
}

const withPassword = (command: Command): Command =>
  command
    .option('--password-stdin', words.personHelp.passwordStdin)
    .option('--data <folder>', words.personHelp.data);

const gather = (value: string, before: readonly string[] = []): readonly string[] => [
  ...before,
  value,
];

async function add(account: string, flags: AddFlags): Promise<void> {
  const appointment = appointmentOf(account, flags);
  await withStore(flags.data, async (store) => {
    const known = await store.readPerson(account);
    const needsPassword = known?.passwordDigest === undefined || flags.passwordStdin === true;
    const digest = needsPassword ? await newDigest(flags) : undefined;
    await send(store, account, { type: 'AppointPerson', data: appointment });
    if (digest !== undefined) {
      await send(store, account, { type: 'SetPassword', data: { digest } });
    }
  });
  process.stdout.write(`${words.personAdded(account)}\n`);
}

function appointmentOf(
  account: string,
  { name, role = [], department, city = ['*'] }: AddFlags,
): Extract<PersonCommand, { type: 'AppointPerson' }>['data'] {
  const shown = roles.join(', ');
  if (role.length === 0) throw new UserError(words.roleMissing(shown), { exitCode: 2 });
  const wrong = role.find((one) => !isRole(one));
  if (wrong !== undefined) throw new UserError(words.roleUnknown(wrong, shown), { exitCode: 2 });
  return {
    account,
    name,
    roles: role.filter(isRole),
    cities: city,
    ...(department !== undefined && { department }),
    demo: false,
  };
}

async function setPassword(account: string, flags: PasswordFlags): Promise<void> {
  await withStore(flags.data, async (store) => {
    if ((await store.readPerson(account)) === undefined) {
      throw new UserError(words.personUnknown(account));
    }
    const digest = await newDigest(flags);
    await send(store, account, { type: 'SetPassword', data: { digest } });
  });
  process.stdout.write(`${words.passwordChanged(account)}\n`);
}

async function list({ data }: { readonly data?: string }): Promise<void> {
  const people = await withStore(data, listPeople);
  process.stdout.write(people.length === 0 ? `${words.noPeople}\n` : peopleTable(people));
}

/** The gateway's own way of keeping passwords; loaded only where one is set. */
async function newDigest({ passwordStdin }: PasswordFlags): Promise<string> {
  const password = await askPassword(passwordStdin === true);
  const { hashPassword } = await import('@tocsin/gateway');
  return hashPassword(password);
}

async function withStore<T>(
  dataDir: string | undefined,
  work: (store: Store) => Promise<T>,
): Promise<T> {
  const connection = await connect(dataDir === undefined ? {} : { dataDir });
  try {
    return await work(connection.store);
  } finally {
    await connection.close();
  }
}

async function send(store: Store, account: string, command: PersonCommand): Promise<void> {
  const outcome = await store.person(account, command, meta());
  if (outcome.kind === 'rejected') throw refused(outcome.rejection);
  if (outcome.kind === 'conflict') throw new Error('a conflict without an expected revision');
}

const refused = ({ rejected, field = '' }: Rejection): UserError =>
  new UserError(words.personRefused(rejected, field));

/** Whoever has a shell on this machine acts under the name of their account there. */
function meta(): CommandMeta {
  const actor: Actor = {
    kind: 'system',
    id: 'system:command-line',
    name: `Command line (${userInfo().username})`,
  };
  return { commandId: randomUUID(), actor };
}

import { spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { UserError } from '../userError.ts';
import { words } from '../words/words.ts';

/** Whom PostgreSQL runs as. */
export interface Account {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
}

const name = 'postgres';
/** Out of reach of the terminal's Ctrl-C, which would read as an answer. */
const apart = { detached: true } as const;

/**
 * PostgreSQL refuses to run as root. As root: the owner of the data that is there already, else
 * the account `postgres`, made if need be (`note` is told). As anybody else: undefined, oneself.
 */
export function postgresAccount(data: string, note: (text: string) => void): Account | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const kept = statSync(data, { throwIfNoEntry: false });
  if (kept !== undefined && kept.uid !== 0) {
    return { name: String(kept.uid), uid: kept.uid, gid: kept.gid };
  }
  return lookUp() ?? make(note);
}

/** Whether the account can do to `path` what `test` asks: -x, -r, -w. Root can reach everything. */
export function canReach(account: Account | undefined, test: '-x' | '-r', path: string): boolean {
  if (account === undefined) return true;
  const { uid, gid } = account;
  return (
    spawnSync('/bin/sh', ['-c', 'test "$1" "$2"', 'sh', test, path], {
      ...apart,
      uid,
      gid,
      cwd: '/',
    }).status === 0
  );
}

function lookUp(): Account | undefined {
  const uid = spawnSync('id', ['-u', name], { ...apart, encoding: 'latin1' });
  const gid = spawnSync('id', ['-g', name], { ...apart, encoding: 'latin1' });
  if (uid.status !== 0 || gid.status !== 0) return undefined;
  return { name, uid: Number(uid.stdout), gid: Number(gid.stdout) };
}

function make(note: (text: string) => void): Account {
  const flags = ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin'];
  const { error } = spawnSync('useradd', [...flags, name], { ...apart, stdio: 'ignore' });
  const made = lookUp();
  if (made === undefined) throw new UserError(words.postgresNoAccount, { cause: error });
  note(words.postgresAccountMade(name));
  return made;
}

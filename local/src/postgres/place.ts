import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { words } from '../words/words.ts';
import { writePrivateFile } from '../writePrivateFile.ts';
import { type Account, canReach, postgresAccount } from './account.ts';
import { type Binaries, findBinaries, program } from './binaries.ts';

/** Where one PostgreSQL keeps its things, and as whom it runs. */
export interface Place {
  readonly folder: string;
  /** PGDATA. */
  readonly data: string;
  readonly passwordFile: string;
  /** Binaries that the account can reach. */
  readonly home: string;
  readonly version: string;
  readonly account: Account | undefined;
}

/** Of the things that PostgreSQL's own account can't reach where they are. */
const systemFolder = '/var/lib/tocsin';

/**
 * Finds the place for the PostgreSQL of a data folder and makes its folder. It lies in the data
 * folder unless we are root and PostgreSQL's account can't get there (a clone below /root); then
 * it lies below /var/lib/tocsin, as do the binaries, and `note` is told.
 */
export function findPlace(wanted: string, note: (text: string) => void): Place {
  const account = postgresAccount(join(wanted, 'data'), note);
  const folder = canReach(account, '-x', dirname(wanted)) ? wanted : elsewhere(wanted);
  if (account !== undefined && folder !== wanted) note(words.postgresMoved(folder, account.name));
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (account !== undefined) chownSync(folder, account.uid, account.gid);
  return {
    folder,
    data: join(folder, 'data'),
    passwordFile: join(folder, 'password'),
    ...reachableBinaries(account),
    account,
  };
}

/**
 * A folder whose path leaves room in a socket's address (107 bytes with `/.s.PGSQL.5432`): the
 * place itself, or a temporary one, `again` if that is where it was.
 */
export function socketFolder(place: Place, again?: string): string {
  if (Buffer.byteLength(place.folder) <= 85) return place.folder;
  const folder = again ?? mkdtempSync(join(tmpdir(), 'tocsin-'));
  if (again !== undefined) mkdirSync(again, { mode: 0o700 });
  if (place.account !== undefined) chownSync(folder, place.account.uid, place.account.gid);
  return folder;
}

/** The folder is named at random, and noted where it would have been: another clone has another. */
function elsewhere(wanted: string): string {
  const noted = join(wanted, 'elsewhere');
  if (existsSync(noted)) return readFileSync(noted, 'utf8').trim();
  mkdirSync(systemFolder, { recursive: true, mode: 0o755 });
  removeForsaken();
  const folder = mkdtempSync(join(systemFolder, 'data-'));
  writePrivateFile(join(folder, 'of'), `${noted}\n`);
  mkdirSync(wanted, { recursive: true, mode: 0o700 });
  writePrivateFile(noted, `${folder}\n`);
  return folder;
}

/** What belongs to data folders that are gone. */
function removeForsaken(): void {
  for (const name of readdirSync(systemFolder)) {
    const of = join(systemFolder, name, 'of');
    if (!existsSync(of) || existsSync(join(systemFolder, name, 'data', 'postmaster.pid'))) continue;
    if (existsSync(readFileSync(of, 'utf8').trim())) continue;
    rmSync(join(systemFolder, name), { recursive: true, force: true });
  }
}

function reachableBinaries(account: Account | undefined): Binaries {
  const binaries = findBinaries();
  const { home, version } = binaries;
  const library = join(home, 'lib');
  if (canReach(account, '-x', program(home, 'postgres')) && canReach(account, '-r', library)) {
    return binaries;
  }
  const copy = join(systemFolder, `postgresql-${version}`);
  if (existsSync(copy)) return { home: copy, version };
  mkdirSync(systemFolder, { recursive: true, mode: 0o755 });
  const draft = mkdtempSync(`${copy}.`);
  cpSync(home, draft, { recursive: true, verbatimSymlinks: true });
  execFileSync('chmod', ['-R', 'a+rX', draft]);
  chmodSync(draft, 0o755);
  renameSync(draft, copy);
  return { home: copy, version };
}

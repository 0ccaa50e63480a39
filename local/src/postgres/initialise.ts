import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chownSync, existsSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Writable } from 'node:stream';
import { words } from '../words/words.ts';
import { writePrivateFile } from '../writePrivateFile.ts';
import { program } from './binaries.ts';
import type { Place } from './place.ts';

export const superuser = 'tocsin';

/**
 * Makes the cluster if there is none. One of another major version is moved aside: read models
 * are made again from the log. Throws with initdb's exit if that fails, leaving nothing behind.
 */
export async function initialise(
  place: Place,
  log: Writable,
  note: (text: string) => void,
): Promise<void> {
  moveOlderAside(place, note);
  if (existsSync(join(place.data, 'PG_VERSION'))) return;
  rmSync(`${place.data}.new`, { recursive: true, force: true });
  writePassword(place);
  await runInitdb(place, `${place.data}.new`, log);
  renameSync(`${place.data}.new`, place.data);
}

function moveOlderAside(place: Place, note: (text: string) => void): void {
  const file = join(place.data, 'PG_VERSION');
  if (!existsSync(file)) return;
  const found = readFileSync(file, 'utf8').trim();
  if (found === place.version.split('.')[0]) return;
  const aside = `${place.data}.${found}.${Date.now()}`;
  renameSync(place.data, aside);
  note(words.postgresOlder(found, aside));
}

function writePassword(place: Place): void {
  if (existsSync(place.passwordFile)) return;
  writePrivateFile(place.passwordFile, `${randomBytes(24).toString('base64url')}\n`);
  if (place.account !== undefined) {
    chownSync(place.passwordFile, place.account.uid, place.account.gid);
  }
}

function runInitdb(place: Place, data: string, log: Writable): Promise<void> {
  const flags = [
    `--pgdata=${data}`,
    `--username=${superuser}`,
    `--pwfile=${place.passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale=C',
    // The same order on every machine, whatever locales it has.
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--no-instructions',
  ];
  return new Promise((resolve, reject) => {
    // In a session of its own, so that Ctrl-C in the terminal doesn't cut it short.
    const initdb = spawn(program(place.home, 'initdb'), flags, {
      ...(place.account && { uid: place.account.uid, gid: place.account.gid }),
      cwd: place.folder,
      env: { PATH: process.env.PATH, LC_ALL: 'C' },
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    initdb.stdout.pipe(log, { end: false });
    initdb.stderr.pipe(log, { end: false });
    initdb.once('error', reject);
    initdb.once('close', (code, signal) => {
      if (code === 0) resolve();
      else reject(new Error(`initdb: ${signal ?? code}.`));
    });
  });
}

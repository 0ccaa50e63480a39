import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { processIdentity } from '../../bin/fileLock.mjs';
import { errorCode, UserError } from '../userError.ts';
import { words } from '../words/words.ts';

/**
 * Stops the PostgreSQL that a killed start left behind on this data, if one still runs. A
 * `postmaster.pid` whose number now belongs to another program is cleared away.
 */
export async function stopOrphan(data: string, note: (text: string) => void): Promise<void> {
  const file = join(data, 'postmaster.pid');
  const left = read(file);
  if (left === undefined) return;
  if (servesData(left.pid, data)) {
    await stop(left.pid);
    note(words.postgresOrphan(left.pid));
  }
  rmSync(file, { force: true });
  if (left.socketFolder !== dirname(data))
    rmSync(left.socketFolder, { recursive: true, force: true });
}

/** First fast (clients are cut off, everything is written), then at once (recovered on start). */
async function stop(pid: number): Promise<void> {
  for (const signal of ['SIGINT', 'SIGQUIT'] as const) {
    try {
      process.kill(pid, signal);
    } catch (error) {
      if (errorCode(error) === 'ESRCH') return;
      throw new UserError(words.postgresNotStopping(pid), { cause: error });
    }
    for (let waited = 0; waited < 8_000; waited += 50) {
      if (processIdentity(pid) === undefined) return;
      await sleep(50);
    }
  }
  throw new UserError(words.postgresNotStopping(pid));
}

function read(file: string): { pid: number; socketFolder: string } | undefined {
  try {
    const [pid = '', , , , socketFolder = ''] = readFileSync(file, 'utf8').split('\n');
    return /^\d+$/.test(pid) ? { pid: Number(pid), socketFolder } : undefined;
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined;
    throw error;
  }
}

function servesData(pid: number, data: string): boolean {
  if (processIdentity(pid) === undefined) return false;
  try {
    const line =
      process.platform === 'linux'
        ? readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')
        : execFileSync('ps', ['-o', 'args=', '-p', String(pid)], { encoding: 'utf8' });
    return line.includes(data);
  } catch {
    return false;
  }
}

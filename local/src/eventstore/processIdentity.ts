import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** A process that can be told from a later one with the same number, and from one before a reboot. */
export type ProcessIdentity = {
  readonly pid: number;
  readonly started: string | undefined;
  readonly boot: string | undefined;
};

export function ownIdentity(): ProcessIdentity {
  return { pid: process.pid, started: startOf(process.pid), boot: bootOf() };
}

/** Whether that very process still runs. Where start or boot can't be known, the number decides. */
export function isAlive(identity: ProcessIdentity): boolean {
  const boot = bootOf();
  if (boot !== undefined && identity.boot !== undefined && boot !== identity.boot) return false;
  try {
    process.kill(identity.pid, 0);
  } catch (error) {
    if (!(error instanceof Error) || !('code' in error) || error.code !== 'EPERM') return false;
  }
  const started = startOf(identity.pid);
  return started === undefined || identity.started === undefined || started === identity.started;
}

function startOf(pid: number): string | undefined {
  if (process.platform === 'linux') {
    // The command's name stands in brackets and may hold spaces; field 22 is the 20th after it.
    const line = attempt(() => readFileSync(`/proc/${pid}/stat`, 'utf8'));
    return line?.slice(line.lastIndexOf(')') + 2).split(' ')[19];
  }
  if (process.platform === 'win32') return undefined;
  return attempt(() => outputOf('ps', ['-o', 'lstart=', '-p', String(pid)]));
}

function bootOf(): string | undefined {
  if (process.platform === 'linux') {
    return attempt(() => readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim());
  }
  if (process.platform !== 'darwin') return undefined;
  return attempt(() => outputOf('sysctl', ['-n', 'kern.bootsessionuuid']));
}

const outputOf = (command: string, argv: readonly string[]): string =>
  execFileSync(command, argv, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();

function attempt(read: () => string): string | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}

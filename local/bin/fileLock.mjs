import { execFileSync } from 'node:child_process';
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';

/**
 * What tells a process from a later one with the same number: when it began, on Linux also in
 * which boot. Undefined when no such process runs.
 */
export function processIdentity(pid) {
  try {
    if (process.platform === 'linux') {
      const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      // A zombie has ended; only its parent has not yet asked.
      if (fields[0] === 'Z') return undefined;
      return `${readFileSync('/proc/sys/kernel/random/boot_id', 'latin1').trim()} ${fields[19]}`;
    }
    process.kill(pid, 0);
    if (process.platform === 'win32') return String(pid);
    return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'latin1' }).trim();
  } catch (error) {
    return error.code === 'EPERM' ? String(pid) : undefined;
  }
}

/** The living process that holds the lock at `path`, or undefined. */
export function lockHolder(path) {
  const holder = readHolder(path);
  if (holder?.identity === undefined) return undefined;
  return processIdentity(holder.pid) === holder.identity ? holder.pid : undefined;
}

/**
 * Takes the lock at `path` for this process, over a dead holder's if need be. Returns how to let
 * go of it, or undefined when a living process holds it. A lock of a killed process needs no
 * clearing by hand. The folder must exist; processes must see each other's numbers.
 */
export function takeLock(path) {
  const own = `${path}.${process.pid}`;
  writeFileSync(own, JSON.stringify({ pid: process.pid, identity: processIdentity(process.pid) }), {
    mode: 0o600,
  });
  try {
    while (!tryLink(own, path)) {
      if (lockHolder(path) !== undefined) return undefined;
      removeDead(path);
    }
  } finally {
    rmSync(own, { force: true });
  }
  return () => {
    if (readHolder(path)?.pid === process.pid) rmSync(path, { force: true });
  };
}

function tryLink(own, path) {
  try {
    linkSync(own, path);
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  }
}

/** Moves a dead lock aside, and back if a living process had replaced it just then. */
function removeDead(path) {
  const aside = `${path}.dead.${process.pid}`;
  try {
    renameSync(path, aside);
  } catch (error) {
    if (error.code === 'ENOENT') return;
    throw error;
  }
  if (lockHolder(aside) !== undefined) tryLink(aside, path);
  rmSync(aside, { force: true });
}

function readHolder(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return undefined;
  }
}

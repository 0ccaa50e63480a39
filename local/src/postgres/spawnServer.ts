import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Writable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { program } from './binaries.ts';
import type { Place } from './place.ts';
import { settingFlags } from './settings.ts';

export interface Server {
  readonly ended: Promise<string>;
  close(): Promise<void>;
}

/**
 * Becomes PostgreSQL, and leaves a reader of descriptor 3 behind. That is this process's end of
 * a pipe: when it closes it, or is gone, however it went, the reader asks PostgreSQL to end. The
 * reader is nobody's child, so that PostgreSQL doesn't wonder about it.
 */
const script = '( ( read -r _ <&3; kill -INT "$$" ) 2>/dev/null & ); exec "$@" 3<&-';

/** What the system says while processes of a killed server still end. */
const stillEnding = 'pre-existing shared memory block';

/** Starts the server and waits until it takes connections. Throws with its last words if it ends. */
export async function spawnServer(place: Place, sockets: string, log: Writable): Promise<Server> {
  for (let attempt = 1; ; attempt += 1) {
    const lastWords = await attemptStart(place, sockets, log);
    if (typeof lastWords !== 'string') return lastWords;
    if (attempt === 10 || !lastWords.includes(stillEnding)) throw new Error(lastWords);
    await sleep(500);
  }
}

async function attemptStart(
  place: Place,
  sockets: string,
  log: Writable,
): Promise<Server | string> {
  const flags = ['-D', place.data, ...settingFlags(sockets)];
  const child = spawn('/bin/sh', ['-c', script, 'sh', program(place.home, 'postgres'), ...flags], {
    ...(place.account && { uid: place.account.uid, gid: place.account.gid }),
    cwd: place.folder,
    env: { PATH: process.env.PATH, LC_ALL: 'C' },
    // A session of its own: Ctrl-C in the terminal must not end it before those who use it.
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
  });
  const ended = ending(child);
  const said = await readyOrEnded(child, ended, log);
  if (said !== undefined) return said;
  return { ended, close: () => close(child, ended) };
}

/** Undefined once the server takes connections; its last fatal line when it ended instead. */
async function readyOrEnded(
  child: ChildProcess,
  ended: Promise<string>,
  log: Writable,
): Promise<string | undefined> {
  const { stderr } = child;
  if (stderr === null) throw new Error('no pipe');
  let said = '';
  const ready = new Promise<void>((resolve) => {
    const listen = (chunk: Buffer): void => {
      said += chunk.toString();
      if (!said.includes('ready to accept connections')) return;
      stderr.off('data', listen);
      resolve();
    };
    stderr.on('data', listen);
  });
  stderr.pipe(log, { end: false });
  const how = await Promise.race([ready, ended]);
  if (how === undefined) return undefined;
  return /(?:FATAL|PANIC): +(.*)/.exec(said)?.[1]?.concat('.') ?? `postgres: ${how}.`;
}

/** The reader of the pipe outlives the server, so the pipe is closed for it to go, too. */
async function ending(child: ChildProcess): Promise<string> {
  child.once('exit', () => child.stdio[3]?.destroy());
  const [code, signal] = await once(child, 'close');
  return String(signal ?? code);
}

async function close(child: ChildProcess, ended: Promise<string>): Promise<void> {
  child.stdio[3]?.destroy();
  const late = setTimeout(() => child.kill('SIGQUIT'), 10_000);
  await ended;
  clearTimeout(late);
}

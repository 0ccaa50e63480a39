import { type ChildProcess, fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream, readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { Scope } from '../scope.ts';
import { root, tocsin } from './paths.ts';

/** A child that doesn't end within this of being asked to is killed. */
const patienceMs = 30_000;

const ended = (child: ChildProcess): boolean =>
  child.exitCode !== null || child.signalCode !== null;

async function stop(child: ChildProcess): Promise<void> {
  if (ended(child)) return;
  const exit = once(child, 'exit');
  child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), patienceMs);
  await exit;
  clearTimeout(timer);
}

/**
 * Starts one of the bench's own modules as a process; its first message is awaited. It ends when
 * its channel closes, so never outlives the bench.
 */
export async function forkPart<Ready>(
  scope: Scope,
  module: string,
  ...args: readonly string[]
): Promise<{ readonly child: ChildProcess; readonly ready: Ready }> {
  const path = fileURLToPath(new URL(`test/dist/bench/${module}`, root));
  const child = fork(path, args, { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  scope.defer(() => stop(child));
  return { child, ready: await nextMessage<Ready>(child) };
}

/** The child's next message; throws when it ends without one. */
export async function nextMessage<Message>(child: ChildProcess): Promise<Message> {
  const given = new AbortController();
  const { signal } = given;
  try {
    return await Promise.race([
      once(child, 'message', { signal }).then(([message]) => message as Message),
      once(child, 'exit', { signal }).then(([code]): never => {
        throw new Error(`a process of the bench ended with code ${String(code)}`);
      }),
    ]);
  } finally {
    given.abort();
  }
}

export interface Part {
  readonly child: ChildProcess;
  /** Throws what the part said last if it has ended. */
  assertRunning(): void;
  stop(): Promise<void>;
}

/** Starts `tocsin <command>` as a user would; its output goes to `logPath`. */
export function startTocsin(
  scope: Scope,
  args: readonly string[],
  env: Readonly<Record<string, string>>,
  logPath: string,
): Part {
  const log = createWriteStream(logPath, { flags: 'a' });
  const child = spawn(process.execPath, [fileURLToPath(tocsin), ...args], {
    cwd: fileURLToPath(root),
    env: { ...process.env, LOG_LEVEL: 'warn', LANG: 'en_US.UTF-8', LC_ALL: 'en_US.UTF-8', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    // A Ctrl-C is the bench's own affair; it then stops its parts one after the other.
    detached: true,
  });
  child.stdout.pipe(log, { end: false });
  child.stderr.pipe(log, { end: false });
  child.once('close', () => log.end());
  scope.defer(() => stop(child));
  return {
    child,
    assertRunning: () => {
      if (!ended(child)) return;
      const said = readFileSync(logPath, 'utf8').trim().split('\n').slice(-20).join('\n');
      throw new Error(`tocsin ${args[0] ?? ''} has ended:\n${said}`);
    },
    stop: () => stop(child),
  };
}

/** Asks every `everyMs` until the answer isn't undefined; gives up after `limitMs`. */
export async function until<T>(
  what: string,
  ask: () => Promise<T | undefined>,
  { everyMs = 50, limitMs = 600_000 } = {},
): Promise<T> {
  const begun = performance.now();
  for (;;) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    if (performance.now() - begun > limitMs) throw new Error(`waited too long: ${what}`);
    await sleep(everyMs);
  }
}

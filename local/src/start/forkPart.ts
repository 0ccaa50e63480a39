import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { boundedLog } from '../boundedLog.ts';
import { UserError } from '../userError.ts';
import { words } from '../words/words.ts';
import type { PartMessage, PartSettings } from './part.ts';

export type PartName = 'gateway' | 'projections';

/** A process of ours that serves until it is closed, or ends by itself. */
export interface Member {
  readonly url?: string;
  /** Settles when it has ended, with the signal or the exit code. */
  readonly ended: Promise<string>;
  close(): Promise<void>;
}

/** Megabytes of heap: enough for a busy day, small enough that a leak is found on this machine. */
const heap: Readonly<Record<PartName, number>> = { gateway: 512, projections: 512 };
/** Makes the C library hand memory back after a burst, as one long import is. */
const sparing = { MALLOC_ARENA_MAX: '2', MALLOC_TRIM_THRESHOLD_: '131072' };
/** A part stops by itself within ten seconds. */
const killAfterMs = 12_000;

/**
 * Starts a part in a process of its own and waits until it is ready. Its log is
 * `<logs>/<name>.log`. Throws a `UserError` when it doesn't start; then it has ended.
 */
export async function forkPart(
  name: PartName,
  settings: PartSettings,
  logs: string,
  signal?: AbortSignal,
): Promise<Member> {
  const logPath = join(logs, `${name}.log`);
  const child = fork(fileURLToPath(new URL(`./${name}Child.js`, import.meta.url)), [], {
    execArgv: [`--max-old-space-size=${heap[name]}`, '--max-semi-space-size=8'],
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    env: { ...process.env, ...sparing },
  });
  const ended = ending(child, logPath);
  const close = (): Promise<void> => closeChild(child, ended);
  child.send(settings, () => {});
  const answer = await firstWord(child, ended, signal);
  if (answer.kind === 'ready') {
    return { ...(answer.url !== undefined && { url: answer.url }), ended, close };
  }
  await close();
  throw new UserError(
    answer.forUser
      ? answer.message
      : words.partFailed(words.parts[name], `${answer.message}.`, logPath),
  );
}

/** Not the child's `close` event: Node doesn't emit it after a disconnect from this side. */
async function ending(child: ChildProcess, logPath: string): Promise<string> {
  const log = boundedLog(logPath);
  const outputs = [child.stdout, child.stderr].map(async (output) => {
    output?.pipe(log, { end: false });
    if (output) await finished(output);
  });
  const [[code, killedBy]] = await Promise.all([once(child, 'exit'), ...outputs]);
  await finished(log.end());
  return String(killedBy ?? code);
}

function firstWord(
  child: ChildProcess,
  ended: Promise<string>,
  signal: AbortSignal | undefined,
): Promise<PartMessage> {
  const gone = ended.then((how): PartMessage => ({ kind: 'failed', message: how, forUser: false }));
  const said = once(child, 'message', signal && { signal }).then(
    ([message]: PartMessage[]): PartMessage | Promise<PartMessage> => message ?? gone,
    (error: unknown): PartMessage => ({ kind: 'failed', message: String(error), forUser: false }),
  );
  return Promise.race([said, gone]);
}

async function closeChild(child: ChildProcess, ended: Promise<string>): Promise<void> {
  if (child.connected) child.disconnect();
  const late = setTimeout(() => child.kill('SIGKILL'), killAfterMs);
  await ended;
  clearTimeout(late);
}

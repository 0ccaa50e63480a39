import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { access, chmod, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

export const launcher = fileURLToPath(new URL('../../local/bin/tocsin.mjs', import.meta.url));

/** A folder for one test's data, within reach of the account that PostgreSQL runs as. */
export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'tocsin-test-'));
  await chmod(folder, 0o711);
  return folder;
}

/** The environment of a command of Tocsin in a test: nothing of the caller's own settings. */
export function cleanEnvironment(extra: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const { EVENTSTORE_URL, DATABASE_URL, PORT, HOST, TOCSIN_DATA, TOCSIN_DEMO, ...rest } =
    process.env;
  return { ...rest, LANG: 'en_US.UTF-8', LC_ALL: 'en_US.UTF-8', ...extra };
}

export interface RunningSystem {
  readonly url: string;
  readonly eventStore: string;
  readonly database: string;
  readonly output: () => string;
  /** Ends everything at once, as a power cut would: SIGKILL to the whole process group. */
  kill(): Promise<void>;
  /** Ctrl-C; gives the exit code. */
  stop(): Promise<number | null>;
}

const exited = (child: ChildProcess): boolean =>
  child.exitCode !== null || child.signalCode !== null;

/** `tocsin start` on a data folder, in a process group of its own, until it says that it is ready. */
export async function startSystem(
  dataDir: string,
  port: number,
  command = launcher,
  settings: NodeJS.ProcessEnv = {},
): Promise<RunningSystem> {
  const child = spawn(process.execPath, [command, 'start'], {
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: cleanEnvironment({ ...settings, TOCSIN_DATA: dataDir, PORT: String(port) }),
  });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => {
    output += chunk.toString();
  });
  child.stderr.on('data', (chunk: Buffer) => {
    output += chunk.toString();
  });
  const url = `http://127.0.0.1:${port}`;
  const runFile = join(dataDir, 'run.json');
  await untilReady(child, url, runFile, () => output);
  const run = JSON.parse(await readFile(runFile, 'utf8')) as Record<string, string>;
  const end = async (signal: NodeJS.Signals, whole: boolean): Promise<number | null> => {
    if (!exited(child) && child.pid !== undefined) {
      const gone = once(child, 'exit');
      process.kill(whole ? -child.pid : child.pid, signal);
      await gone;
    }
    return child.exitCode;
  };
  return {
    url,
    eventStore: run.eventStore ?? '',
    database: run.database ?? '',
    output: () => output,
    kill: async () => void (await end('SIGKILL', true)),
    stop: () => end('SIGINT', false),
  };
}

/** Until the gateway says that everything is ready, and the file that says where the parts are is there. */
async function untilReady(
  child: ChildProcess,
  url: string,
  runFile: string,
  output: () => string,
): Promise<void> {
  const deadline = Date.now() + 110_000;
  while (Date.now() < deadline) {
    if (exited(child)) throw new Error(`tocsin start ended before it was ready:\n${output()}`);
    const ready = await Promise.all([fetch(`${url}/readyz`), access(runFile)]).then(
      ([response]) => response.ok,
      () => false,
    );
    if (ready) return;
    await sleep(100);
  }
  if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
  throw new Error(`tocsin start was not ready in time:\n${output()}`);
}

export const removeFolder = (folder: string): Promise<void> =>
  rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });

/** A free port of this machine, as the system gives it. */
export async function freePort(): Promise<number> {
  const { createServer } = await import('node:net');
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('no port was given');
  return address.port;
}

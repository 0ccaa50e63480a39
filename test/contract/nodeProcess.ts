import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const launcher = fileURLToPath(new URL('../../local/bin/tocsin.mjs', import.meta.url));

/** Builds what is not built yet: a child process runs that, not the sources. */
export function buildNode(): void {
  execFileSync(process.execPath, [launcher, 'eventstore', '--help']);
}

const started = new Set<ChildProcess>();

export type NodeProcess = {
  readonly process: ChildProcess;
  readonly connectionString: string;
};

/** An embedded node in a process of its own, started as `pnpm eventstore` starts it. */
export async function spawnNode(dataDir: string, port = 0): Promise<NodeProcess> {
  const child = runNode(['--data', dataDir, '--port', String(port)]);
  for await (const line of createInterface({ input: child.stdout })) {
    return { process: child, connectionString: line };
  }
  throw new Error('the event store ended before it said where it listens');
}

export function runNode(argv: string[]) {
  const child = spawn(process.execPath, [launcher, 'eventstore', ...argv], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, LC_ALL: 'C' },
  });
  started.add(child);
  child.once('exit', () => started.delete(child));
  return child;
}

/** Ends what a failed test left running. */
export async function endAll(): Promise<void> {
  await Promise.all([...started].map((child) => end(child, 'SIGKILL')));
}

/** Ends a child and resolves when it is gone. */
export async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exited = once(child, 'exit');
  child.kill(signal);
  await exited;
}

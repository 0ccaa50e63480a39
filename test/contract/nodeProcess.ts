import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
const built = `${root}local/dist/eventstore/command.js`;

/** Builds `local`, since a child process runs what is built, not the sources. */
export function buildNode(): void {
  try {
    execFileSync(process.execPath, [
      `${root}node_modules/typescript/bin/tsc`,
      '-b',
      `${root}local`,
    ]);
  } catch (error) {
    if (!existsSync(built)) throw error;
  }
}

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
  const script = `import { runEventStore } from ${JSON.stringify(pathToFileURL(built))};
    await runEventStore(${JSON.stringify(argv)});`;
  return spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

/** Ends a child and resolves when it is gone. */
export async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exited = once(child, 'exit');
  child.kill(signal);
  await exited;
}

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { launcher } from '../system/runningSystem.ts';

/** A gateway or a runner in a process of its own, started as `pnpm start:…` starts it. */
export interface Part {
  readonly process: ChildProcess;
  /** Where it serves; empty for a runner. */
  readonly url: string;
  /** Everything it has written so far. */
  readonly output: () => string;
  /** As a power cut would end it. */
  kill(): Promise<void>;
  /** SIGTERM; gives the exit code. */
  stop(): Promise<number | null>;
}

interface Ready {
  readonly msg?: string;
  readonly url?: string;
}

const readyIn = (output: string): Ready | undefined =>
  output
    .split('\n')
    .filter((line) => line.startsWith('{') && line.endsWith('}'))
    .map((line): Ready => JSON.parse(line))
    .find(({ msg }) => msg === 'ready');

const isOver = (child: ChildProcess): boolean =>
  child.exitCode !== null || child.signalCode !== null;

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (isOver(child)) return;
  const exited = once(child, 'exit');
  child.kill(signal);
  await exited;
}

/** Starts `tocsin <name>` and waits until it says that it is ready. */
export async function startPart(
  name: 'gateway' | 'projections',
  env: NodeJS.ProcessEnv,
): Promise<Part> {
  const child = spawn(process.execPath, [launcher, name], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env,
  });
  let output = '';
  const ready = new Promise<Ready>((resolve, reject) => {
    const hear = (chunk: Buffer): void => {
      output += chunk.toString();
      const said = readyIn(output);
      if (said) resolve(said);
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.once('exit', () => reject(new Error(`${name} ended before it was ready:\n${output}`)));
  });
  const { url = '' } = await ready;
  return {
    process: child,
    url,
    output: () => output,
    kill: () => end(child, 'SIGKILL'),
    stop: async () => {
      await end(child, 'SIGTERM');
      return child.exitCode;
    },
  };
}

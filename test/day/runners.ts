import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { open, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Dice } from './random.ts';

/** The runners of the day, each a process of its own; at once at least two as a rule, at times none. */
export interface Runners {
  /** How many were started, and killed. */
  readonly started: () => number;
  readonly killed: () => number;
  /** Kills one of them as it goes, now and then all, and starts others. */
  readonly strike: (dice: Dice) => Promise<void>;
  /** What they logged. */
  readonly lines: () => Promise<readonly LogLine[]>;
  readonly stop: () => Promise<void>;
}

export interface LogLine {
  readonly level: number;
  readonly msg: string;
  readonly command?: string;
}

export interface RunnerWorld {
  readonly eventStore: string;
  readonly database: string;
  readonly clockFile: string;
  readonly logFile: string;
}

const script = fileURLToPath(new URL('./runnerProcess.mjs', import.meta.url));
const usual = 2;

async function end(child: ChildProcess, how: (child: ChildProcess) => void): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exited = once(child, 'exit');
  how(child);
  await exited;
}

/** Starts the usual number and resolves when they run. */
export async function startRunners(world: RunnerWorld): Promise<Runners> {
  const log = await open(world.logFile, 'a');
  const running: ChildProcess[] = [];
  let started = 0;
  let killed = 0;
  const start = async (): Promise<void> => {
    started += 1;
    const child = fork(script, [world.eventStore, world.database, world.clockFile], {
      stdio: ['ignore', log.fd, log.fd, 'ipc'],
      execArgv: ['--max-old-space-size=512'],
      env: { ...process.env, NODE_ENV: 'production' },
    });
    running.push(child);
    const [said] = await Promise.race([once(child, 'message'), once(child, 'exit')]);
    if (said === 'ready') return;
    const told = await readFile(world.logFile, 'utf8');
    throw new Error(`a runner ended before it ran (${said}): ${told.slice(-2_000)}`);
  };
  const kill = async (dice: Dice): Promise<void> => {
    const [child] = running.splice(dice.below(running.length), 1);
    if (!child) return;
    killed += 1;
    await end(child, (one) => one.kill('SIGKILL'));
  };
  await Promise.all(Array.from({ length: usual }, start));
  return {
    started: () => started,
    killed: () => killed,
    strike: async (dice) => {
      await kill(dice);
      if (dice.chance(0.3)) await kill(dice);
      const wanted = dice.chance(0.2) ? usual + 1 : usual;
      while (running.length < wanted) await start();
    },
    lines: async () => {
      const text = await readFile(world.logFile, 'utf8');
      const whole = text.split('\n').filter((line) => line.startsWith('{') && line.endsWith('}'));
      return whole.map((line): LogLine => JSON.parse(line));
    },
    stop: async () => {
      await Promise.all(running.map((child) => end(child, (one) => one.disconnect())));
      await log.close();
    },
  };
}

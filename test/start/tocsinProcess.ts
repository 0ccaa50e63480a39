import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const launcher = fileURLToPath(new URL('../../local/bin/tocsin.mjs', import.meta.url));

/** A folder that the account of PostgreSQL can pass through when we are root. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'tocsin-start-'));
  chmodSync(folder, 0o711);
  return folder;
}

export const removeFolder = (folder: string): void =>
  rmSync(folder, { recursive: true, force: true });

export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

interface Options {
  readonly dataDir: string;
  readonly env?: NodeJS.ProcessEnv;
  /** Standard input, to its end. */
  readonly input?: string;
  readonly uid?: number;
}

/** A command of Tocsin in a process group of its own, as a shell starts one. */
export class TocsinProcess {
  readonly #child: ChildProcess;
  readonly #ended: Promise<Ended>;
  #stdout = '';
  #stderr = '';

  constructor(argv: readonly string[], { dataDir, env = {}, input = '', uid }: Options) {
    const { PATH = '' } = process.env;
    this.#child = spawn(process.execPath, [launcher, ...argv], {
      detached: true,
      cwd: tmpdir(),
      env: { PATH, LC_ALL: 'C', TOCSIN_DATA: dataDir, PORT: '0', ...env },
      stdio: ['pipe', 'pipe', 'pipe'],
      ...(uid !== undefined && { uid, gid: uid }),
    });
    this.#child.stdin?.end(input);
    this.#child.stdout?.on('data', (chunk) => {
      this.#stdout += chunk;
    });
    this.#child.stderr?.on('data', (chunk) => {
      this.#stderr += chunk;
    });
    this.#ended = once(this.#child, 'close').then(([code]) => ({
      code,
      stdout: this.#stdout,
      stderr: withoutProgress(this.#stderr),
    }));
  }

  get ended(): Promise<Ended> {
    return this.#ended;
  }

  /** Waits until the output holds the text; throws with the output if the process ends before. */
  async says(text: string): Promise<void> {
    const said = new Promise<true>((resolve) => {
      const look = (): void => {
        if (this.#stdout.includes(text)) resolve(true);
      };
      this.#child.stdout?.on('data', look);
      look();
    });
    const first = await Promise.race([said, this.#ended]);
    if (first !== true) throw new Error(`ended with ${first.code}: ${first.stdout}${first.stderr}`);
  }

  /** To the whole process group, as Ctrl-C in a terminal does. */
  signalGroup(signal: NodeJS.Signals): void {
    if (this.#child.pid !== undefined) process.kill(-this.#child.pid, signal);
  }

  /** To the process alone, as `kill` does. */
  signal(signal: NodeJS.Signals): void {
    this.#child.kill(signal);
  }
}

/** Sources that changed just now are built first; that is said on the same stream. */
const withoutProgress = (stderr: string): string => stderr.replace(/^[·✓] .*\n/gm, '');

/** Runs a command to its end. */
export const run = (argv: readonly string[], options: Options): Promise<Ended> =>
  new TocsinProcess(argv, options).ended;

export interface RunFile {
  readonly pid: number;
  readonly eventStore: string;
  readonly database: string;
  readonly gateway: string;
}

export const runFileOf = (dataDir: string): RunFile =>
  JSON.parse(readFileSync(join(dataDir, 'run.json'), 'utf8'));

/** Every process that has the folder on its command line or in its environment. */
export function processesOf(dataDir: string): string[] {
  const all = execFileSync('ps', ['axeww', '-o', 'pid=,stat=,args='], {
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  return all
    .split('\n')
    .filter((line) => line.includes(dataDir) && !/^ *\d+ Z/.test(line))
    .map((line) => line.trim().slice(0, 160));
}

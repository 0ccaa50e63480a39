import { readdir, readFile } from 'node:fs/promises';

interface Process {
  readonly pid: number;
  readonly parent: number;
}

export interface Memory {
  /** Of each program, bytes. */
  readonly byProgram: ReadonlyMap<string, { readonly count: number; readonly resident: number }>;
  /** Resident memory, bytes; what processes share is counted once for each. */
  readonly resident: number;
  /** The same with what is shared divided among those who share it. */
  readonly proportional: number;
}

/** A process may end between two looks at it: what is then missing counts for nothing. */
async function read(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'ENOENT' || code === 'ESRCH') return '';
    throw error;
  }
}

async function processes(): Promise<readonly Process[]> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name)).map(Number);
  return Promise.all(
    pids.map(async (pid) => {
      const status = await read(`/proc/${pid}/status`);
      return { pid, parent: Number(/^PPid:\s*(\d+)/m.exec(status)?.[1] ?? -1) };
    }),
  );
}

const kilobytes = (text: string, name: string): number =>
  Number(new RegExp(`^${name}:\\s*(\\d+) kB`, 'm').exec(text)?.[1] ?? 0) * 1024;

/** A process's resident memory in bytes; 0 where it is gone. Needs Linux. */
export async function residentMemory(pid: number | undefined): Promise<number> {
  return kilobytes(await read(`/proc/${pid}/status`), 'VmRSS');
}

/** The memory of a process and of all that descend from it. Needs Linux. */
export async function memoryOfTree(pid: number): Promise<Memory> {
  if (process.platform !== 'linux')
    throw new Error('the memory of a process group can only be measured on Linux');
  const all = await processes();
  const tree = [pid];
  for (const parent of tree)
    tree.push(...all.filter((one) => one.parent === parent).map((one) => one.pid));
  const byProgram = new Map<string, { count: number; resident: number }>();
  let resident = 0;
  let proportional = 0;
  for (const one of tree) {
    const own = kilobytes(await read(`/proc/${one}/status`), 'VmRSS');
    resident += own;
    proportional += kilobytes(await read(`/proc/${one}/smaps_rollup`), 'Pss');
    const program = programOf(await read(`/proc/${one}/cmdline`));
    const { count, resident: before } = byProgram.get(program) ?? { count: 0, resident: 0 };
    byProgram.set(program, { count: count + 1, resident: before + own });
  }
  return { byProgram, resident, proportional };
}

/** A node process by its script, PostgreSQL's processes together. */
function programOf(commandLine: string): string {
  const words = commandLine.split('\0');
  if (/(^|\/)postgres(:|$)/.test(words[0] ?? '')) return 'postgres';
  const script = words
    .find((word) => /\.m?js$/.test(word))
    ?.split('/')
    .at(-1);
  return script ?? words[0]?.split('/').at(-1) ?? '';
}

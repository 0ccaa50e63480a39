import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { openStore } from '@tocsin/domain/store';
import { type Figure, memoryFigure } from '../figures.ts';
import type { Run } from '../options.ts';
import { startTocsin } from '../parts/child.ts';
import { temporaryFolder } from '../parts/folder.ts';
import { freePort } from '../parts/freePort.ts';
import { alive } from '../parts/gateway.ts';
import { openQuietPool } from '../parts/postgres.ts';
import { memoryOfTree } from '../parts/processTree.ts';
import { projected } from '../parts/projections.ts';
import { Scope } from '../scope.ts';
import { writeSfFireFile } from '../world/sfFireFile.ts';

export const memoryLines = [
  'resident memory of all parts at rest after the import',
  'the same, shared memory counted once (PSS)',
] as const;

/** The engine gives back within a minute what a burst of work had made it take. */
const restMs = 75_000;
const mostMegabytes = 600;

const megabytes = (bytes: number): string => `${Math.round(bytes / 1e6)} MB`;

/** All parts as `tocsin start` starts them, after an import and a rest. */
export async function measureMemory(scope: Scope, run: Run): Promise<readonly Figure[]> {
  const folder = await temporaryFolder(scope);
  const file = run.sfFire ?? join(folder, 'calls.csv');
  if (run.sfFire === undefined) await writeSfFireFile(file, run.count(5_000, 500));
  run.say(run.sfFire === undefined ? 'importing a generated file' : `importing ${run.sfFire}`);
  const port = await freePort();
  const data = join(folder, 'data');
  const env = {
    TOCSIN_DATA: data,
    HOST: '127.0.0.1',
    PORT: String(port),
    EVENTSTORE_URL: '',
    DATABASE_URL: '',
  };
  const started = startTocsin(scope, ['start'], env, join(folder, 'start.log'));
  await alive(`http://127.0.0.1:${port}`, started, '/readyz');
  run.say('started');

  const args = ['import', 'sf-fire', file, '--speed', 'max'];
  const begun = performance.now();
  const importing = startTocsin(scope, args, env, join(folder, 'import.log'));
  const [code] = await once(importing.child, 'exit');
  if (code !== 0) importing.assertRunning();
  run.say(`imported in ${Math.round((performance.now() - begun) / 1000)} s`);
  await allHandled(data, started);
  await sleep(restMs);

  const pid = started.child.pid;
  if (pid === undefined) throw new Error('tocsin start has no process id');
  const { resident, proportional, byProgram } = await memoryOfTree(pid);
  for (const [program, { count, resident: bytes }] of byProgram)
    run.say(`${count} × ${program}: ${megabytes(bytes)}`);
  return [
    memoryFigure(memoryLines[0], resident, mostMegabytes),
    memoryFigure(memoryLines[1], proportional, null),
  ];
}

interface Running {
  readonly eventStore: string;
  readonly database: string;
}

/** Waits until boards and policies have handled what stands in the log now. */
async function allHandled(data: string, started: ReturnType<typeof startTocsin>): Promise<void> {
  const { eventStore, database } = JSON.parse(
    await readFile(join(data, 'run.json'), 'utf8'),
  ) as Running;
  const scope = new Scope();
  try {
    const store = await openStore(eventStore);
    scope.defer(() => store.close());
    const pool = openQuietPool(database, 1);
    scope.defer(() => pool.end());
    const end = await store.lastPosition();
    if (end === undefined) throw new Error('the import left the log empty');
    await projected({ pool }, started, end, ['boards', 'policies']);
  } finally {
    await scope.close();
  }
}

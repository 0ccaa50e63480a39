import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStore, type Store } from '@tocsin/domain/store';
import { startEventStore } from '@tocsin/local/eventstore';
import { plan as planOf } from '../../local/src/import/plan.ts';
import { readSfFireFile } from '../../local/src/import/readSfFireFile.ts';
import { runPlan } from '../../local/src/import/runPlan.ts';
import { sampleFile } from '../../local/src/import/sampleRow.testkit.ts';
import { emptyTally } from '../../local/src/import/tally.ts';

export interface Log {
  readonly store: Store;
  readonly url: string;
  readonly folder: string;
  close(): Promise<void>;
}

/** A node of its own in a folder of its own, and a store on it. */
export async function openLog(): Promise<Log> {
  const folder = await mkdtemp(join(tmpdir(), 'tocsin-import-'));
  const node = await startEventStore({ dataDir: join(folder, 'log'), host: '127.0.0.1', port: 0 });
  const store = await openStore(node.connectionString);
  const close = async () => {
    await store.close();
    await node.close();
    await rm(folder, { recursive: true });
  };
  return { store, url: node.connectionString, folder, close };
}

export type Rows = readonly Readonly<Record<string, string>>[];

export async function writeRows({ folder }: Log, name: string, rows: Rows): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, sampleFile(rows));
  return path;
}

export async function importPath(
  { store }: Log,
  path: string,
  options: { readonly signal?: AbortSignal; readonly onProgress?: () => void } = {},
) {
  const file = await readSfFireFile(path, Date.now());
  const plan = planOf(file.rows);
  const tally = emptyTally();
  await runPlan({
    store,
    plan,
    tally,
    inFlight: 64,
    speed: Number.POSITIVE_INFINITY,
    signal: new AbortController().signal,
    patience: 10_000,
    onOutage: () => {},
    onRecovery: () => {},
    ...options,
  });
  return { file, plan, tally };
}

/** Deadlines count from when a task was recorded, so no two runs have the same. */
function lasting(data: object): object {
  const { acknowledgeBy, finishBy, ...rest } = data as Record<string, unknown>;
  return rest;
}

export interface Told {
  readonly type: string;
  readonly data: object;
  readonly occurredAt: string;
  readonly actor: string;
  readonly commandId: string;
}

/** What each stream says, without what differs from run to run; a city is adopted when it is. */
export async function streamsOf({ store }: Log): Promise<Map<string, Told[]>> {
  const streams = new Map<string, Told[]>();
  const stop = new AbortController();
  for await (const batch of store.follow({ signal: stop.signal })) {
    for (const { stream, type, data, meta } of batch.events) {
      const { occurredAt, commandId, actor } = meta;
      const told: Told = { type, data: lasting(data), occurredAt, actor: actor.id, commandId };
      const known = streams.get(stream) ?? [];
      known.push(stream.startsWith('city-') ? { ...told, occurredAt: '' } : told);
      streams.set(stream, known);
    }
    if (batch.caughtUp) break;
  }
  stop.abort();
  return streams;
}

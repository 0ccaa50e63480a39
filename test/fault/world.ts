import type { ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openStore } from '@tocsin/domain/store';
import {
  adoptProfile,
  demoProfilePath,
  type Postgres,
  readProfile,
  startPostgres,
} from '@tocsin/local';
import { openPool } from '@tocsin/projections';
import type pg from 'pg';
import { buildNode, end, spawnNode } from '../contract/nodeProcess.ts';
import {
  cleanEnvironment,
  freePort,
  removeFolder,
  temporaryFolder,
} from '../system/runningSystem.ts';
import { type Part, startPart } from './parts.ts';

/** The servers, each a process, with the demo city in the log; parts are started on them. */
export interface World {
  readonly eventStore: string;
  readonly database: string;
  readonly sessionKey: string;
  readonly folder: string;
  readonly pool: pg.Pool;
  /** Everything that was started here, whether it still runs or not. */
  readonly parts: readonly Part[];
  startGateway(env?: NodeJS.ProcessEnv): Promise<Part>;
  startRunner(env?: NodeJS.ProcessEnv): Promise<Part>;
  /** SIGKILL, and the same again at the same address. */
  restartEventStore(): Promise<void>;
  restartPostgres(): Promise<void>;
  /** Sets the clocks of all parts off by so many milliseconds. */
  stepClock(milliseconds: number): Promise<void>;
  close(): Promise<void>;
}

const preload = new URL('./steppedClock.mjs', import.meta.url).href;

async function found(eventStore: string): Promise<void> {
  const store = await openStore(eventStore);
  await adoptProfile(store, readProfile(demoProfilePath));
  await store.close();
}

export async function startWorld(): Promise<World> {
  const folder = await temporaryFolder();
  const clock = join(folder, 'clock');
  await writeFile(clock, '0');
  buildNode();
  const nodePort = await freePort();
  const log = join(folder, 'log');
  let node: ChildProcess;
  const startNode = async (): Promise<string> => {
    const started = await spawnNode(log, nodePort);
    node = started.process;
    return started.connectionString;
  };
  let postgres: Postgres;
  const startDatabase = async (sockets?: string): Promise<string> => {
    postgres = await startPostgres({
      dataDir: join(folder, 'postgres'),
      logDir: join(folder, 'logs'),
      ...(sockets !== undefined && { sockets }),
    });
    return postgres.url;
  };
  const [eventStore, database] = await Promise.all([startNode(), startDatabase()]);
  await found(eventStore);
  const sessionKey = randomUUID();
  const pool = openPool({ connectionString: database, max: 4 });
  pool.on('error', () => undefined);
  const environment = (extra: NodeJS.ProcessEnv): NodeJS.ProcessEnv =>
    cleanEnvironment({
      EVENTSTORE_URL: eventStore,
      DATABASE_URL: database,
      TOCSIN_SESSION_KEY: sessionKey,
      TOCSIN_DATA: join(folder, 'part'),
      TOCSIN_TEST_CLOCK: clock,
      NODE_OPTIONS: `--import ${preload}`,
      ...extra,
    });
  const parts: Part[] = [];
  const start = async (name: 'gateway' | 'projections', env: NodeJS.ProcessEnv): Promise<Part> => {
    const part = await startPart(name, environment(env));
    parts.push(part);
    return part;
  };
  return {
    eventStore,
    database,
    sessionKey,
    folder,
    pool,
    parts,
    startGateway: (env = {}) => start('gateway', { PORT: '0', ...env }),
    startRunner: (env = {}) => start('projections', env),
    restartEventStore: async () => {
      await end(node, 'SIGKILL');
      await startNode();
    },
    restartPostgres: async () => {
      await postgres.close();
      await startDatabase(postgres.sockets);
    },
    stepClock: (milliseconds) => writeFile(clock, String(milliseconds)),
    close: async () => {
      await Promise.all(parts.map((part) => part.stop()));
      await pool.end();
      await postgres.close();
      await end(node, 'SIGTERM');
      await removeFolder(folder);
    },
  };
}

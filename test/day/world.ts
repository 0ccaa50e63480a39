import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type City, position } from '@tocsin/domain';
import { openStore, type Store } from '@tocsin/domain/store';
import {
  adoptProfile,
  demoCity,
  demoProfilePath,
  readProfile,
  startPostgres,
  stockDemoCity,
} from '@tocsin/local';
import { migrate, openPool } from '@tocsin/projections';
import type pg from 'pg';
import { memoryKeys } from '../../domain/src/privacy/keys.testkit.ts';
import { buildNode, end, spawnNode } from '../contract/nodeProcess.ts';
import { type DayClock, dayClock } from './dayClock.ts';
import { type Runners, startRunners } from './runners.ts';

/** How many gateways work side by side, each with a store and a cache of its own. */
const gateways = 2;

export interface World {
  readonly clock: DayClock;
  readonly eventStore: string;
  readonly stores: readonly Store[];
  /** The first of them. */
  readonly store: Store;
  readonly city: City;
  readonly pool: pg.Pool;
  readonly runners: Runners;
  /** A further empty database with this version's schema. */
  readonly database: (name: string) => Promise<pg.Pool>;
  /** Waits until boards and process managers have handled the last event, and no timer is due. */
  readonly settled: () => Promise<void>;
  readonly close: () => Promise<void>;
}

const poolOf = (url: string): pg.Pool => {
  const pool = openPool({ connectionString: url, max: 4 });
  pool.on('error', () => undefined);
  return pool;
};

/** The demo city as a profile and stock make it. */
async function foundCity(store: Store): Promise<City> {
  await adoptProfile(store, readProfile(demoProfilePath));
  await stockDemoCity(store);
  const city = await store.readCity(demoCity);
  if (!city) throw new Error('no demo city');
  return city;
}

async function isSettled(store: Store, pool: pg.Pool, now: Date): Promise<boolean> {
  const last = (await store.lastPosition()) ?? position(0);
  const { rows } = await pool.query<{ position: string | null }>(
    'select position from checkpoint union all select position from policy_checkpoint',
  );
  const behind = rows.some((row) => row.position === null || BigInt(row.position) < last);
  if (behind) return false;
  const due = await pool.query('select from timer where due <= $1 limit 1', [now]);
  return due.rowCount === 0;
}

/** The embedded event store, PostgreSQL and two runners, each in a process; the demo city; gateways. */
export async function startWorld(begin: number, stepMs: number): Promise<World> {
  const folder = await mkdtemp(join(tmpdir(), 'tocsin-day-'));
  await chmod(folder, 0o711);
  const clock = dayClock(join(folder, 'clock'), begin, stepMs);
  buildNode();
  const { process: node, connectionString: eventStore } = await spawnNode(join(folder, 'log'));
  const postgres = await startPostgres({
    dataDir: join(folder, 'postgres'),
    logDir: join(folder, 'logs'),
  });
  const pool = poolOf(postgres.url);
  await migrate(pool);
  const options = { clock: clock.now, keys: memoryKeys() };
  const store = await openStore(eventStore, options);
  const others = Array.from({ length: gateways - 1 }, () => openStore(eventStore, options));
  const stores = [store, ...(await Promise.all(others))];
  const city = await foundCity(store);
  const runners = await startRunners({
    eventStore,
    database: postgres.url,
    clockFile: clock.file,
    logFile: join(folder, 'runners.log'),
  });
  const pools: pg.Pool[] = [];
  return {
    clock,
    eventStore,
    stores,
    store,
    city,
    pool,
    runners,
    database: async (name) => {
      await pool.query(`create database ${name}`);
      const url = new URL(postgres.url);
      url.pathname = `/${name}`;
      const further = poolOf(url.href);
      pools.push(further);
      await migrate(further);
      return further;
    },
    settled: async () => {
      while (!(await isSettled(store, pool, clock.now())))
        await new Promise((wake) => setTimeout(wake, 50));
    },
    close: async () => {
      await runners.stop();
      await Promise.all(stores.map((one) => one.close()));
      await Promise.all([pool, ...pools].map((one) => one.end()));
      await postgres.close();
      await end(node, 'SIGTERM');
      clock.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

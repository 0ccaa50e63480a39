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
import { startEventStore } from '@tocsin/local/eventstore';
import { migrate } from '@tocsin/projections';
import pg from 'pg';
import { type CrashingRunner, startCrashingRunner } from './crashingRunner.ts';
import type { DayClock } from './dayClock.ts';

/** How many gateways work side by side, each with a store and a cache of its own. */
const gateways = 4;

export interface World {
  readonly eventStore: string;
  readonly stores: readonly Store[];
  readonly city: City;
  readonly pool: pg.Pool;
  /** A further empty database with this version's schema. */
  readonly database: (name: string) => Promise<pg.Pool>;
  readonly refusals: readonly string[];
  /** Tears the leading runner out of its work and lets another take its place. */
  readonly crash: () => Promise<void>;
  /** Waits until boards and process managers have handled the last event of the log. */
  readonly settled: () => Promise<void>;
  readonly close: () => Promise<void>;
}

const poolOf = (url: string): pg.Pool => {
  const pool = new pg.Pool({ connectionString: url, max: 4 });
  pool.on('error', () => undefined);
  return pool;
};

/** The embedded event store and PostgreSQL, the demo city, several gateways, two runners. */
export async function startWorld(clock: DayClock): Promise<World> {
  const folder = await mkdtemp(join(tmpdir(), 'tocsin-day-'));
  await chmod(folder, 0o711);
  const node = await startEventStore({ dataDir: join(folder, 'log'), host: '127.0.0.1', port: 0 });
  const postgres = await startPostgres({
    dataDir: join(folder, 'postgres'),
    logDir: join(folder, 'logs'),
  });
  const eventStore = node.connectionString;
  const pool = poolOf(postgres.url);
  await migrate(pool);
  const stores = await Promise.all(
    Array.from({ length: gateways }, () => openStore(eventStore, { clock: clock.now })),
  );
  const [first] = stores;
  if (!first) throw new Error('no store');
  await adoptProfile(first, readProfile(demoProfilePath));
  await stockDemoCity(first);
  const city = await first.readCity(demoCity);
  if (!city) throw new Error('no demo city');
  const refusals: string[] = [];
  const start = (): Promise<CrashingRunner> =>
    startCrashingRunner({
      eventStore,
      database: postgres.url,
      clock,
      onRefused: (line) => refusals.push(line),
    });
  const runners = [await start(), await start()];
  const gone: CrashingRunner[] = [];
  const pools: pg.Pool[] = [];
  const behind = async (): Promise<boolean> => {
    const last = (await first.lastPosition()) ?? position(0);
    const { rows } = await pool.query<{ position: string | null }>(
      'select position from checkpoint',
    );
    return rows.some((row) => row.position === null || BigInt(row.position) < last);
  };
  return {
    eventStore,
    stores,
    city,
    pool,
    refusals,
    database: async (name) => {
      await pool.query(`create database ${name}`);
      const url = new URL(postgres.url);
      url.pathname = `/${name}`;
      const further = poolOf(url.href);
      pools.push(further);
      await migrate(further);
      return further;
    },
    crash: async () => {
      const leader = runners.shift();
      runners.push(await start());
      if (leader) gone.push(leader);
      await leader?.crash();
    },
    settled: async () => {
      while (await behind()) await new Promise((wake) => setTimeout(wake, 50));
    },
    close: async () => {
      for (const runner of runners) await runner.stop();
      await Promise.all([...runners, ...gone].map((runner) => runner.close()));
      await Promise.all(stores.map((store) => store.close()));
      await Promise.all([pool, ...pools].map((one) => one.end()));
      await postgres.close();
      await node.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

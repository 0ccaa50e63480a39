import { randomUUID } from 'node:crypto';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { openStore, type Store } from '@tocsin/domain/store';
import { type Gateway, type GatewayOptions, startGateway } from '@tocsin/gateway';
import { adoptProfile, demoProfilePath, openKeys, readProfile, startPostgres } from '@tocsin/local';
import { startEventStore } from '@tocsin/local/eventstore';
import { migrate, openPool, type Runner, startRunner } from '@tocsin/projections';
import type pg from 'pg';
import { pino } from 'pino';

/** Every part of Tocsin in this process, on folders of its own, with the demo city founded. */
export interface Stack {
  readonly store: Store;
  readonly pool: pg.Pool;
  readonly gateway: Gateway;
  readonly sessionKey: Uint8Array;
  /** Where a command finds the event store and the database. */
  readonly env: { readonly EVENTSTORE_URL: string; readonly DATABASE_URL: string };
  /** A further gateway on the same log and database. */
  startGateway(options?: Partial<GatewayOptions>): Promise<Gateway>;
  close(): Promise<void>;
}

const logger = pino({ level: process.env.LOG_LEVEL ?? 'silent' });

/** Waits until the boards have caught up with the founding of the city. */
async function ready(url: string): Promise<void> {
  while ((await fetch(`${url}/readyz`)).status !== 200) await sleep(50);
}

export async function startStack(): Promise<Stack> {
  const folder = await mkdtemp(join(tmpdir(), 'tocsin-gateway-'));
  // Within reach of the account that PostgreSQL runs as.
  await chmod(folder, 0o711);
  const node = await startEventStore({ dataDir: join(folder, 'log'), host: '127.0.0.1', port: 0 });
  const postgres = await startPostgres({
    dataDir: join(folder, 'postgres'),
    logDir: join(folder, 'logs'),
  });
  const keys = await openKeys(folder);
  const store = await openStore(node.connectionString, { keys });
  const pool = openPool({ connectionString: postgres.url });
  // `pool.end()` doesn't wait until its connections are closed; PostgreSQL, stopped right after,
  // may still say on one of them that it ends.
  pool.on('error', () => undefined);
  await migrate(pool);
  await adoptProfile(store, readProfile(demoProfilePath));
  const runner: Runner = await startRunner({ store, pool, logger });
  const sessionKey = new TextEncoder().encode(randomUUID());
  const start = (options: Partial<GatewayOptions> = {}): Promise<Gateway> =>
    startGateway({
      store,
      pool,
      host: '127.0.0.1',
      port: 0,
      sessionKey,
      demo: true,
      logger,
      ...options,
    });
  const gateway = await start();
  await ready(gateway.url);
  return {
    store,
    pool,
    gateway,
    sessionKey,
    env: { EVENTSTORE_URL: node.connectionString, DATABASE_URL: postgres.url },
    startGateway: start,
    async close() {
      await gateway.close();
      await runner.stop();
      await pool.end();
      await store.close();
      await postgres.close();
      await node.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

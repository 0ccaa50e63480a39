import { join } from 'node:path';
import { startPostgres } from '@tocsin/local';
import { migrate, openPool } from '@tocsin/projections';
import pg from 'pg';
import type { Scope } from '../scope.ts';

export interface Database {
  readonly url: string;
  readonly pool: pg.Pool;
  /** Throws it away with all that is in it. */
  drop(): Promise<void>;
}

export interface PostgresServer {
  /** A new database with this version's schema and nothing in it. */
  database(name: string): Promise<Database>;
}

/** A pool whose idle connections may be cut off by the end of the server. */
export function openQuietPool(connectionString: string, max: number): pg.Pool {
  const pool = openPool({ connectionString, max });
  pool.on('error', () => {});
  return pool;
}

/** The embedded PostgreSQL on a new data folder. */
export async function startDatabases(scope: Scope, folder: string): Promise<PostgresServer> {
  const server = await startPostgres({
    dataDir: join(folder, 'postgres'),
    logDir: join(folder, 'logs'),
  });
  scope.defer(() => server.close());
  const keeper = openQuietPool(server.url, 1);
  scope.defer(() => keeper.end());
  return {
    async database(name) {
      await keeper.query(`create database ${pg.escapeIdentifier(name)}`);
      const url = new URL(server.url);
      url.pathname = `/${name}`;
      const pool = openQuietPool(url.href, 2);
      let open = true;
      const end = async (): Promise<void> => {
        if (open) await pool.end();
        open = false;
      };
      scope.defer(end);
      await migrate(pool);
      const drop = async (): Promise<void> => {
        await end();
        await keeper.query(`drop database ${pg.escapeIdentifier(name)} with (force)`);
      };
      return { url: url.href, pool, drop };
    },
  };
}

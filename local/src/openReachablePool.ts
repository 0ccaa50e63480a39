import { openPool } from '@tocsin/projections';
import type pg from 'pg';
import { errorCode, UserError } from './userError.ts';
import { withoutPassword } from './withoutPassword.ts';
import { words } from './words/words.ts';

const patienceMs = 10_000;
/** When a connection that carries nothing is first asked whether it still stands. */
const keepAliveMs = 10_000;

/**
 * A pool whose server has answered. A query that is not answered within `queryTimeoutMs` fails, and
 * its connection is given up. Throws a `UserError` that names the server otherwise.
 */
export async function openReachablePool(
  url: string,
  onIdleError: (error: Error) => void,
  { queryTimeoutMs }: { readonly queryTimeoutMs?: number } = {},
): Promise<pg.Pool> {
  const pool = openPool({
    connectionString: url,
    max: 10,
    connectionTimeoutMillis: patienceMs,
    keepAlive: true,
    keepAliveInitialDelayMillis: keepAliveMs,
    ...(queryTimeoutMs !== undefined && { query_timeout: queryTimeoutMs }),
    application_name: 'tocsin',
  });
  // A connection that is lost while idle is replaced by the next use.
  pool.on('error', onIdleError);
  try {
    await pool.query('SELECT 1');
    return pool;
  } catch (error) {
    await pool.end();
    throw new UserError(words.databaseUnreachable(withoutPassword(url), causeOf(error)), {
      cause: error,
    });
  }
}

const causeOf = (error: unknown): string =>
  error instanceof Error && error.message !== ''
    ? error.message
    : (errorCode(error) ?? String(error));

import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import { boundedLog } from '../boundedLog.ts';
import { UserError } from '../userError.ts';
import { words } from '../words/words.ts';
import { ensureDatabase } from './ensureDatabase.ts';
import { initialise, superuser } from './initialise.ts';
import { findPlace, type Place, socketFolder } from './place.ts';
import { type Server, spawnServer } from './spawnServer.ts';
import { stopOrphan } from './stopOrphan.ts';

export interface PostgresOptions {
  /** The folder to keep it in; when we are root it may have to be elsewhere, which `note` tells. */
  readonly dataDir: string;
  /** The database to use, made if need be; lower-case letters, digits and underscores. */
  readonly database?: string;
  /** Where a server that ended had its socket, for the next to be found under the same URL. */
  readonly sockets?: string;
  /** The folder for `postgres.log`. */
  readonly logDir: string;
  /** Told, in the user's language, what was done that the user should know of. */
  readonly note?: (text: string) => void;
}

export interface Postgres {
  /** postgresql:// by way of a Unix socket that only this user can open, with the password. */
  readonly url: string;
  readonly sockets: string;
  /** Settles when the server has ended, for whatever reason. */
  readonly ended: Promise<string>;
  /** Cuts clients off, writes everything, and ends. */
  close(): Promise<void>;
}

/**
 * Starts the embedded PostgreSQL on a data folder that this process alone may use, making the
 * cluster first if need be and stopping what a killed start left behind. It ends with this
 * process, however that ends. Throws a `UserError` that says what is wrong.
 */
export async function startPostgres(options: PostgresOptions): Promise<Postgres> {
  const note = options.note ?? (() => {});
  mkdirSync(options.logDir, { recursive: true, mode: 0o700 });
  const logPath = join(options.logDir, 'postgres.log');
  const log = boundedLog(logPath);
  try {
    const place = findPlace(options.dataDir, note);
    await stopOrphan(place.data, note);
    await initialise(place, log, note);
    const sockets = socketFolder(place, options.sockets);
    const server = await spawnServer(place, sockets, log);
    const ended = server.ended.then(async (how) => {
      if (sockets !== place.folder) rmSync(sockets, { recursive: true, force: true });
      await finished(log.end());
      return how;
    });
    return await withDatabase({ ...server, ended }, place, sockets, options.database ?? 'tocsin');
  } catch (error) {
    await finished(log.end());
    if (error instanceof UserError) throw error;
    const cause = error instanceof Error ? error.message : String(error);
    throw new UserError(words.postgresFailed(logPath, cause), { cause: error });
  }
}

async function withDatabase(
  server: Server,
  place: Place,
  sockets: string,
  database: string,
): Promise<Postgres> {
  const password = readFileSync(place.passwordFile, 'utf8').trim();
  const urlOf = (name: string): string =>
    `postgresql://${superuser}:${password}@localhost/${name}?host=${encodeURIComponent(sockets)}`;
  try {
    await ensureDatabase(urlOf('postgres'), database);
  } catch (error) {
    await server.close();
    throw error;
  }
  return { url: urlOf(database), sockets, ended: server.ended, close: server.close };
}

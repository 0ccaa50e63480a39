import type { Pool, PoolClient } from 'pg';
import { pause } from './pause.ts';

/** One runner a database leads; the others wait for this lock. */
const LEADER_LOCK = 7_219_840_002n;
const standByMs = 250;

/** Leading, for as long as the connection that holds the lock stands. */
export interface Lead {
  /** The connection that holds the lock: what it writes, it writes as the leader. */
  readonly client: PoolClient;
  /** Aborted when the connection, and with it the lock, is lost. */
  readonly lost: AbortSignal;
  readonly release: () => void;
}

/** Takes the lead if nobody has it; undefined otherwise. Throws when PostgreSQL can't be reached. */
export async function tryLead(pool: Pool): Promise<Lead | undefined> {
  const client = await pool.connect();
  try {
    const asked = await client.query<{ led: boolean }>('select pg_try_advisory_lock($1) as led', [
      LEADER_LOCK,
    ]);
    if (asked.rows[0]?.led) return await lead(client);
    client.release();
    return undefined;
  } catch (error) {
    client.release(true);
    throw error;
  }
}

async function lead(client: PoolClient): Promise<Lead> {
  const lost = new AbortController();
  client.on('error', () => lost.abort());
  client.on('end', () => lost.abort());
  // Rows and checkpoint stand or fall together, and the log is there to make them again: an
  // advance that a crash of PostgreSQL takes back is simply made once more.
  await client.query('set synchronous_commit = off');
  await loseDeadLead(client);
  return { client, lost: lost.signal, release: () => client.release(true) };
}

/**
 * Lets the server notice within four seconds that this machine is gone without having said so,
 * also while it waits or works for it: till then the lock would stand. Over a Unix socket, which
 * ends with the process, the first three have no effect; not every system offers the last.
 */
async function loseDeadLead(client: PoolClient): Promise<void> {
  await client.query(
    `set tcp_keepalives_idle = 1; set tcp_keepalives_interval = 1; set tcp_keepalives_count = 3;
     set tcp_user_timeout = 4000`,
  );
  await client.query('set client_connection_check_interval = 1000').catch(() => undefined);
}

/** Waits as the stand-by until the lead is free; undefined when stopped first. */
export async function waitForLead(pool: Pool, stop: AbortSignal): Promise<Lead | undefined> {
  while (!stop.aborted) {
    const lead = await tryLead(pool);
    if (lead) return lead;
    await pause(standByMs, stop);
  }
  return undefined;
}

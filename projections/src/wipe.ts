import type { Position } from '@tocsin/domain';
import type { Pool, PoolClient } from 'pg';
import { readCheckpoint } from './checkpoint.ts';

/**
 * Empties the read models under a new generation, so that whoever projects under the old one can
 * write nothing more. The process managers' checkpoint and timers stay, unless they belong to
 * another log than the one that ends at `last`.
 *
 * @returns the new generation
 */
export async function wipe(pool: Pool, last: Position | undefined): Promise<string> {
  const client = await pool.connect();
  try {
    await client.query('begin');
    const generation = await wipeWithin(client, last);
    await client.query('commit');
    client.release();
    return generation;
  } catch (error) {
    client.release(true);
    throw error;
  }
}

async function wipeWithin(client: PoolClient, last: Position | undefined): Promise<string> {
  // Every writer and every reader of several tables locks this one first: so nobody waits for
  // somebody who waits for them.
  await client.query('lock table checkpoint in access exclusive mode');
  const ofAnotherLog = (position: Position | undefined): boolean =>
    position !== undefined && (last === undefined || position > last);
  const boards = await readCheckpoint(client, 'boards');
  const policies = await readCheckpoint(client, 'policies');
  await reset(client, 'boards', ofAnotherLog(boards.eventPosition));
  await client.query(
    'truncate change, incident_row, task_row, unit_row, action_row, stream_row, timeline_row, incident_counter, city, person, moment',
  );
  if (ofAnotherLog(policies.eventPosition)) {
    await reset(client, 'policies', true);
    await client.query('truncate timer');
  }
  return (await readCheckpoint(client, 'boards')).generation;
}

/** @param forget also the newest cursor handed out, and which changes were dropped */
const reset = (client: PoolClient, name: 'boards' | 'policies', forget: boolean) =>
  client.query(
    `update checkpoint set generation = generation + 1, position = null, event_position = null,
       event_at = null, events = 0, cursor_position = 0, cursor_ordinal = 0,
       newest_position = case when $2 then 0 else newest_position end,
       newest_ordinal = case when $2 then 0 else newest_ordinal end,
       kept_position = case when $2 then 0 else kept_position end,
       kept_ordinal = case when $2 then 0 else kept_ordinal end
     where name = $1`,
    [name, forget],
  );

import { setTimeout as sleep } from 'node:timers/promises';
import { openStore } from '@tocsin/domain/store';
import { boardsPath } from '@tocsin/projections';
import pg from 'pg';

interface Servers {
  readonly eventStore: string;
  readonly database: string;
}

/** A connection that sees the boards; not connected yet. */
export const boardsClient = (connectionString: string): pg.Client =>
  new pg.Client({ connectionString, options: boardsPath() });

/** Waits until rows and process managers have both handled the last event of the log. */
export async function untilProjected({ eventStore, database }: Servers): Promise<void> {
  const store = await openStore(eventStore);
  const client = boardsClient(database);
  await client.connect();
  try {
    const deadline = Date.now() + 100_000;
    for (;;) {
      const last = await store.lastPosition();
      const { rows } = await client.query<{ position: string | null }>(
        `select position from checkpoint union all select position from policy_checkpoint`,
      );
      if (rows.length === 2 && rows.every((row) => row.position === String(last))) return;
      if (Date.now() > deadline)
        throw new Error(`the log ends at ${last}, but the checkpoints are ${JSON.stringify(rows)}`);
      await sleep(200);
    }
  } finally {
    await client.end();
    await store.close();
  }
}

/** Everything that a console could be shown, with the cursors it would be shown under. */
export async function boardTables(client: pg.Client) {
  const read = async (query: string) => (await client.query<Record<string, unknown>>(query)).rows;
  return {
    incidents: await read('select id, ended, row from incident_row order by id'),
    tasks: await read('select id, ended, row from task_row order by id'),
    units: await read('select id, row from unit_row order by id'),
    timeline: await read('select incident, revision, row from timeline_row order by 1, 2'),
    changes: await read('select position, ordinal, board, key, row from change order by 1, 2'),
    numbers: await read('select city, number from incident_counter order by city'),
    actions: await read('select id, ended, row from action_row order by id'),
    streams: await read('select key, ended, row from stream_row order by key'),
    people: await read('select account, row from person order by account'),
    access: await read('select position, kind, account, incident, row from access_row order by 1'),
    calls: await read('select t::text from call_times t order by 1'),
    incidentTimes: await read('select t::text from incident_times t order by 1'),
    taskTimes: await read('select t::text from task_times t order by 1'),
    unitTimes: await read('select t::text from unit_times t order by 1'),
  };
}

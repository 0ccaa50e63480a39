import { position } from '@tocsin/domain';
import type { Pool } from 'pg';
import type { CityRows, IncidentRows, Kept, PersonRows } from './keptRows.ts';
import type { ActionRow } from './queries/actionRows.ts';
import type { CityRow, IncidentRow, PersonRow, TaskRow, UnitRow } from './queries/rows.ts';
import { secondOf } from './rowFacts.ts';
import type { AnyStreamRow } from './streamBoards/index.ts';

type Put<Value> = (key: string, value: Value) => void;
interface EndedRow<Row> {
  readonly id: string;
  readonly began: string;
  readonly ended: string | null;
  readonly row: Row;
}

const kept = <Row>({ row, began, ended }: EndedRow<Row>): Kept<Row> => ({
  row,
  began: position(began),
  ended: ended === null ? undefined : position(ended),
});

/** Incidents by id, each with all of its tasks and corrective actions. */
export async function loadIncidents(
  pool: Pool,
  ids: ReadonlySet<string>,
  put: Put<IncidentRows>,
): Promise<void> {
  if (ids.size === 0) return;
  const incidents = await pool.query<EndedRow<IncidentRow>>(
    'select id, began, ended, row from incident_row where id = any($1)',
    [[...ids]],
  );
  const taskIds = incidents.rows.flatMap(({ row }) => row.tasks.map(({ id }) => id));
  const tasks = await pool.query<EndedRow<TaskRow>>(
    'select id, began, ended, row from task_row where id = any($1)',
    [taskIds],
  );
  const actions = await pool.query<EndedRow<ActionRow>>(
    'select id, began, ended, row from action_row where incident = any($1) order by id',
    [incidents.rows.map(({ id }) => id)],
  );
  const byId = new Map(tasks.rows.map((found) => [found.id, kept(found)]));
  for (const found of incidents.rows) {
    const own = new Map<string, Kept<TaskRow>>();
    for (const { id } of found.row.tasks) {
      const task = byId.get(id);
      if (task) own.set(id, task);
    }
    const ofIncident = actions.rows.filter(({ row }) => row.incident === found.id);
    const measures = new Map(ofIncident.map((one) => [one.id, kept(one)]));
    put(found.id, { incident: kept(found), tasks: own, actions: measures });
  }
}

export async function loadUnits(
  pool: Pool,
  ids: ReadonlySet<string>,
  put: Put<Kept<UnitRow>>,
): Promise<void> {
  if (ids.size === 0) return;
  const found = await pool.query<EndedRow<UnitRow>>(
    'select id, began, ended, row from unit_row where id = any($1)',
    [[...ids]],
  );
  for (const one of found.rows) put(one.id, kept(one));
}

/** Rows of the boards that have one a stream, by the stream's name. */
export async function loadStreams(
  pool: Pool,
  streams: ReadonlySet<string>,
  put: Put<Kept<AnyStreamRow>>,
): Promise<void> {
  if (streams.size === 0) return;
  const found = await pool.query<EndedRow<AnyStreamRow>>(
    'select key as id, began, ended, row from stream_row where key = any($1)',
    [[...streams]],
  );
  for (const one of found.rows) put(one.id, kept(one));
}

export async function loadCities(
  pool: Pool,
  ids: ReadonlySet<string>,
  put: Put<CityRows>,
): Promise<void> {
  if (ids.size === 0) return;
  const found = await pool.query<{ id: string; founded: string; row: CityRow }>(
    'select id, founded, profile as row from city where id = any($1)',
    [[...ids]],
  );
  for (const { id, founded, row } of found.rows) put(id, { city: row, founded });
}

export async function loadPeople(
  pool: Pool,
  accounts: ReadonlySet<string>,
  put: Put<PersonRows>,
): Promise<void> {
  if (accounts.size === 0) return;
  const found = await pool.query<{ account: string; appointed: string; row: PersonRow }>(
    'select account, appointed, row from person where account = any($1)',
    [[...accounts]],
  );
  for (const { account, appointed, row } of found.rows) put(account, { person: row, appointed });
}

export async function loadCounters(
  pool: Pool,
): Promise<readonly { readonly city: string; readonly number: number }[]> {
  const found = await pool.query<{ city: string; number: number }>(
    'select city, number from incident_counter',
  );
  return found.rows;
}

/** The last second with a moment of its own, as in `recordedAt`; '' while there is none. */
export async function loadSecond(pool: Pool): Promise<string> {
  const found = await pool.query<{ second: Date | null }>(
    'select max(second) as second from moment',
  );
  return found.rows[0]?.second ? secondOf(found.rows[0].second.toISOString()) : '';
}

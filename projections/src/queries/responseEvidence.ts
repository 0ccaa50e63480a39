import type { TaskRow, TimelineRow } from './rows.ts';
import type { Db } from './snapshot.ts';

/** So many incidents are looked at, the open ones and the last ones that ended. */
const most = 300;

export interface ResponseEvidence {
  /** Of units: committed and each stage, as the incidents' records have them. */
  readonly steps: readonly Pick<TimelineRow, 'type' | 'occurredAt' | 'data'>[];
  readonly tasks: readonly Pick<
    TaskRow,
    'department' | 'acknowledgeBy' | 'assigned' | 'accepted'
  >[];
}

/** What happened since a moment (ISO 8601) from which response times can be measured; no exercises. */
export async function responseEvidence(
  db: Db,
  city: string,
  since: string,
): Promise<ResponseEvidence> {
  const recent = `recent as (
    select id from (
      (select id, row from incident_row where city = $1 and ended is null order by number desc limit ${most})
      union all
      (select id, row from incident_row where city = $1 and ended is not null order by ended desc limit ${most})
    ) i where not (i.row ->> 'exercise')::boolean)`;
  const steps = await db.query<{ row: ResponseEvidence['steps'][number] }>(
    `with ${recent} select t.row::json as row from timeline_row t join recent on t.incident = recent.id
     where (t.row like '%"UnitCommitted"%' or t.row like '%"UnitStageRecorded"%')
       and t.row::json ->> 'occurredAt' >= $2`,
    [city, since],
  );
  const tasks = await db.query<{ row: ResponseEvidence['tasks'][number] }>(
    `with ${recent} select t.row from task_row t join recent on t.row ->> 'incident' = recent.id
     where t.city = $1 and t.row -> 'assigned' ->> 'at' >= $2`,
    [city, since],
  );
  return { steps: steps.rows.map(({ row }) => row), tasks: tasks.rows.map(({ row }) => row) };
}

import type { TaskRow } from './rows.ts';
import { type Db, type Snapshot, snapshot } from './snapshot.ts';

/**
 * A department's task board, highest incident number first; with `ended` the tasks that left it,
 * the last to leave first. At most `limit` rows.
 */
export function taskRows(
  db: Db,
  { city, department, ended, limit }: TasksWanted,
): Promise<Snapshot<TaskRow>> {
  const rows = ended
    ? `select row from task_row where city = $1 and department = $2 and ended is not null
       order by ended desc, id limit $3`
    : `select row from task_row where city = $1 and department = $2 and ended is null
       order by number desc, id limit $3`;
  return snapshot(db, rows, [city, department, limit]);
}

export interface TasksWanted {
  readonly city: string;
  readonly department: string;
  readonly ended: boolean;
  readonly limit: number;
}

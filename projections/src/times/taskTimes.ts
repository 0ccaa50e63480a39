import type { TaskStatus } from '@tocsin/domain';
import type { TaskRow } from '../queries/rows.ts';
import type { TaskTimes } from './times.ts';

const outcomeOf = (status: TaskStatus): TaskTimes['outcome'] => {
  if (status === 'cancelled') return 'cancelled';
  return status === 'verified' ? 'ended' : 'open';
};

const earliest = (...times: readonly (string | undefined)[]): string | undefined =>
  times
    .filter((time) => time !== undefined)
    .sort()
    .at(0);

const timesOf = (row: TaskRow, outcome: TaskTimes['outcome'], position: string): TaskTimes => ({
  of: 'task',
  key: row.reassigned ? `${row.id}.${row.reassigned.count}` : row.id,
  city: row.city,
  incident: row.number,
  exercise: row.exercise,
  position,
  department: row.department,
  at: row.assigned.at,
  outcome,
  due: row.acknowledgeBy,
  answered: earliest(row.accepted?.at, row.objection?.at),
  done: row.done?.at,
});

const isSame = (one: TaskTimes, other: TaskTimes): boolean =>
  one.key === other.key &&
  one.outcome === other.outcome &&
  one.due === other.due &&
  one.answered === other.answered &&
  one.done === other.done;

/**
 * What the task's change means for its times. A task given to another department is that one's from
 * then on; what the former one did with it stays its own.
 */
export function taskTimes(before: TaskRow | undefined, row: TaskRow): readonly TaskTimes[] {
  const now = timesOf(row, outcomeOf(row.status), row.position);
  if (!before) return [now];
  const then = timesOf(before, outcomeOf(before.status), row.position);
  if (isSame(then, now)) return [];
  return then.key === now.key ? [now] : [{ ...then, outcome: 'cancelled' }, now];
}

import type { IncidentRow, TaskRow } from '../api/types.ts';

type RowTask = IncidentRow['tasks'][number];
export type Need = 'confirm' | 'assign' | 'objection' | 'verify' | 'resolve' | 'close';

type Answerable = Pick<TaskRow, 'status' | 'acknowledgeBy'> | RowTask;

const unanswered: ReadonlySet<TaskRow['status']> = new Set(['ASSIGNED', 'DELIVERED', 'SEEN']);
const ended: ReadonlySet<TaskRow['status']> = new Set(['VERIFIED', 'CANCELLED']);

/** Given and not yet answered. */
export const isUnanswered = (task: { readonly status: TaskRow['status'] }): boolean =>
  unanswered.has(task.status);
export const isEnded = (task: { readonly status: TaskRow['status'] }): boolean =>
  ended.has(task.status);

/** Unanswered past its acknowledge-by deadline. */
export const isUnacknowledged = (task: Answerable, now: number): boolean =>
  isUnanswered(task) && task.acknowledgeBy !== null && Date.parse(task.acknowledgeBy) < now;

export const overdueTasks = (row: IncidentRow, now: number): readonly RowTask[] =>
  row.tasks.filter((task) => isUnacknowledged(task, now));

/** When the first of the answers that are missing was due, in milliseconds; null when none is. */
export function firstDue(row: IncidentRow): number | null {
  const due = row.tasks.flatMap((task) =>
    isUnanswered(task) && task.acknowledgeBy !== null ? Date.parse(task.acknowledgeBy) : [],
  );
  return due.length === 0 ? null : Math.min(...due);
}

const isActive = (unit: IncidentRow['units'][number]): boolean =>
  unit.stage !== 'CLEARED' && unit.stage !== 'CANCELLED';

/** What the command centre has to do next on an incident; null while others are at work. */
export function needOf(row: IncidentRow): Need | null {
  if (row.status === 'REPORTED') return 'confirm';
  if (row.status === 'RESOLVED') return 'close';
  if (row.status === 'CLOSED' || row.status === 'CANCELLED') return null;
  if (row.tasks.some((task) => task.status === 'OBJECTED')) return 'objection';
  if (row.tasks.some((task) => task.status === 'DONE')) return 'verify';
  const units = row.units.filter(isActive);
  if (row.tasks.length === 0) return units.length === 0 ? 'assign' : null;
  return row.tasks.every(isEnded) && units.length === 0 ? 'resolve' : null;
}

const rank = (row: IncidentRow): number => (row.status === 'REPORTED' ? 0 : (row.priority ?? 4));

/** Unconfirmed first, then by priority, then the oldest: an order that work does not shuffle. */
export const byUrgency = (a: IncidentRow, b: IncidentRow): number =>
  rank(a) - rank(b) || a.number - b.number;

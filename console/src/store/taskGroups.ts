import type { TaskRow } from '../api/types.ts';
import { isUnacknowledged, isUnanswered } from './needs.ts';

type Timed = Pick<TaskRow, 'id' | 'status' | 'acknowledgeBy' | 'finishBy'>;

export type TaskGroup =
  | 'overdue'
  | 'new'
  | 'returned'
  | 'started'
  | 'accepted'
  | 'objected'
  | 'done';
export const groupOrder: readonly TaskGroup[] = [
  'overdue',
  'new',
  'returned',
  'started',
  'accepted',
  'objected',
  'done',
];

const isLate = (task: Timed, now: number): boolean => Date.parse(task.finishBy) < now;

/** The group a department's task stands in at a moment; null when it has ended. */
export function groupOf(task: Timed, now: number): TaskGroup | null {
  switch (task.status) {
    case 'VERIFIED':
    case 'CANCELLED':
      return null;
    case 'OBJECTED':
      return 'objected';
    case 'DONE':
      return 'done';
    default:
      if (isUnacknowledged(task, now) || isLate(task, now)) return 'overdue';
  }
  if (task.status === 'RETURNED') return 'returned';
  if (task.status === 'ACCEPTED') return 'accepted';
  return task.status === 'STARTED' ? 'started' : 'new';
}

/** The deadline that counts now, as ISO 8601. */
export const deadlineOf = (task: Timed): string =>
  isUnanswered(task) && task.acknowledgeBy !== null ? task.acknowledgeBy : task.finishBy;

export const byDeadline = (a: Timed, b: Timed): number =>
  Date.parse(deadlineOf(a)) - Date.parse(deadlineOf(b)) || (a.id < b.id ? -1 : 1);

export type LiaisonAction = 'accept' | 'object' | 'start' | 'progress' | 'finish';

/** What the department may do next with a task, the likeliest first. */
export function actionsOn(task: Pick<TaskRow, 'status'>): readonly LiaisonAction[] {
  switch (task.status) {
    case 'ASSIGNED':
    case 'DELIVERED':
    case 'SEEN':
      return ['accept', 'object'];
    case 'ACCEPTED':
      return ['start', 'progress'];
    case 'RETURNED':
      return ['start', 'progress'];
    case 'STARTED':
      return ['finish', 'progress'];
    default:
      return [];
  }
}

import type { TaskEvent, TaskStatus } from '@tocsin/domain';

const after: Readonly<Record<TaskEvent['type'], TaskStatus | undefined>> = {
  TaskAssigned: 'assigned',
  TaskDelivered: 'delivered',
  TaskSeen: 'seen',
  TaskAccepted: 'accepted',
  TaskObjected: 'objected',
  ObjectionUpheld: 'cancelled',
  ObjectionRejected: 'assigned',
  TaskStarted: 'started',
  TaskProgressed: undefined,
  TaskFinished: 'done',
  TaskReturned: 'returned',
  TaskVerified: 'verified',
  TaskCancelled: 'cancelled',
  TaskEscalated: undefined,
};

/** The task's status after the event, which is `status` where the event doesn't change it. */
export const taskStatusAfter = (status: TaskStatus, type: TaskEvent['type']): TaskStatus =>
  after[type] ?? status;

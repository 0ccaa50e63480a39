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
  TaskReassigned: 'assigned',
  TaskDeadlineChanged: undefined,
  TaskUrged: undefined,
  TaskPartChanged: undefined,
  TaskEscalated: undefined,
  TaskOverdue: undefined,
};

/** The task's status after the event, which is `status` where the event doesn't change it. */
export function taskStatusAfter(status: TaskStatus, event: TaskEvent): TaskStatus {
  // The next department's assignment follows at once.
  if (event.type === 'ObjectionUpheld' && event.data.next !== undefined) return status;
  return after[event.type] ?? status;
}

import type { Stored, TaskEvent, TaskStatus } from '@tocsin/domain';
import type { IncidentRow } from '../queries/rows.ts';
import { taskStatusAfter } from '../taskStatusAfter.ts';

type RowTask = IncidentRow['tasks'][number];

const unanswered: ReadonlySet<TaskStatus> = new Set(['assigned', 'delivered', 'seen']);

/** The incident row's tasks after an event on one of them. */
export function rowTasks(tasks: readonly RowTask[], event: Stored<TaskEvent>): readonly RowTask[] {
  if (event.type === 'TaskAssigned') {
    const { task: id, department, part, acknowledgeBy } = event.data;
    return [...tasks, { id, department, part, status: 'assigned', acknowledgeBy, escalation: 0 }];
  }
  return tasks.map((task) => (task.id === event.data.task ? rowTask(task, event) : task));
}

/** Answering takes the deadline off and silences the escalation. */
function rowTask(
  task: RowTask,
  event: Exclude<Stored<TaskEvent>, { type: 'TaskAssigned' }>,
): RowTask {
  const status = taskStatusAfter(task.status, event);
  switch (event.type) {
    case 'TaskEscalated':
      return { ...task, escalation: event.data.step };
    case 'TaskOverdue':
      return { ...task, overdueSince: event.data.deadline };
    case 'TaskPartChanged':
      return { ...task, part: event.data.part };
    case 'TaskReassigned': {
      const { overdueSince, ...rest } = task;
      const { department, acknowledgeBy } = event.data;
      return { ...rest, department, status, acknowledgeBy, escalation: 0 };
    }
    case 'TaskDeadlineChanged': {
      const { overdueSince, ...rest } = task;
      const { acknowledgeBy, finishBy } = event.data;
      const anew = acknowledgeBy === undefined ? {} : { acknowledgeBy, escalation: 0 };
      return { ...rest, ...anew, ...(overdueSince === finishBy ? { overdueSince } : {}) };
    }
    case 'ObjectionRejected':
      return { ...task, status, acknowledgeBy: event.data.acknowledgeBy, escalation: 0 };
    default: {
      if (unanswered.has(status)) return { ...task, status };
      const { acknowledgeBy, ...rest } = task;
      return { ...rest, status, escalation: 0 };
    }
  }
}

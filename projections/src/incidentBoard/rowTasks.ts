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
function rowTask(task: RowTask, event: Stored<TaskEvent>): RowTask {
  const status = taskStatusAfter(task.status, event.type);
  if (event.type === 'TaskEscalated') return { ...task, escalation: event.data.step };
  if (event.type === 'ObjectionRejected') {
    return { ...task, status, acknowledgeBy: event.data.acknowledgeBy, escalation: 0 };
  }
  if (unanswered.has(status)) return { ...task, status };
  const { acknowledgeBy, ...rest } = task;
  return { ...rest, status, escalation: 0 };
}

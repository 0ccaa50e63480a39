import { firstFault, longText, textFault } from '../../check.ts';
import { type Rejection, reject } from '../../rejection.ts';
import type { Decision, IncidentContext } from '../context.ts';
import { type Incident, isUnanswered, type Task, type TaskStatus } from '../incident.ts';
import { departmentFault, leadOf, sameTaskFault, takesTasksFault } from './assign.ts';
import type { OneTaskCommand, Within } from './commands.ts';
import { deadlineFault, escalateAfter, newDeadlines, withinFault } from './deadlines.ts';
import type { TaskEvent } from './events.ts';

type Of<T extends OneTaskCommand['type']> = Extract<OneTaskCommand, { type: T }>['data'];

export const statusFault = (task: Task, ...wanted: readonly TaskStatus[]): Rejection | undefined =>
  wanted.includes(task.status)
    ? undefined
    : reject('taskStatus', { status: task.status, wanted: wanted.join(', ') }, 'task');

/** Given and not yet done: somebody still works on it, or should. */
const atWork = ['assigned', 'delivered', 'seen', 'accepted', 'started', 'returned'] as const;

/**
 * Gives an open task to another department, with deadlines and an evidence chain of its own; the
 * lead goes with it.
 *
 * @param field the input's field that names the department
 */
function reassignment(
  task: Task,
  { department, reason, ...within }: Within & { department: string; reason: string },
  field: string,
  incident: Incident,
  context: IncidentContext,
): TaskEvent | Rejection {
  const { city } = context;
  if (!city) return reject('unknownCity', { city: incident.city }, 'city');
  const fault = firstFault(
    takesTasksFault(incident),
    departmentFault(city, department, field),
    department === task.department ? reject('sameDepartment', { department }, field) : undefined,
    withinFault(within, ''),
    sameTaskFault(task, department, incident, field),
  );
  if (fault) return fault;
  const deadlines = newDeadlines(within, true, incident, context);
  const from = task.department;
  return {
    type: 'TaskReassigned',
    data: { task: task.id, from, department, reason, ...deadlines },
  };
}

export function reassign(
  data: Of<'ReassignTask'>,
  task: Task,
  incident: Incident,
  context: IncidentContext,
): Decision {
  const fault =
    statusFault(task, ...atWork, 'objected') ?? textFault(data.reason, 'reason', longText);
  if (fault) return fault;
  const event = reassignment(task, data, 'department', incident, context);
  return 'rejected' in event ? event : [event];
}

/** Upholding frees the department: the next one gets the task, or it is cancelled. */
export function uphold(
  data: Of<'UpholdObjection'>,
  task: Task,
  incident: Incident,
  context: IncidentContext,
): Decision {
  const fault = statusFault(task, 'objected') ?? textFault(data.note, 'note', longText);
  if (fault) return fault;
  const upheld: TaskEvent = { type: 'ObjectionUpheld', data };
  if (data.next === undefined) return [upheld];
  const wanted = { department: data.next, reason: data.note };
  const event = reassignment(task, wanted, 'next', incident, context);
  return 'rejected' in event ? event : [upheld, event];
}

/** The acknowledge-by deadline can be changed only while nobody has answered. */
export function changeDeadlines(
  { acknowledgeBy, finishBy, reason }: Of<'ChangeTaskDeadlines'>,
  task: Task,
  context: IncidentContext,
): Decision {
  const { now } = context;
  const given = [acknowledgeBy, finishBy].filter((value) => value !== undefined);
  const fault = firstFault(
    statusFault(task, ...atWork, 'objected'),
    acknowledgeBy === undefined || isUnanswered(task)
      ? undefined
      : statusFault(task, 'assigned', 'delivered', 'seen'),
    given.length === 0 ? reject('required', {}, 'finishBy') : undefined,
    deadlineFault(acknowledgeBy, now, 'acknowledgeBy'),
    deadlineFault(finishBy, now, 'finishBy'),
    textFault(reason, 'reason', longText),
  );
  if (fault) return fault;
  const iso = (value: string | undefined, known: string): string =>
    value === undefined ? known : new Date(value).toISOString();
  const next = {
    acknowledgeBy: iso(acknowledgeBy, task.acknowledgeBy),
    finishBy: iso(finishBy, task.finishBy),
  };
  if (next.acknowledgeBy === task.acknowledgeBy && next.finishBy === task.finishBy) return [];
  if (next.acknowledgeBy > next.finishBy)
    return reject('deadlineOrder', {}, finishBy === undefined ? 'acknowledgeBy' : 'finishBy');
  const acknowledging =
    next.acknowledgeBy === task.acknowledgeBy
      ? {}
      : { acknowledgeBy: next.acknowledgeBy, ...escalateAfter(context) };
  const data = { task: task.id, ...acknowledging, finishBy: next.finishBy, reason };
  return [{ type: 'TaskDeadlineChanged', data }];
}

export const urge = (data: Of<'UrgeTask'>, task: Task): Decision =>
  statusFault(task, ...atWork) ??
  textFault(data.text, 'text', longText) ?? [{ type: 'TaskUrged', data }];

export function transferLead(
  { reason }: Of<'TransferLead'>,
  task: Task,
  incident: Incident,
): Decision {
  const fault =
    statusFault(task, ...atWork, 'objected', 'done') ?? textFault(reason, 'reason', longText);
  if (fault) return fault;
  if (task.part === 'lead') return [];
  const lead = leadOf(incident);
  const change = ({ id }: Task, part: Task['part']): TaskEvent => ({
    type: 'TaskPartChanged',
    data: { task: id, part, reason },
  });
  return [...(lead ? [change(lead, 'assist')] : []), change(task, 'lead')];
}

/** Once a deadline, and only while the task is not done. */
export function recordOverdue({ deadline }: Of<'RecordOverdue'>, task: Task): Decision {
  const waiting = statusFault(task, ...atWork, 'objected') === undefined;
  if (!waiting || task.finishBy !== deadline || task.overdue?.deadline === deadline) return [];
  const to = ['dutyOfficer', 'commandCentre'] as const;
  return [{ type: 'TaskOverdue', data: { task: task.id, deadline, to } }];
}

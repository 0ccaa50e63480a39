import { longText, oneOfFault, textFault } from '../check.ts';
import type { City } from '../city/city.ts';
import { type Rejection, reject } from '../rejection.ts';
import type { IncidentCommand, NewTask } from './commands.ts';
import type { Decision, IncidentContext } from './context.ts';
import type { TaskEvent } from './events.ts';
import {
  type Incident,
  isOpen,
  isOpenTask,
  isUnanswered,
  type Task,
  type TaskStatus,
} from './incident.ts';

type Of<T extends IncidentCommand['type']> = Extract<IncidentCommand, { type: T }>['data'];
type TaskCommand = Extract<IncidentCommand, { data: { task: string } }> & {
  type: Exclude<IncidentCommand['type'], 'CarryCommitment'>;
};

/** At most this many tasks in one command. */
const mostTasks = 32;

const after = (now: string, seconds: number): string =>
  new Date(Date.parse(now) + seconds * 1000).toISOString();

const assignedDeadlines = (
  incident: Incident,
  { city, now }: IncidentContext,
  within: Pick<NewTask, 'acknowledgeWithin' | 'finishWithin'> = {},
) => {
  const deadlines = city?.deadlines;
  const priority = incident.priority ?? 3;
  return {
    acknowledgeBy: after(now, within.acknowledgeWithin ?? deadlines?.acknowledge[priority] ?? 300),
    finishBy: after(now, within.finishWithin ?? deadlines?.finish[priority] ?? 7200),
  };
};

function newTaskFault(task: NewTask, index: number, incident: Incident, city: City) {
  const at = `tasks[${index}]`;
  const department = city.departments.get(task.department);
  const facts = { department: task.department };
  if (!department) return reject('unknownDepartment', facts, `${at}.department`);
  if (!department.takesTasks) return reject('departmentTakesNoTasks', facts, `${at}.department`);
  if (incident.tasks.has(task.task))
    return reject('alreadyExists', { task: task.task }, `${at}.task`);
  const held = [...incident.tasks.values()].some(
    (known) => known.department === task.department && isOpenTask(known),
  );
  if (held) return reject('departmentHasTask', facts, `${at}.department`);
  return (
    oneOfFault(task.part, ['lead', 'assist'], `${at}.part`) ??
    textFault(task.instruction, `${at}.instruction`, longText)
  );
}

function repeatedFault(tasks: readonly NewTask[], incident: Incident): Rejection | undefined {
  const departments = tasks.map((task) => task.department);
  const again = departments.findIndex((one, index) => departments.indexOf(one) !== index);
  if (again >= 0)
    return reject(
      'departmentHasTask',
      { department: departments[again] ?? '' },
      `tasks[${again}].department`,
    );
  const ids = tasks.map((task) => task.task);
  const twice = ids.findIndex((one, index) => ids.indexOf(one) !== index);
  if (twice >= 0)
    return reject('alreadyExists', { task: ids[twice] ?? '' }, `tasks[${twice}].task`);
  const lead = [...incident.tasks.values()].find((one) => one.part === 'lead' && isOpenTask(one));
  const leads = tasks.flatMap((task, index) => (task.part === 'lead' ? [index] : []));
  const extra = lead ? leads[0] : leads[1];
  if (extra === undefined) return undefined;
  const holder = lead?.department ?? tasks[leads[0] ?? 0]?.department ?? '';
  return reject('leadTaken', { department: holder }, `tasks[${extra}].part`);
}

function assign(
  { tasks }: Of<'AssignTasks'>,
  incident: Incident,
  context: IncidentContext,
): Decision {
  const { city } = context;
  if (!city) return reject('unknownCity', { city: incident.city }, 'city');
  if (!isOpen(incident) || incident.status === 'reported')
    return reject(
      'incidentStatus',
      { status: incident.status, wanted: 'confirmed, responding, contained' },
      'incident',
    );
  if (tasks.length === 0) return reject('required', {}, 'tasks');
  if (tasks.length > mostTasks) return reject('tooMany', { max: mostTasks }, 'tasks');
  for (const [index, task] of tasks.entries()) {
    const fault = newTaskFault(task, index, incident, city);
    if (fault) return fault;
  }
  const repeated = repeatedFault(tasks, incident);
  if (repeated) return repeated;
  return tasks.map((task) => {
    const { acknowledgeWithin, finishWithin, ...facts } = task;
    const deadlines = assignedDeadlines(incident, context, task);
    return { type: 'TaskAssigned', data: { ...facts, ...deadlines } };
  });
}

const statusFault = (task: Task, ...wanted: readonly TaskStatus[]): Rejection | undefined => {
  if (wanted.includes(task.status)) return undefined;
  return reject('taskStatus', { status: task.status, wanted: wanted.join(', ') }, 'task');
};

function answerFault(task: Task): Rejection | undefined {
  if (isUnanswered(task)) return undefined;
  if (!task.accepted) return statusFault(task, 'assigned', 'delivered', 'seen');
  return reject(
    'taskClaimed',
    { name: task.accepted.by.name, at: task.accepted.occurredAt },
    'task',
  );
}

function delivery(task: Task): Decision {
  return task.status === 'assigned' ? [{ type: 'TaskDelivered', data: { task: task.id } }] : [];
}

/** The links of the evidence chain up to a look at the task that are still missing. */
function sight({ id, status }: Task): readonly TaskEvent[] {
  const looked: TaskEvent = { type: 'TaskSeen', data: { task: id } };
  if (status === 'assigned') return [{ type: 'TaskDelivered', data: { task: id } }, looked];
  return status === 'delivered' ? [looked] : [];
}

/** Nobody answers what they have not seen: the missing links are recorded with the answer. */
function answer(task: Task, event: TaskEvent, fault?: Rejection): Decision {
  return answerFault(task) ?? fault ?? [...sight(task), event];
}

function escalate(data: Of<'EscalateTask'>, task: Task, { city }: IncidentContext): Decision {
  const step = city?.deadlines.escalation[data.step - 1];
  const due = isUnanswered(task) && task.acknowledgeBy === data.deadline;
  if (!step || !due || task.escalations.length !== data.step - 1) return [];
  const next = city?.deadlines.escalation[data.step];
  const nextAfter = next ? { nextAfter: next.after } : {};
  return [{ type: 'TaskEscalated', data: { ...data, to: step.to, ...nextAfter } }];
}

const record = (event: TaskEvent, ...faults: readonly (Rejection | undefined)[]): Decision =>
  faults.find((fault) => fault !== undefined) ?? [event];

/** Who did the work doesn't judge it. */
const doerFault = (task: Task, { actor }: IncidentContext): Rejection | undefined =>
  task.done?.by.id === actor.id
    ? reject('doerMayNotVerify', { name: actor.name }, 'task')
    : undefined;

export function decideTask(
  command: TaskCommand | Extract<IncidentCommand, { type: 'AssignTasks' }>,
  incident: Incident,
  context: IncidentContext,
): Decision {
  if (command.type === 'AssignTasks') return assign(command.data, incident, context);
  const task = incident.tasks.get(command.data.task);
  if (!task) return reject('unknownTask', { task: command.data.task }, 'task');
  switch (command.type) {
    case 'RecordDelivery':
      return delivery(task);
    case 'RecordSeen':
      return sight(task);
    case 'EscalateTask':
      return escalate(command.data, task, context);
    case 'AcceptTask':
      return answer(task, { type: 'TaskAccepted', data: command.data });
    case 'ObjectToTask':
      return answer(
        task,
        { type: 'TaskObjected', data: command.data },
        textFault(command.data.reason, 'reason', longText),
      );
    case 'UpholdObjection':
      return record(
        { type: 'ObjectionUpheld', data: command.data },
        statusFault(task, 'objected'),
        textFault(command.data.note, 'note', longText),
      );
    case 'RejectObjection': {
      const { acknowledgeBy } = assignedDeadlines(incident, context);
      return record(
        { type: 'ObjectionRejected', data: { ...command.data, acknowledgeBy } },
        statusFault(task, 'objected'),
        textFault(command.data.reason, 'reason', longText),
      );
    }
    case 'StartTask':
      return record(
        { type: 'TaskStarted', data: command.data },
        statusFault(task, 'accepted', 'returned'),
      );
    case 'ReportProgress':
      return record(
        { type: 'TaskProgressed', data: command.data },
        statusFault(task, 'accepted', 'started', 'returned'),
        textFault(command.data.note, 'note', longText),
      );
    case 'FinishTask':
      return record(
        { type: 'TaskFinished', data: command.data },
        statusFault(task, 'started'),
        textFault(command.data.note, 'note', longText),
      );
    case 'ReturnTask':
      return record(
        { type: 'TaskReturned', data: command.data },
        statusFault(task, 'done'),
        textFault(command.data.reason, 'reason', longText),
      );
    case 'VerifyTask':
      return record(
        { type: 'TaskVerified', data: command.data },
        statusFault(task, 'done'),
        doerFault(task, context),
      );
    case 'CancelTask':
      return record(
        { type: 'TaskCancelled', data: command.data },
        isOpenTask(task) ? undefined : statusFault(task, 'assigned', 'accepted', 'started'),
        textFault(command.data.reason, 'reason', longText),
      );
  }
}

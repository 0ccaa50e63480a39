import { firstFault, longText, oneOfFault, shortText, textFault } from '../../check.ts';
import type { City } from '../../city/city.ts';
import { type Rejection, reject } from '../../rejection.ts';
import type { Decision, IncidentContext } from '../context.ts';
import { type Incident, isOpen, isOpenTask, type Task } from '../incident.ts';
import type { NewTask } from './commands.ts';
import { newDeadlines, withinFault } from './deadlines.ts';
import type { TaskEvent, TaskOrigin } from './events.ts';

/** At most this many tasks in one command. */
export const mostTasks = 64;

/** The incident takes tasks: it was confirmed and is not over. */
export const takesTasksFault = (incident: Incident): Rejection | undefined =>
  isOpen(incident) && incident.status !== 'reported'
    ? undefined
    : reject(
        'incidentStatus',
        { status: incident.status, wanted: 'confirmed, responding, contained' },
        'incident',
      );

export function departmentFault(city: City, id: string, field: string): Rejection | undefined {
  const department = city.departments.get(id);
  if (!department) return reject('unknownDepartment', { department: id }, field);
  return department.takesTasks
    ? undefined
    : reject('departmentTakesNoTasks', { department: id }, field);
}

const originKey = (origin: TaskOrigin | undefined): string => {
  if (!origin) return '';
  return 'decision' in origin
    ? origin.decision
    : `${origin.plan}@${origin.version}/${origin.planTask}`;
};

/** A task that asks the same of a department, for the same cause. */
const isSame = (
  one: Pick<NewTask, 'instruction' | 'origin'>,
  other: Pick<NewTask, 'instruction' | 'origin'>,
): boolean =>
  one.instruction.trim() === other.instruction.trim() &&
  originKey(one.origin) === originKey(other.origin);

/** The department has the very same task open. */
export function sameTaskFault(
  task: Pick<Task, 'instruction' | 'origin'>,
  department: string,
  incident: Incident,
  field: string,
): Rejection | undefined {
  for (const known of incident.tasks.values())
    if (known.department === department && isOpenTask(known) && isSame(known, task))
      return reject('departmentHasTask', { department }, field);
  return undefined;
}

const originFault = (origin: TaskOrigin | undefined, at: string): Rejection | undefined => {
  if (!origin) return undefined;
  if ('decision' in origin) return textFault(origin.decision, `${at}.origin.decision`, shortText);
  return firstFault(
    textFault(origin.plan, `${at}.origin.plan`, shortText),
    textFault(origin.planTask, `${at}.origin.planTask`, shortText),
    Number.isSafeInteger(origin.version)
      ? undefined
      : reject('notANumber', {}, `${at}.origin.version`),
  );
};

function newTaskFault(task: NewTask, index: number, incident: Incident, city: City) {
  const at = `tasks[${index}]`;
  if (incident.tasks.has(task.task))
    return reject('alreadyExists', { task: task.task }, `${at}.task`);
  return firstFault(
    departmentFault(city, task.department, `${at}.department`),
    oneOfFault(task.part, ['lead', 'assist'], `${at}.part`),
    textFault(task.instruction, `${at}.instruction`, longText),
    withinFault(task, `${at}.`),
    originFault(task.origin, at),
    task.again ? undefined : sameTaskFault(task, task.department, incident, `${at}.department`),
  );
}

/** What the tasks of one command repeat of each other. */
function repeatedFault(tasks: readonly NewTask[]): Rejection | undefined {
  for (const [index, task] of tasks.entries()) {
    const before = tasks.slice(0, index);
    if (before.some((one) => one.task === task.task))
      return reject('alreadyExists', { task: task.task }, `tasks[${index}].task`);
    const { department } = task;
    if (!task.again && before.some((one) => one.department === department && isSame(one, task)))
      return reject('departmentHasTask', { department }, `tasks[${index}].department`);
  }
  return undefined;
}

/** The open task that leads. */
export const leadOf = ({ tasks }: Incident): Task | undefined => {
  for (const task of tasks.values()) if (task.part === 'lead' && isOpenTask(task)) return task;
  return undefined;
};

function leadFault(tasks: readonly NewTask[], incident: Incident): Rejection | undefined {
  const lead = leadOf(incident);
  const leads = tasks.flatMap((task, index) => (task.part === 'lead' ? [index] : []));
  const extra = lead ? leads[0] : leads[1];
  if (extra === undefined) return undefined;
  const department = lead?.department ?? tasks[leads[0] ?? 0]?.department ?? '';
  return reject('leadTaken', { department }, `tasks[${extra}].part`);
}

/** New tasks with their deadlines, or what is wrong with one of them. */
export function assignTasks(
  tasks: readonly NewTask[],
  incident: Incident,
  context: IncidentContext,
): Decision {
  const { city } = context;
  if (!city) return reject('unknownCity', { city: incident.city }, 'city');
  const closed = takesTasksFault(incident);
  if (closed) return closed;
  if (tasks.length === 0) return reject('required', {}, 'tasks');
  if (tasks.length > mostTasks) return reject('tooMany', { max: mostTasks }, 'tasks');
  for (const [index, task] of tasks.entries()) {
    const fault = newTaskFault(task, index, incident, city);
    if (fault) return fault;
  }
  return (
    repeatedFault(tasks) ??
    leadFault(tasks, incident) ??
    tasks.map((task) => assigned(task, incident, context))
  );
}

function assigned(task: NewTask, incident: Incident, context: IncidentContext): TaskEvent {
  const { acknowledgeWithin, finishWithin, again, ...facts } = task;
  const stated = !(task.origin && 'plan' in task.origin);
  const deadlines = newDeadlines(task, stated, incident, context);
  return { type: 'TaskAssigned', data: { ...facts, ...deadlines } };
}

import { prepare } from '../../api/command.ts';
import {
  acceptTask,
  assignTasks,
  finishTask,
  objectToTask,
  reportProgress,
  startTask,
  urgeTask,
  verifyTask,
} from '../../api/documents/taskCommands.ts';
import type { IncidentRow } from '../../api/types.ts';
import { isEnded } from '../../store/needs.ts';
import type { Values } from '../grammar/parse.ts';
import { type Order, type Standing, said } from './order.ts';

/** One task to one department; with no instruction of its own it is to see to what was reported. */
const assign: Order = (values, { incident }) => {
  const row = incident(said(values, 'incident'));
  if (row === undefined) return null;
  const led = row.tasks.some((task) => task.part === 'LEAD' && !isEnded(task));
  const task = {
    task: crypto.randomUUID(),
    department: said(values, 'department'),
    part: led ? ('ASSIST' as const) : ('LEAD' as const),
    instruction: values.text ?? row.what,
  };
  return prepare(assignTasks, { incident: row.id, tasks: [task] }, row.revision);
};

type RowTask = IncidentRow['tasks'][number];

/** The department's newest task on the incident that has not ended. */
function given(
  values: Values,
  { incident }: Standing,
): { readonly row: IncidentRow; readonly task: RowTask } | null {
  const row = incident(said(values, 'incident'));
  const task = row?.tasks.findLast((one) => one.department === values.department && !isEnded(one));
  return row && task ? { row, task } : null;
}

const urge: Order = (values, standing) => {
  const found = given(values, standing);
  if (found === null) return null;
  const about = { incident: found.row.id, task: found.task.id, text: said(values, 'text') };
  return prepare(urgeTask, about);
};

const verify: Order = (values, standing) => {
  const found = given(values, standing);
  if (found === null) return null;
  return prepare(verifyTask, { incident: found.row.id, task: found.task.id }, found.row.revision);
};

const accept: Order = (values, { task }) => {
  const row = task(said(values, 'task'));
  return row ? prepare(acceptTask, { incident: row.incident, task: row.id }, row.revision) : null;
};

const start: Order = (values, { task }) => {
  const row = task(said(values, 'task'));
  return row ? prepare(startTask, { incident: row.incident, task: row.id }, row.revision) : null;
};

const object: Order = (values, { task }) => {
  const row = task(said(values, 'task'));
  if (row === undefined) return null;
  const about = { incident: row.incident, task: row.id, reason: said(values, 'text') };
  return prepare(objectToTask, about, row.revision);
};

const progress: Order = (values, { task }) => {
  const row = task(said(values, 'task'));
  if (row === undefined) return null;
  const note = said(values, 'text');
  return prepare(reportProgress, { incident: row.incident, task: row.id, note });
};

const finish: Order = (values, { task }) => {
  const row = task(said(values, 'task'));
  if (row === undefined) return null;
  const about = { incident: row.incident, task: row.id, note: said(values, 'text') };
  return prepare(finishTask, about, row.revision);
};

export const taskOrders = {
  assign,
  urge,
  verify,
  accept,
  start,
  object,
  progress,
  finish,
} as const;

import { longText, textFault } from '../../check.ts';
import { type Rejection, reject } from '../../rejection.ts';
import type { Decision, IncidentContext } from '../context.ts';
import { type Incident, isOpenTask, isUnanswered, type Task } from '../incident.ts';
import { assignTasks } from './assign.ts';
import type { OneTaskCommand, TaskCommand } from './commands.ts';
import { escalateAfter, newDeadlines } from './deadlines.ts';
import {
  changeDeadlines,
  reassign,
  recordOverdue,
  statusFault,
  transferLead,
  uphold,
  urge,
} from './direct.ts';
import type { TaskEvent } from './events.ts';

type Of<T extends OneTaskCommand['type']> = Extract<OneTaskCommand, { type: T }>['data'];

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
  command: TaskCommand,
  incident: Incident,
  context: IncidentContext,
): Decision {
  if (command.type === 'AssignTasks') return assignTasks(command.data.tasks, incident, context);
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
      return uphold(command.data, task, incident, context);
    case 'RejectObjection': {
      const { acknowledgeBy } = newDeadlines({}, true, incident, context);
      const deadlines = { acknowledgeBy, ...escalateAfter(context) };
      return record(
        { type: 'ObjectionRejected', data: { ...command.data, ...deadlines } },
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
        { type: 'TaskReturned', data: { ...command.data, finishBy: task.finishBy } },
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
    case 'ReassignTask':
      return reassign(command.data, task, incident, context);
    case 'ChangeTaskDeadlines':
      return changeDeadlines(command.data, task, context);
    case 'UrgeTask':
      return urge(command.data, task);
    case 'TransferLead':
      return transferLead(command.data, task, incident);
    case 'RecordOverdue':
      return recordOverdue(command.data, task);
  }
}

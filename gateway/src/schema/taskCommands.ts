import { commandTask } from '../commands/carryOut.ts';
import type { CommandInput } from '../commands/commandMeta.ts';
import { uuidFault } from '../commands/ids.ts';
import type { RequestContext } from '../context.ts';
import type { TaskAction } from '../rules/index.ts';
import { builder } from './builder.ts';
import { CommandInputType, CommandResult } from './commandResult.ts';

interface OnTask {
  readonly command: CommandInput;
  readonly incident: string;
  readonly task: string;
}
type TaskCommand = Parameters<typeof commandTask>[3];

const send = (
  context: RequestContext,
  action: TaskAction,
  { command: input, incident, task }: OnTask,
  command: TaskCommand,
) =>
  commandTask(context, { action, input, fault: uuidFault({ incident, task }) }, incident, command);

/** Commands that say nothing but which task. */
const plain = {
  recordDelivery: 'RecordDelivery',
  recordSeen: 'RecordSeen',
  acceptTask: 'AcceptTask',
  startTask: 'StartTask',
  verifyTask: 'VerifyTask',
} as const satisfies Partial<Record<TaskAction, TaskCommand['type']>>;

/** Commands that give a reason. */
const reasoned = {
  objectToTask: 'ObjectToTask',
  rejectObjection: 'RejectObjection',
  returnTask: 'ReturnTask',
  cancelTask: 'CancelTask',
} as const satisfies Partial<Record<TaskAction, TaskCommand['type']>>;

/** Commands that carry a note. */
const noted = {
  upholdObjection: 'UpholdObjection',
  reportProgress: 'ReportProgress',
  finishTask: 'FinishTask',
} as const satisfies Partial<Record<TaskAction, TaskCommand['type']>>;

const entries = <K extends string, V>(record: Readonly<Record<K, V>>) =>
  Object.entries(record) as [K, V][];

for (const [action, type] of entries(plain)) {
  builder.mutationField(action, (t) =>
    t.field({
      type: CommandResult,
      args: {
        command: t.arg({ type: CommandInputType }),
        incident: t.arg.id(),
        task: t.arg.id(),
      },
      resolve: (_root, args, context) =>
        send(context, action, args, { type, data: { task: args.task } }),
    }),
  );
}

for (const [action, type] of entries(reasoned)) {
  builder.mutationField(action, (t) =>
    t.field({
      type: CommandResult,
      args: {
        command: t.arg({ type: CommandInputType }),
        incident: t.arg.id(),
        task: t.arg.id(),
        reason: t.arg.string(),
      },
      resolve: (_root, args, context) =>
        send(context, action, args, { type, data: { task: args.task, reason: args.reason } }),
    }),
  );
}

for (const [action, type] of entries(noted)) {
  builder.mutationField(action, (t) =>
    t.field({
      type: CommandResult,
      args: {
        command: t.arg({ type: CommandInputType }),
        incident: t.arg.id(),
        task: t.arg.id(),
        note: t.arg.string(),
      },
      resolve: (_root, args, context) =>
        send(context, action, args, { type, data: { task: args.task, note: args.note } }),
    }),
  );
}

import { commandTask } from '../commands/carryOut.ts';
import type { CommandInput } from '../commands/commandMeta.ts';
import { nameFault, uuidFault } from '../commands/ids.ts';
import type { RequestContext } from '../context.ts';
import type { TaskAction } from '../rules/index.ts';
import { builder } from './builder.ts';
import { CommandInputType, CommandResult } from './commandResult.ts';
import { given } from './given.ts';

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
  department?: { readonly department?: string | null } | { readonly next?: string | null },
) => {
  const fault = uuidFault({ incident, task }) ?? nameFault({ ...department });
  return commandTask(context, { action, input, fault }, incident, command);
};

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
  transferLead: 'TransferLead',
} as const satisfies Partial<Record<TaskAction, TaskCommand['type']>>;

/** Commands that carry a note. */
const noted = {
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

builder.mutationFields((t) => {
  const about = {
    command: t.arg({ type: CommandInputType }),
    incident: t.arg.id(),
    task: t.arg.id(),
  };
  const within = {
    acknowledgeWithin: t.arg.int({ required: false, description: 'Seconds.' }),
    finishWithin: t.arg.int({ required: false, description: 'Seconds.' }),
  };
  return {
    upholdObjection: t.field({
      type: CommandResult,
      args: {
        ...about,
        note: t.arg.string(),
        next: t.arg.id({
          required: false,
          description: 'The department that gets the task instead; left out, it is cancelled.',
        }),
      },
      resolve: (_root, args, context) => {
        const { task, note, next } = args;
        const data = { task, note, ...given({ next }) };
        const command = { type: 'UpholdObjection', data } as const;
        return send(context, 'upholdObjection', args, command, { next });
      },
    }),
    reassignTask: t.field({
      type: CommandResult,
      args: { ...about, department: t.arg.id(), reason: t.arg.string(), ...within },
      resolve: (_root, args, context) => {
        const { task, department, reason, acknowledgeWithin, finishWithin } = args;
        const data = { task, department, reason, ...given({ acknowledgeWithin, finishWithin }) };
        const command = { type: 'ReassignTask', data } as const;
        return send(context, 'reassignTask', args, command, { department });
      },
    }),
    changeTaskDeadlines: t.field({
      type: CommandResult,
      args: {
        ...about,
        acknowledgeBy: t.arg.string({ required: false, description: 'ISO 8601.' }),
        finishBy: t.arg.string({ required: false, description: 'ISO 8601.' }),
        reason: t.arg.string(),
      },
      resolve: (_root, args, context) => {
        const { task, acknowledgeBy, finishBy, reason } = args;
        const data = { task, reason, ...given({ acknowledgeBy, finishBy }) };
        return send(context, 'changeTaskDeadlines', args, { type: 'ChangeTaskDeadlines', data });
      },
    }),
    urgeTask: t.field({
      type: CommandResult,
      args: { ...about, text: t.arg.string() },
      resolve: (_root, args, context) => {
        const { task, text } = args;
        return send(context, 'urgeTask', args, { type: 'UrgeTask', data: { task, text } });
      },
    }),
  };
});

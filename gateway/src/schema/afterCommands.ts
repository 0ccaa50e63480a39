import type { AfterCommand, Incident } from '@tocsin/domain';
import { commandIncident } from '../commands/carryOut.ts';
import type { CommandInput } from '../commands/commandMeta.ts';
import { nameFault, uuidFault } from '../commands/ids.ts';
import type { RequestContext } from '../context.ts';
import { type afterActions, departmentSubject, type Subject } from '../rules/index.ts';
import { SeverityEnum } from './after.ts';
import { builder } from './builder.ts';
import { holderOf } from './commandCommands.ts';
import { CommandInputType, CommandResult } from './commandResult.ts';
import { given } from './given.ts';

interface OnAction {
  readonly command: CommandInput;
  readonly incident: string;
  readonly action: string;
}

/** A corrective action is the affair of the department that it was given to. */
const subjectOf =
  (action: string, viewersOwn: string) =>
  (state: Incident): Subject =>
    departmentSubject(state.city, state.actions.get(action)?.department ?? viewersOwn);

const send = (
  context: RequestContext,
  name: (typeof afterActions)[number],
  { command: input, incident, action }: OnAction,
  command: AfterCommand,
) => {
  const own = context.viewer?.department ?? '';
  const fault = uuidFault({ incident, action });
  const order = { action: name, input, fault, subjectOf: subjectOf(action, own) };
  return commandIncident(context, order, incident, command);
};

const AssignActionInput = builder.inputType('AssignActionInput', {
  fields: (t) => ({
    action: t.id({ description: 'A UUID drawn by the client.' }),
    finding: t.id(),
    department: t.id(),
    owner: t.id({ required: false, description: 'The account of whoever sees to it.' }),
    text: t.string(),
    dueBy: t.field({ type: 'DateTime' }),
  }),
});

builder.mutationFields((t) => {
  const about = { command: t.arg({ type: CommandInputType }), incident: t.arg.id() };
  const onAction = { ...about, action: t.arg.id() };
  return {
    recordFinding: t.field({
      type: CommandResult,
      args: {
        ...about,
        finding: t.arg.id(),
        text: t.arg.string(),
        severity: t.arg({ type: SeverityEnum, required: false }),
      },
      resolve: (_root, { command: input, incident, finding, text, severity }, context) => {
        const fault = uuidFault({ incident, finding });
        const order = { action: 'recordFinding', input, fault } as const;
        const data = { finding, text, ...given({ severity }) };
        return commandIncident(context, order, incident, { type: 'RecordFinding', data });
      },
    }),
    assignAction: t.field({
      type: CommandResult,
      args: { ...about, assign: t.arg({ type: AssignActionInput }) },
      resolve: async (_root, { command: input, incident, assign }, context) => {
        const { owner: account, ...facts } = assign;
        const { action, finding, department } = facts;
        const holder = account ? await holderOf(context, account, 'owner.account') : undefined;
        const wrong = holder && 'rejected' in holder ? holder : undefined;
        const owner =
          holder && !('rejected' in holder)
            ? { owner: { account: holder.account, name: holder.name } }
            : {};
        const fault =
          uuidFault({ incident, action, finding }) ?? nameFault({ department }) ?? wrong;
        const order = { action: 'assignAction', input, fault } as const;
        const data = { ...facts, ...owner };
        return commandIncident(context, order, incident, { type: 'AssignAction', data });
      },
    }),
    reportAction: t.field({
      type: CommandResult,
      args: { ...onAction, note: t.arg.string() },
      resolve: (_root, { note, ...args }, context) =>
        send(context, 'reportAction', args, {
          type: 'ReportAction',
          data: { action: args.action, note },
        }),
    }),
    finishAction: t.field({
      type: CommandResult,
      args: { ...onAction, note: t.arg.string() },
      resolve: (_root, { note, ...args }, context) =>
        send(context, 'finishAction', args, {
          type: 'FinishAction',
          data: { action: args.action, note },
        }),
    }),
    verifyAction: t.field({
      type: CommandResult,
      args: onAction,
      resolve: (_root, args, context) =>
        send(context, 'verifyAction', args, {
          type: 'VerifyAction',
          data: { action: args.action },
        }),
    }),
    returnAction: t.field({
      type: CommandResult,
      args: {
        ...onAction,
        reason: t.arg.string(),
        dueBy: t.arg({
          type: 'DateTime',
          required: false,
          description: 'Left out: as it was.',
        }),
      },
      resolve: (_root, { reason, dueBy, ...args }, context) =>
        send(context, 'returnAction', args, {
          type: 'ReturnAction',
          data: { action: args.action, reason, ...given({ dueBy }) },
        }),
    }),
    cancelAction: t.field({
      type: CommandResult,
      args: { ...onAction, reason: t.arg.string() },
      resolve: (_root, { reason, ...args }, context) =>
        send(context, 'cancelAction', args, {
          type: 'CancelAction',
          data: { action: args.action, reason },
        }),
    }),
  };
});

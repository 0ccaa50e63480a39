import { type Rejection, type RoleHolder, reject } from '@tocsin/domain';
import { commandIncident } from '../commands/carryOut.ts';
import { nameFault, uuidFault } from '../commands/ids.ts';
import type { RequestContext } from '../context.ts';
import { builder } from './builder.ts';
import { CommandInputType, CommandResult } from './commandResult.ts';
import { CommandRoleEnum } from './enums.ts';

/** The person under that account, as the log names them, or what is wrong. */
export async function holderOf(
  { parts }: RequestContext,
  account: string,
  field: string,
): Promise<RoleHolder | Rejection> {
  const fault = nameFault({ [field]: account });
  if (fault) return fault;
  const person = await parts.store.readPerson(account);
  if (!person || person.account === '') return reject('unknownPerson', {}, field);
  const { name, department } = person;
  return department === undefined ? { account, name } : { account, name, department };
}

const nobody: RoleHolder = { account: '', name: '' };

const AttachmentInput = builder.inputType('AttachmentInput', {
  fields: (t) => ({
    attachment: t.id({ description: 'A UUID drawn by the client.' }),
    name: t.string(),
    mediaType: t.string({ description: 'Such as image/jpeg.' }),
    bytes: t.float({ description: 'How many, up to 2^50.' }),
    sha256: t.string({ description: 'Of the content: 64 hexadecimal digits in lower case.' }),
    uri: t.string({ description: '`https://…`, or `file-store:` and the id there.' }),
  }),
});

builder.mutationFields((t) => {
  const about = { command: t.arg({ type: CommandInputType }), incident: t.arg.id() };
  return {
    takeCommand: t.field({
      type: CommandResult,
      args: about,
      resolve: (_root, { command: input, incident }, context) => {
        const order = { action: 'takeCommand', input, fault: uuidFault({ incident }) } as const;
        return commandIncident(context, order, incident, { type: 'TakeCommand', data: {} });
      },
    }),
    assignRole: t.field({
      type: CommandResult,
      args: { ...about, role: t.arg({ type: CommandRoleEnum }), account: t.arg.id() },
      resolve: async (_root, { command: input, incident, role, account }, context) => {
        const holder = await holderOf(context, account, 'account');
        const wrong = 'rejected' in holder ? holder : undefined;
        const fault = uuidFault({ incident }) ?? wrong;
        const data = { role, ...('rejected' in holder ? nobody : holder) };
        const order = { action: 'assignRole', input, fault } as const;
        return commandIncident(context, order, incident, { type: 'AssignRole', data });
      },
    }),
    relieveRole: t.field({
      type: CommandResult,
      args: { ...about, role: t.arg({ type: CommandRoleEnum }), reason: t.arg.string() },
      resolve: (_root, { command: input, incident, role, reason }, context) => {
        const order = { action: 'relieveRole', input, fault: uuidFault({ incident }) } as const;
        const data = { role, reason };
        return commandIncident(context, order, incident, { type: 'RelieveRole', data });
      },
    }),
    transferCommand: t.field({
      type: CommandResult,
      args: { ...about, to: t.arg.id(), briefing: t.arg.string() },
      resolve: async (_root, { command: input, incident, to, briefing }, context) => {
        const holder = await holderOf(context, to, 'to');
        const wrong = 'rejected' in holder ? holder : undefined;
        const fault = uuidFault({ incident }) ?? wrong;
        const data = { to: 'rejected' in holder ? nobody : holder, briefing };
        const order = { action: 'transferCommand', input, fault } as const;
        return commandIncident(context, order, incident, { type: 'TransferCommand', data });
      },
    }),
    reportSituation: t.field({
      type: CommandResult,
      args: { ...about, sitrep: t.arg.id(), text: t.arg.string() },
      resolve: (_root, { command: input, incident, sitrep, text }, context) => {
        const fault = uuidFault({ incident, sitrep });
        const order = { action: 'reportSituation', input, fault } as const;
        const data = { sitrep, text };
        return commandIncident(context, order, incident, { type: 'ReportSituation', data });
      },
    }),
    addAttachment: t.field({
      type: CommandResult,
      args: { ...about, attachment: t.arg({ type: AttachmentInput }) },
      resolve: (_root, { command: input, incident, attachment: data }, context) => {
        const fault = uuidFault({ incident, attachment: data.attachment });
        const order = { action: 'addAttachment', input, fault } as const;
        return commandIncident(context, order, incident, { type: 'AddAttachment', data });
      },
    }),
    strikeEntry: t.field({
      type: CommandResult,
      args: { ...about, revision: t.arg({ type: 'Revision' }), reason: t.arg.string() },
      resolve: (_root, { command: input, incident, revision, reason }, context) => {
        const order = { action: 'strikeEntry', input, fault: uuidFault({ incident }) } as const;
        const data = { revision: Number(revision), reason };
        return commandIncident(context, order, incident, { type: 'StrikeEntry', data });
      },
    }),
  };
});

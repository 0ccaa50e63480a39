import {
  type Department,
  type DutyCommand,
  type Person,
  type Rejection,
  reject,
} from '@tocsin/domain';
import { commandStream } from '../commands/carryOut.ts';
import type { CommandInput } from '../commands/commandMeta.ts';
import { nameFault, uuidFault } from '../commands/ids.ts';
import { type RequestContext, signedIn } from '../context.ts';
import { mayBeOnDuty, openWork } from '../onDuty.ts';
import { departmentSubject, type StreamAction } from '../rules/index.ts';
import { builder } from './builder.ts';
import { CommandInputType, CommandResult } from './commandResult.ts';
import { DutyRoleEnum } from './duty.ts';

interface About {
  readonly command: CommandInput;
  readonly city: string;
  readonly department: string;
}

/** Sends a command to a department's duty desk. */
function commandDesk(
  context: RequestContext,
  action: StreamAction,
  { command: input, city, department }: About,
  command: DutyCommand,
  fault?: Rejection,
) {
  const wrong = nameFault({ city, department }) ?? fault;
  const order = { action, input, fault: wrong, subject: departmentSubject(city, department) };
  return commandStream(context, order, 'duty', `${city}.${department}`, command);
}

async function departmentOf(
  { parts }: RequestContext,
  { city, department }: About,
): Promise<Department | undefined> {
  return (await parts.store.readCity(city))?.departments.get(department);
}

/** What stands against a person's being on duty at a desk; an unknown desk is the decider's affair. */
function dutyFault(
  person: Person | undefined,
  { city, department }: About,
  desk: Department | undefined,
  field: string,
): Rejection | undefined {
  if (!person?.account) return reject('unknownPerson', {}, field);
  if (!desk || mayBeOnDuty(person, city, desk)) return undefined;
  return reject('mayNotTakeDuty', { account: person.account, department }, field);
}

const noWork = {
  position: '0',
  counts: { incidents: 0, tasks: 0, actions: 0 },
  incidents: [],
  tasks: [],
  actions: [],
};

builder.mutationFields((t) => {
  const about = {
    command: t.arg({ type: CommandInputType }),
    city: t.arg.id(),
    department: t.arg.id(),
  };
  const role = t.arg({ type: DutyRoleEnum });
  return {
    takeDuty: t.field({
      type: CommandResult,
      args: { ...about, role },
      resolve: async (_root, { role, ...to }, context) => {
        const { account, name } = signedIn(context);
        const person = await context.parts.store.readPerson(account);
        const fault = dutyFault(person, to, await departmentOf(context, to), 'department');
        const { city, department } = to;
        const data = { city, department, account, name, role };
        return commandDesk(context, 'takeDuty', to, { type: 'TakeDuty', data }, fault);
      },
    }),
    endDuty: t.field({
      type: CommandResult,
      args: { ...about, role },
      resolve: (_root, { role, ...to }, context) => {
        const { account } = signedIn(context);
        const end = { type: 'EndDuty', data: { account, role } } as const;
        return commandDesk(context, 'endDuty', to, end);
      },
    }),
    relieveDuty: t.field({
      type: CommandResult,
      description: 'Ends somebody’s duty who is gone without having ended it.',
      args: { ...about, role, account: t.arg.id(), reason: t.arg.string() },
      resolve: (_root, { role, account, reason, ...to }, context) => {
        const relieve = { type: 'RelieveDuty', data: { account, role, reason } } as const;
        return commandDesk(context, 'relieveDuty', to, relieve, nameFault({ account }));
      },
    }),
    handOverShift: t.field({
      type: CommandResult,
      description: 'Offers the shift to somebody, with a note and the list of what is open now.',
      args: { ...about, role, handover: t.arg.id(), to: t.arg.id(), note: t.arg.string() },
      resolve: async (_root, { role, handover, to: receiver, note, ...to }, context) => {
        const { account, name } = signedIn(context);
        const desk = await departmentOf(context, to);
        const wrong = uuidFault({ handover }) ?? nameFault({ to: receiver });
        const person = wrong ? undefined : await context.parts.store.readPerson(receiver);
        const fault = wrong ?? dutyFault(person, to, desk, 'to');
        const open = fault || !desk ? noWork : await openWork(context.parts.pool, to.city, desk);
        const data = {
          handover,
          role,
          from: { account, name },
          to: { account: receiver, name: person?.name ?? receiver },
          note,
          open,
        };
        return commandDesk(context, 'handOverShift', to, { type: 'HandOverShift', data }, fault);
      },
    }),
    acceptHandover: t.field({
      type: CommandResult,
      args: { ...about, handover: t.arg.id() },
      resolve: (_root, { handover, ...to }, context) => {
        const { account } = signedIn(context);
        const accept = { type: 'AcceptHandover', data: { handover, account } } as const;
        return commandDesk(context, 'acceptHandover', to, accept, uuidFault({ handover }));
      },
    }),
    withdrawHandover: t.field({
      type: CommandResult,
      args: { ...about, handover: t.arg.id() },
      resolve: (_root, { handover, ...to }, context) => {
        const { account } = signedIn(context);
        const withdraw = { type: 'WithdrawHandover', data: { handover, account } } as const;
        return commandDesk(context, 'withdrawHandover', to, withdraw, uuidFault({ handover }));
      },
    }),
  };
});

import { commandUnit } from '../commands/carryOut.ts';
import { nameFault, uuidFault } from '../commands/ids.ts';
import { builder } from './builder.ts';
import { CommandInputType, CommandResult } from './commandResult.ts';
import { given } from './given.ts';

/** Whether a unit can be sent, and where it is: duty, reserve, position, accountability, the way home. */
builder.mutationFields((t) => {
  const about = { command: t.arg({ type: CommandInputType }), unit: t.arg.id() };
  return {
    goOnDuty: t.field({
      type: CommandResult,
      args: about,
      resolve: (_root, { command: input, unit }, context) => {
        const order = { action: 'goOnDuty', input, fault: nameFault({ unit }) } as const;
        return commandUnit(context, order, unit, { type: 'GoOnDuty', data: {} });
      },
    }),
    goOffDuty: t.field({
      type: CommandResult,
      args: { ...about, reason: t.arg.string() },
      resolve: (_root, { command: input, unit, reason }, context) => {
        const order = { action: 'goOffDuty', input, fault: nameFault({ unit }) } as const;
        return commandUnit(context, order, unit, { type: 'GoOffDuty', data: { reason } });
      },
    }),
    reportPosition: t.field({
      type: CommandResult,
      description: 'What is older than the last position, or says nothing new, is passed over.',
      args: {
        ...about,
        lon: t.arg.float(),
        lat: t.arg.float(),
        at: t.arg({ type: 'DateTime', required: false, description: 'Left out: now.' }),
        accuracy: t.arg.float({ required: false, description: 'Metres.' }),
      },
      resolve: (_root, { command: input, unit, lon, lat, ...rest }, context) => {
        const order = { action: 'reportPosition', input, fault: nameFault({ unit }) } as const;
        const data = { lon, lat, ...given(rest) };
        return commandUnit(context, order, unit, { type: 'ReportPosition', data });
      },
    }),
    holdInReserve: t.field({
      type: CommandResult,
      args: {
        ...about,
        reason: t.arg.string(),
        until: t.arg({ type: 'DateTime', required: false }),
      },
      resolve: (_root, { command: input, unit, reason, until }, context) => {
        const order = { action: 'holdInReserve', input, fault: nameFault({ unit }) } as const;
        const data = { reason, ...given({ until }) };
        return commandUnit(context, order, unit, { type: 'HoldInReserve', data });
      },
    }),
    releaseFromReserve: t.field({
      type: CommandResult,
      args: { ...about, reason: t.arg.string({ required: false }) },
      resolve: (_root, { command: input, unit, reason }, context) => {
        const order = { action: 'releaseFromReserve', input, fault: nameFault({ unit }) } as const;
        const data = given({ reason });
        return commandUnit(context, order, unit, { type: 'ReleaseFromReserve', data });
      },
    }),
    confirmPar: t.field({
      type: CommandResult,
      description: 'Everybody of the unit on scene is accounted for.',
      args: {
        ...about,
        assignment: t.arg.id(),
        persons: t.arg.int({ required: false }),
        note: t.arg.string({ required: false }),
      },
      resolve: (_root, { command: input, unit, assignment, persons, note }, context) => {
        const fault = nameFault({ unit }) ?? uuidFault({ assignment });
        const order = { action: 'confirmPar', input, fault } as const;
        const data = { assignment, ...given({ persons, note }) };
        return commandUnit(context, order, unit, { type: 'ConfirmPar', data });
      },
    }),
    returnUnit: t.field({
      type: CommandResult,
      description: 'Sends a lent unit home; it must have nothing left to do.',
      args: { ...about, reason: t.arg.string() },
      resolve: (_root, { command: input, unit, reason }, context) => {
        const order = { action: 'returnUnit', input, fault: nameFault({ unit }) } as const;
        return commandUnit(context, order, unit, { type: 'ReturnUnit', data: { reason } });
      },
    }),
  };
});

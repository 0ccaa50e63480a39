import type { Area, WarningLevel, WarningStatus } from '@tocsin/domain';
import type { WarningRow, WarningStep } from '@tocsin/projections/queries';
import { commandStream } from '../commands/carryOut.ts';
import { uuidFault } from '../commands/ids.ts';
import { citySubject } from '../rules/index.ts';
import { ActorType } from './actor.ts';
import { AreaInput, AreaType } from './area.ts';
import { builder } from './builder.ts';
import { CommandInputType, CommandResult } from './commandResult.ts';
import { enumOf } from './enums.ts';
import { given } from './given.ts';
import { streamBoardFields } from './streamBoard.ts';

export const WarningLevelEnum = enumOf<WarningLevel>('WarningLevel')(
  'red',
  'orange',
  'yellow',
  'blue',
);
const WarningStatusEnum = enumOf<WarningStatus>('WarningStatus')('inForce', 'lifted', 'expired');

const WarningStepType = builder.objectRef<WarningStep>('WarningStep').implement({
  description: 'What happened to a warning: only what that step said.',
  fields: (t) => ({
    type: t.exposeString('type'),
    by: t.expose('by', { type: ActorType }),
    at: t.expose('at', { type: 'DateTime' }),
    level: t.expose('level', { type: WarningLevelEnum, nullable: true }),
    until: t.expose('until', { type: 'DateTime', nullable: true }),
    reason: t.exposeString('reason', { nullable: true }),
  }),
});

export const WarningRowType = builder.objectRef<WarningRow>('WarningRow').implement({
  fields: (t) => ({
    id: t.exposeID('id'),
    city: t.exposeID('city'),
    hazard: t.exposeString('hazard'),
    level: t.expose('level', { type: WarningLevelEnum }),
    status: t.expose('status', { type: WarningStatusEnum }),
    area: t.expose('area', { type: AreaType }),
    from: t.expose('from', { type: 'DateTime' }),
    until: t.expose('until', { type: 'DateTime' }),
    impact: t.exposeString('impact'),
    advice: t.exposeString('advice'),
    issuer: t.exposeString('issuer'),
    issuedAt: t.expose('issuedAt', { type: 'DateTime' }),
    endedAt: t.expose('endedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When it was lifted or expired.',
    }),
    exercise: t.exposeBoolean('exercise'),
    history: t.field({
      type: [WarningStepType],
      description: 'Its issue, then the last adjustments.',
      resolve: ({ history }) => [...history],
    }),
    revision: t.expose('revision', { type: 'Revision' }),
    position: t.expose('position', { type: 'Position' }),
  }),
});

streamBoardFields({ board: 'warning', name: 'Warning', query: 'warnings', row: WarningRowType });

const WarningInput = builder.inputType('WarningInput', {
  fields: (t) => ({
    warning: t.id({ description: 'A UUID drawn by the client.' }),
    city: t.id(),
    hazard: t.string(),
    level: t.field({ type: WarningLevelEnum }),
    area: t.field({ type: AreaInput }),
    from: t.field({ type: 'DateTime' }),
    until: t.field({ type: 'DateTime' }),
    impact: t.string(),
    advice: t.string(),
    issuer: t.string(),
    exercise: t.boolean({ required: false }),
  }),
});

const WarningChangeInput = builder.inputType('WarningChangeInput', {
  description: 'What changes; what is left out stays.',
  fields: (t) => ({
    level: t.field({ type: WarningLevelEnum, required: false }),
    area: t.field({ type: AreaInput, required: false }),
    from: t.field({ type: 'DateTime', required: false }),
    until: t.field({ type: 'DateTime', required: false }),
    impact: t.string({ required: false }),
    advice: t.string({ required: false }),
  }),
});

builder.mutationFields((t) => {
  const command = t.arg({ type: CommandInputType });
  const about = { command, city: t.arg.id(), warning: t.arg.id(), reason: t.arg.string() };
  return {
    issueWarning: t.field({
      type: CommandResult,
      args: { command, warning: t.arg({ type: WarningInput }) },
      resolve: (_root, { command: input, warning: facts }, context) => {
        const { exercise, area, ...rest } = facts;
        const order = {
          action: 'issueWarning',
          input,
          fault: uuidFault({ warning: facts.warning }),
          subject: citySubject(facts.city),
        } as const;
        const data = { ...rest, area: given(area) as Area, ...given({ exercise }) };
        const issue = { type: 'IssueWarning', data } as const;
        return commandStream(context, order, 'warning', facts.warning, issue);
      },
    }),
    adjustWarning: t.field({
      type: CommandResult,
      args: { ...about, change: t.arg({ type: WarningChangeInput }) },
      resolve: (_root, { command: input, city, warning, reason, change }, context) => {
        const { area, ...rest } = given(change);
        const order = {
          action: 'adjustWarning',
          input,
          fault: uuidFault({ warning }),
          subject: citySubject(city),
        } as const;
        const data = { ...rest, ...(area ? { area: given(area) as Area } : {}), reason };
        const adjust = { type: 'AdjustWarning', data } as const;
        return commandStream(context, order, 'warning', warning, adjust);
      },
    }),
    liftWarning: t.field({
      type: CommandResult,
      args: about,
      resolve: (_root, { command: input, city, warning, reason }, context) => {
        const order = {
          action: 'liftWarning',
          input,
          fault: uuidFault({ warning }),
          subject: citySubject(city),
        } as const;
        const lift = { type: 'LiftWarning', data: { reason } } as const;
        return commandStream(context, order, 'warning', warning, lift);
      },
    }),
  };
});

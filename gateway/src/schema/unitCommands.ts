import { type CommitmentStage, reject, type Stage } from '@tocsin/domain';
import { commandUnit } from '../commands/carryOut.ts';
import { nameFault, uuidFault } from '../commands/ids.ts';
import { builder } from './builder.ts';
import { CommandInputType, CommandResult } from './commandResult.ts';
import { StageEnum } from './enums.ts';
import { given } from './given.ts';
import { RecommendationInput } from './recommendation.ts';

type Reachable = Exclude<Stage, 'dispatched'>;
const reachable: readonly Reachable[] = [
  'enRoute',
  'onScene',
  'transporting',
  'atDestination',
  'cleared',
];
const reachableAs = (stage: CommitmentStage): Reachable | undefined =>
  reachable.find((one) => one === stage);

const shown = (input: typeof RecommendationInput.$inferInput | null | undefined) =>
  input && {
    ...input,
    considered: input.considered.map(({ seconds, ...one }) => ({ ...one, ...given({ seconds }) })),
  };

builder.mutationFields((t) => {
  const about = {
    command: t.arg({ type: CommandInputType }),
    unit: t.arg.id(),
    assignment: t.arg.id(),
  };
  return {
    dispatchUnit: t.field({
      type: CommandResult,
      args: {
        ...about,
        incident: t.arg.id(),
        task: t.arg.id({ required: false }),
        request: t.arg.id({ required: false, description: 'The unit request that it answers.' }),
        stack: t.arg.boolean({ required: false, defaultValue: false }),
        recommendation: t.arg({ type: RecommendationInput, required: false }),
        fromReserve: t.arg.boolean({
          required: false,
          description: 'Send it although it is held in reserve; needs a reason.',
        }),
        reason: t.arg.string({
          required: false,
          description: 'Why another than the recommended unit, or one in reserve.',
        }),
      },
      resolve: (_root, { command: input, unit, ...dispatch }, context) => {
        const { assignment, incident, task, request, stack, fromReserve, reason } = dispatch;
        const fault = nameFault({ unit }) ?? uuidFault({ assignment, incident, task, request });
        const recommendation = shown(dispatch.recommendation);
        const grounds = given({ recommendation, fromReserve, reason });
        const data = { assignment, incident, ...given({ task, request, stack }), ...grounds };
        const order = { action: 'dispatchUnit', input, fault } as const;
        return commandUnit(context, order, unit, { type: 'DispatchUnit', data });
      },
    }),
    activateAssignment: t.field({
      type: CommandResult,
      args: about,
      resolve: (_root, { command: input, unit, assignment }, context) => {
        const fault = nameFault({ unit }) ?? uuidFault({ assignment });
        const order = { action: 'activateAssignment', input, fault } as const;
        const data = { assignment };
        return commandUnit(context, order, unit, { type: 'ActivateAssignment', data });
      },
    }),
    recordStage: t.field({
      type: CommandResult,
      args: { ...about, stage: t.arg({ type: StageEnum }) },
      resolve: (_root, { command: input, unit, assignment, stage }, context) => {
        const reached = reachableAs(stage);
        const fault =
          nameFault({ unit }) ??
          uuidFault({ assignment }) ??
          (reached ? undefined : reject('notOneOf', { allowed: reachable.join(', ') }, 'stage'));
        const order = { action: 'recordStage', input, fault } as const;
        const data = { assignment, stage: reached ?? 'enRoute' };
        return commandUnit(context, order, unit, { type: 'RecordStage', data });
      },
    }),
    cancelAssignment: t.field({
      type: CommandResult,
      args: { ...about, reason: t.arg.string() },
      resolve: (_root, { command: input, unit, assignment, reason }, context) => {
        const fault = nameFault({ unit }) ?? uuidFault({ assignment });
        const order = { action: 'cancelAssignment', input, fault } as const;
        const data = { assignment, reason };
        return commandUnit(context, order, unit, { type: 'CancelAssignment', data });
      },
    }),
  };
});

import type { IncidentCommand, WantedParts } from '@tocsin/domain';
import { commandIncident } from '../commands/carryOut.ts';
import { nameFault, uuidFault } from '../commands/ids.ts';
import { builder } from './builder.ts';
import { CommandInputType, CommandResult } from './commandResult.ts';
import { CommandRoleEnum, LanguageEnum } from './enums.ts';
import { given } from './given.ts';

const PlanPartsInput = builder.inputType('PlanPartsInput', {
  description: 'Ids of what is wanted of the plan; a list left out: none of that kind.',
  fields: (t) => ({
    tasks: t.idList({ required: false }),
    units: t.idList({ required: false }),
    roles: t.field({ type: [CommandRoleEnum], required: false }),
    checklist: t.idList({ required: false }),
  }),
});

const ApplyPlanInput = builder.inputType('ApplyPlanInput', {
  fields: (t) => ({
    application: t.id({ description: 'A UUID drawn by the client.' }),
    plan: t.id(),
    version: t.int({ description: 'The version that was looked at.' }),
    language: t.field({
      type: LanguageEnum,
      required: false,
      description: 'Of the instructions; left out: the request’s.',
    }),
    parts: t.field({
      type: PlanPartsInput,
      required: false,
      description: 'Left out: the whole plan.',
    }),
  }),
});

builder.mutationFields((t) => {
  const about = { command: t.arg({ type: CommandInputType }), incident: t.arg.id() };
  const onItem = { ...about, plan: t.arg.id(), item: t.arg.id() };
  return {
    applyPlan: t.field({
      type: CommandResult,
      args: { ...about, apply: t.arg({ type: ApplyPlanInput }) },
      resolve: (_root, { command: input, incident, apply }, context) => {
        const { application, plan, version, language, parts } = apply;
        const fault = uuidFault({ incident, application }) ?? nameFault({ plan });
        const order = { action: 'applyPlan', input, fault } as const;
        const wanted: { parts?: WantedParts } = parts ? { parts: given(parts) } : {};
        const said = language ? (language === 'en' ? 'en' : 'zh') : context.language;
        const data = { application, plan, version, language: said, ...wanted };
        return commandIncident(context, order, incident, { type: 'ApplyPlan', data });
      },
    }),
    requestUnits: t.field({
      type: CommandResult,
      args: {
        ...about,
        request: t.arg.id(),
        capability: t.arg.id(),
        count: t.arg.int(),
        note: t.arg.string({ required: false }),
      },
      resolve: (_root, { command: input, incident, note, ...wanted }, context) => {
        const { request, capability } = wanted;
        const fault = uuidFault({ incident, request }) ?? nameFault({ capability });
        const order = { action: 'requestUnits', input, fault } as const;
        const data = { ...wanted, ...given({ note }) };
        return commandIncident(context, order, incident, { type: 'RequestUnits', data });
      },
    }),
    withdrawUnitRequest: t.field({
      type: CommandResult,
      args: { ...about, request: t.arg.id(), reason: t.arg.string() },
      resolve: (_root, { command: input, incident, request, reason }, context) => {
        const fault = uuidFault({ incident, request });
        const order = { action: 'withdrawUnitRequest', input, fault } as const;
        const command: IncidentCommand = { type: 'WithdrawUnitRequest', data: { request, reason } };
        return commandIncident(context, order, incident, command);
      },
    }),
    tickChecklistItem: t.field({
      type: CommandResult,
      args: onItem,
      resolve: (_root, { command: input, incident, plan, item }, context) => {
        const fault = uuidFault({ incident }) ?? nameFault({ plan, item });
        const order = { action: 'tickChecklistItem', input, fault } as const;
        const command: IncidentCommand = { type: 'TickChecklistItem', data: { plan, item } };
        return commandIncident(context, order, incident, command);
      },
    }),
    untickChecklistItem: t.field({
      type: CommandResult,
      args: onItem,
      resolve: (_root, { command: input, incident, plan, item }, context) => {
        const fault = uuidFault({ incident }) ?? nameFault({ plan, item });
        const order = { action: 'untickChecklistItem', input, fault } as const;
        const command: IncidentCommand = { type: 'UntickChecklistItem', data: { plan, item } };
        return commandIncident(context, order, incident, command);
      },
    }),
  };
});

import { commandIncident } from '../commands/carryOut.ts';
import { nameFault, uuidFault } from '../commands/ids.ts';
import { builder } from './builder.ts';
import { CommandInputType, CommandResult } from './commandResult.ts';

const OfferedUnitInput = builder.inputType('OfferedUnitInput', {
  fields: (t) => ({
    callSign: t.string(),
    department: t.id({ description: 'The department of this city that it works with.' }),
    kind: t.string(),
  }),
});

builder.mutationFields((t) => {
  const about = {
    command: t.arg({ type: CommandInputType }),
    incident: t.arg.id(),
    request: t.arg.id({ description: 'A UUID drawn by who asks.' }),
  };
  return {
    requestMutualAid: t.field({
      type: CommandResult,
      args: {
        ...about,
        jurisdiction: t.arg.id(),
        capability: t.arg.id(),
        count: t.arg.int(),
        reason: t.arg.string(),
      },
      resolve: (_root, { command: input, incident, ...data }, context) => {
        const { request, jurisdiction, capability } = data;
        const fault = uuidFault({ incident, request }) ?? nameFault({ jurisdiction, capability });
        const order = { action: 'requestMutualAid', input, fault } as const;
        return commandIncident(context, order, incident, { type: 'RequestMutualAid', data });
      },
    }),
    answerMutualAid: t.field({
      type: CommandResult,
      description: 'Granted with the units that come, or declined with the reason in the note.',
      args: {
        ...about,
        granted: t.arg.boolean(),
        units: t.arg({ type: [OfferedUnitInput] }),
        note: t.arg.string(),
      },
      resolve: (_root, { command: input, incident, ...data }, context) => {
        const fault = uuidFault({ incident, request: data.request });
        const order = { action: 'answerMutualAid', input, fault } as const;
        return commandIncident(context, order, incident, { type: 'AnswerMutualAid', data });
      },
    }),
    endMutualAid: t.field({
      type: CommandResult,
      args: { ...about, reason: t.arg.string() },
      resolve: (_root, { command: input, incident, ...data }, context) => {
        const fault = uuidFault({ incident, request: data.request });
        const order = { action: 'endMutualAid', input, fault } as const;
        return commandIncident(context, order, incident, { type: 'EndMutualAid', data });
      },
    }),
  };
});

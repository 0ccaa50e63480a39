import { commandIncident } from '../commands/carryOut.ts';
import { nameFault, uuidFault } from '../commands/ids.ts';
import { builder } from './builder.ts';
import { CommandInputType, CommandResult } from './commandResult.ts';
import { TaskPartEnum } from './enums.ts';

const DecisionTaskInput = builder.inputType('DecisionTaskInput', {
  description: 'The task that a decision becomes at once.',
  fields: (t) => ({
    task: t.id({ description: 'A UUID drawn by the client.' }),
    department: t.id(),
    part: t.field({ type: TaskPartEnum }),
    instruction: t.string(),
  }),
});

builder.mutationFields((t) => {
  const about = { command: t.arg({ type: CommandInputType }), incident: t.arg.id() };
  const inIt = { ...about, consultation: t.arg.id() };
  return {
    openConsultation: t.field({
      type: CommandResult,
      args: { ...inIt, topic: t.arg.string(), participants: t.arg.idList() },
      resolve: (_root, args, context) => {
        const { command: input, incident, consultation, topic, participants } = args;
        const names = participants.map((one, index) => [`participants[${index}]`, one]);
        const fault = uuidFault({ incident, consultation }) ?? nameFault(Object.fromEntries(names));
        const order = { action: 'openConsultation', input, fault } as const;
        const data = { consultation, topic, participants };
        return commandIncident(context, order, incident, { type: 'OpenConsultation', data });
      },
    }),
    joinConsultation: t.field({
      type: CommandResult,
      args: inIt,
      resolve: (_root, { command: input, incident, consultation }, context) => {
        const fault = uuidFault({ incident, consultation });
        const order = { action: 'joinConsultation', input, fault } as const;
        const data = { consultation };
        return commandIncident(context, order, incident, { type: 'JoinConsultation', data });
      },
    }),
    recordDecision: t.field({
      type: CommandResult,
      args: {
        ...inIt,
        decision: t.arg.id(),
        text: t.arg.string(),
        becomes: t.arg({ type: DecisionTaskInput, required: false }),
      },
      resolve: (_root, args, context) => {
        const { command: input, incident, consultation, decision, text, becomes } = args;
        const fault =
          uuidFault({ incident, consultation, decision, 'becomes.task': becomes?.task }) ??
          nameFault({ 'becomes.department': becomes?.department });
        const order = { action: 'recordDecision', input, fault } as const;
        const data = { consultation, decision, text, ...(becomes ? { becomes } : {}) };
        return commandIncident(context, order, incident, { type: 'RecordDecision', data });
      },
    }),
    closeConsultation: t.field({
      type: CommandResult,
      args: { ...inIt, summary: t.arg.string() },
      resolve: (_root, { command: input, incident, consultation, summary }, context) => {
        const fault = uuidFault({ incident, consultation });
        const order = { action: 'closeConsultation', input, fault } as const;
        const data = { consultation, summary };
        return commandIncident(context, order, incident, { type: 'CloseConsultation', data });
      },
    }),
  };
});

import { commandIncident } from '../commands/carryOut.ts';
import { uuidFault } from '../commands/ids.ts';
import { builder } from './builder.ts';
import { CommandInputType, CommandResult } from './commandResult.ts';

builder.mutationFields((t) => {
  const about = { command: t.arg({ type: CommandInputType }), incident: t.arg.id() };
  return {
    mergeIncident: t.field({
      type: CommandResult,
      args: { ...about, into: t.arg.id(), reason: t.arg.string() },
      resolve: (_root, { command: input, incident, into, reason }, context) => {
        const order = {
          action: 'mergeIncident',
          input,
          fault: uuidFault({ incident, into }),
        } as const;
        const data = { into, reason };
        return commandIncident(context, order, incident, { type: 'MergeIncident', data });
      },
    }),
    undoMerge: t.field({
      type: CommandResult,
      args: { ...about, reason: t.arg.string() },
      resolve: (_root, { command: input, incident, reason }, context) => {
        const order = { action: 'undoMerge', input, fault: uuidFault({ incident }) } as const;
        const data = { reason };
        return commandIncident(context, order, incident, { type: 'UndoMerge', data });
      },
    }),
  };
});

import { isHeld, type LegalHold } from '@tocsin/domain';
import { commandIncident } from '../commands/carryOut.ts';
import { uuidFault } from '../commands/ids.ts';
import { EvidenceType } from './actor.ts';
import { builder } from './builder.ts';
import { CommandInputType, CommandResult } from './commandResult.ts';
import { fromRecord } from './evidence.ts';
import { IncidentViewType } from './incident.ts';

const LegalHoldType = builder.objectRef<LegalHold>('LegalHold').implement({
  description: 'Until it is lifted, the record is not archived and nothing in it is erased.',
  fields: (t) => ({
    id: t.exposeID('id'),
    reason: t.exposeString('reason'),
    placed: t.field({ type: EvidenceType, resolve: (hold) => hold }),
    lifted: t.field({
      type: EvidenceType,
      nullable: true,
      resolve: ({ lifted }) => fromRecord(lifted),
    }),
  }),
});

builder.objectFields(IncidentViewType, (t) => ({
  held: t.boolean({ resolve: ({ state }) => isHeld(state) }),
  holds: t.field({
    type: [LegalHoldType],
    description: 'As they were placed, those that were lifted as well.',
    resolve: ({ state }) => [...state.holds.values()],
  }),
  archived: t.field({
    type: EvidenceType,
    nullable: true,
    description: 'When the last signed copy of it was made.',
    resolve: ({ state }) => fromRecord(state.archived),
  }),
}));

builder.mutationFields((t) => {
  const args = {
    command: t.arg({ type: CommandInputType }),
    incident: t.arg.id(),
    hold: t.arg.id(),
    reason: t.arg.string(),
  };
  return {
    placeLegalHold: t.field({
      type: CommandResult,
      args,
      resolve: (_root, { command: input, incident, hold, reason }, context) => {
        const fault = uuidFault({ incident, hold });
        const order = { action: 'placeLegalHold', input, fault } as const;
        const data = { hold, reason };
        return commandIncident(context, order, incident, { type: 'PlaceLegalHold', data });
      },
    }),
    liftLegalHold: t.field({
      type: CommandResult,
      args,
      resolve: (_root, { command: input, incident, hold, reason }, context) => {
        const fault = uuidFault({ incident, hold });
        const order = { action: 'liftLegalHold', input, fault } as const;
        const data = { hold, reason };
        return commandIncident(context, order, incident, { type: 'LiftLegalHold', data });
      },
    }),
  };
});

import { type Incident, isHeld, type LegalHold } from '@tocsin/domain';
import { commandIncident } from '../commands/carryOut.ts';
import { uuidFault } from '../commands/ids.ts';
import { signedIn } from '../context.ts';
import { refuse } from '../operation/refusal.ts';
import { incidentSubject } from '../rules/index.ts';
import { EvidenceType } from './actor.ts';
import { demand, demandIds } from './board.ts';
import { builder } from './builder.ts';
import { CommandInputType, CommandResult } from './commandResult.ts';
import { fromRecord } from './evidence.ts';

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

const RetentionType = builder.objectRef<Incident>('Retention').implement({
  description: 'What keeps an incident’s record, without the record.',
  fields: (t) => ({
    incident: t.id({ resolve: ({ id }) => id }),
    held: t.boolean({ resolve: isHeld }),
    holds: t.field({
      type: [LegalHoldType],
      description: 'As they were placed, those that were lifted as well.',
      resolve: ({ holds }) => [...holds.values()],
    }),
    archived: t.field({
      type: EvidenceType,
      nullable: true,
      description: 'When the last signed copy of it was made.',
      resolve: ({ archived }) => fromRecord(archived),
    }),
  }),
});

builder.queryField('retention', (t) =>
  t.field({
    type: RetentionType,
    description: 'For whoever may place a hold, also where they may not read the record.',
    args: { incident: t.arg.id() },
    resolve: async (_root, { incident: id }, context) => {
      signedIn(context);
      demandIds({ incident: id });
      const state = (await context.parts.store.readIncident(id))?.state;
      if (!state || state.status === 'none') return refuse('unknownIncident', {}, 'incident');
      demand(context, 'placeLegalHold', incidentSubject(state));
      return state;
    },
  }),
);

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

import type { SupplyCommitment, SupplyRequest } from '@tocsin/domain';
import { commandIncident } from '../commands/carryOut.ts';
import { nameFault, uuidFault } from '../commands/ids.ts';
import { EvidenceType } from './actor.ts';
import { builder } from './builder.ts';
import { CommandInputType, CommandResult } from './commandResult.ts';
import { enumOf } from './enums.ts';
import { fromRecord } from './evidence.ts';
import { given } from './given.ts';
import { IncidentViewType } from './incident.ts';

const SupplyRequestStatusEnum = enumOf<SupplyRequest['status']>('SupplyRequestStatus')(
  'open',
  'cancelled',
  'ended',
);

const SupplyCommitmentType = builder.objectRef<SupplyCommitment>('SupplyCommitment').implement({
  fields: (t) => ({
    commitment: t.exposeID('commitment'),
    depot: t.exposeID('depot', { description: 'The id of the depot’s row.' }),
    committed: t.exposeInt('committed', { description: 'Still reserved.' }),
    issued: t.exposeInt('issued', { description: 'All that ever went out.' }),
    returned: t.exposeInt('returned'),
    consumed: t.exposeInt('consumed'),
    returnable: t.exposeBoolean('returnable', {
      nullable: true,
      description: 'It is to come back; known once something went out.',
    }),
  }),
});

const SupplyDeclineType = builder
  .objectRef<SupplyRequest['declined'][number]>('SupplyDecline')
  .implement({
    fields: (t) => ({
      depot: t.exposeID('depot'),
      reason: t.exposeString('reason'),
      declined: t.field({ type: EvidenceType, resolve: (decline) => decline }),
    }),
  });

const SupplyRequestType = builder.objectRef<SupplyRequest>('SupplyRequest').implement({
  fields: (t) => ({
    id: t.exposeID('id'),
    item: t.exposeID('item'),
    quantity: t.exposeInt('quantity'),
    note: t.exposeString('note'),
    depot: t.exposeID('depot', {
      nullable: true,
      description: 'The one depot that was asked; null: all of the city’s.',
    }),
    status: t.expose('status', { type: SupplyRequestStatusEnum }),
    requested: t.expose('requested', { type: EvidenceType }),
    cancelled: t.field({
      type: EvidenceType,
      nullable: true,
      resolve: ({ cancelled }) => fromRecord(cancelled),
    }),
    declined: t.field({ type: [SupplyDeclineType], resolve: ({ declined }) => [...declined] }),
    commitments: t.field({
      type: [SupplyCommitmentType],
      resolve: ({ commitments }) => [...commitments.values()],
    }),
  }),
});

builder.objectField(IncidentViewType, 'supplies', (t) =>
  t.field({
    type: [SupplyRequestType],
    description: 'What was asked of the depots, and what became of it.',
    resolve: ({ state }) => [...state.supplies.values()],
  }),
);

const SupplyRequestInput = builder.inputType('SupplyRequestInput', {
  fields: (t) => ({
    request: t.id({ description: 'A UUID drawn by the client.' }),
    item: t.id(),
    quantity: t.int(),
    note: t.string({ required: false }),
    depot: t.id({
      required: false,
      description: 'The id of a depot’s row; left out: all the city’s depots are asked.',
    }),
  }),
});

builder.mutationFields((t) => {
  const about = { command: t.arg({ type: CommandInputType }), incident: t.arg.id() };
  return {
    requestSupplies: t.field({
      type: CommandResult,
      args: { ...about, supplies: t.arg({ type: SupplyRequestInput }) },
      resolve: (_root, { command: input, incident, supplies }, context) => {
        const { request, item, quantity, note, depot } = supplies;
        const fault = uuidFault({ incident, request }) ?? nameFault({ item, depot });
        const order = { action: 'requestSupplies', input, fault } as const;
        const data = { request, item, quantity, note: note ?? '', ...given({ depot }) };
        return commandIncident(context, order, incident, { type: 'RequestSupplies', data });
      },
    }),
    cancelSupplyRequest: t.field({
      type: CommandResult,
      args: { ...about, request: t.arg.id(), reason: t.arg.string() },
      resolve: (_root, { command: input, incident, request, reason }, context) => {
        const fault = uuidFault({ incident, request });
        const order = { action: 'cancelSupplyRequest', input, fault } as const;
        const data = { request, reason };
        return commandIncident(context, order, incident, { type: 'CancelSupplyRequest', data });
      },
    }),
  };
});

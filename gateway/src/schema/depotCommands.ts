import type { LotQuantity, WriteOffReason } from '@tocsin/domain';
import { commandDepot, depotOf } from '../commands/commandDepot.ts';
import { nameFault, uuidFault } from '../commands/ids.ts';
import { builder } from './builder.ts';
import { CommandInputType, CommandResult } from './commandResult.ts';
import { enumOf } from './enums.ts';
import { given } from './given.ts';

const WriteOffReasonEnum = enumOf<WriteOffReason>('WriteOffReason')('expired', 'damaged', 'lost');

const LotQuantityInput = builder.inputType('LotQuantityInput', {
  fields: (t) => ({ lot: t.id(), quantity: t.int() }),
});

const ReplenishInput = builder.inputType('ReplenishInput', {
  fields: (t) => ({
    item: t.id(),
    lot: t.id(),
    quantity: t.int(),
    expires: t.string({
      required: false,
      description: 'The last day on which it may be used, YYYY-MM-DD.',
    }),
    note: t.string({ required: false }),
  }),
});

const StockMovementInput = builder.inputType('StockMovementInput', {
  fields: (t) => ({
    commitment: t.id({ description: 'For a commitment to be made: a UUID drawn by the client.' }),
    quantity: t.int(),
    lots: t.field({
      type: [LotQuantityInput],
      required: false,
      description: 'Left out: in the order in which they expire.',
    }),
    note: t.string({ required: false }),
  }),
});

interface MovementInput {
  readonly commitment: string;
  readonly quantity: number;
  readonly lots?: readonly LotQuantity[] | null;
  readonly note?: string | null;
}

const movementOf = ({ commitment, quantity, lots, note }: MovementInput) => ({
  commitment,
  quantity,
  note: note ?? '',
  ...given({ lots }),
});

builder.mutationFields((t) => {
  const about = {
    command: t.arg({ type: CommandInputType }),
    depot: t.arg.id({ description: 'The id of the depot’s row.' }),
  };
  const moving = { ...about, movement: t.arg({ type: StockMovementInput }) };
  const onLot = { ...about, item: t.arg.id(), lot: t.arg.id() };
  return {
    replenishStock: t.field({
      type: CommandResult,
      args: { ...about, replenish: t.arg({ type: ReplenishInput }) },
      resolve: (_root, { command: input, depot, replenish }, context) => {
        const { item, lot, quantity, expires, note } = replenish;
        const fault = nameFault({ depot, item });
        const facts = { item, lot, quantity, note: note ?? '', ...given({ expires }) };
        const order = { action: 'replenishStock', input, fault } as const;
        const data = { ...facts, ...depotOf(depot) };
        return commandDepot(context, order, depot, { type: 'ReplenishStock', data });
      },
    }),
    countStock: t.field({
      type: CommandResult,
      args: { ...onLot, counted: t.arg.int(), reason: t.arg.string() },
      resolve: (_root, { command: input, depot, item, lot, counted, reason }, context) => {
        const order = {
          action: 'countStock',
          input,
          fault: nameFault({ depot, item, lot }),
        } as const;
        const data = { item, lot, counted, reason };
        return commandDepot(context, order, depot, { type: 'CountStock', data });
      },
    }),
    writeOffStock: t.field({
      type: CommandResult,
      args: {
        ...onLot,
        quantity: t.arg.int(),
        reason: t.arg({ type: WriteOffReasonEnum }),
        note: t.arg.string({ required: false }),
      },
      resolve: (_root, { command: input, depot, item, lot, quantity, reason, note }, context) => {
        const fault = nameFault({ depot, item, lot });
        const order = { action: 'writeOffStock', input, fault } as const;
        const data = { item, lot, quantity, reason, note: note ?? '' };
        return commandDepot(context, order, depot, { type: 'WriteOffStock', data });
      },
    }),
    commitStock: t.field({
      type: CommandResult,
      args: { ...moving, request: t.arg.id() },
      resolve: (_root, { command: input, depot, movement, request }, context) => {
        const { commitment } = movement;
        const fault = nameFault({ depot }) ?? uuidFault({ commitment, request });
        const order = { action: 'commitStock', input, fault } as const;
        const data = { ...movementOf(movement), request };
        return commandDepot(context, order, depot, { type: 'CommitStock', data });
      },
    }),
    releaseCommitment: t.field({
      type: CommandResult,
      args: { ...about, commitment: t.arg.id(), quantity: t.arg.int(), reason: t.arg.string() },
      resolve: (_root, { command: input, depot, commitment, quantity, reason }, context) => {
        const fault = nameFault({ depot }) ?? uuidFault({ commitment });
        const order = { action: 'releaseCommitment', input, fault } as const;
        const data = { commitment, quantity, reason };
        return commandDepot(context, order, depot, { type: 'ReleaseCommitment', data });
      },
    }),
    issueStock: t.field({
      type: CommandResult,
      args: moving,
      resolve: (_root, { command: input, depot, movement }, context) => {
        const fault = nameFault({ depot }) ?? uuidFault({ commitment: movement.commitment });
        const order = { action: 'issueStock', input, fault } as const;
        const data = movementOf(movement);
        return commandDepot(context, order, depot, { type: 'IssueStock', data });
      },
    }),
    returnStock: t.field({
      type: CommandResult,
      args: moving,
      resolve: (_root, { command: input, depot, movement }, context) => {
        const fault = nameFault({ depot }) ?? uuidFault({ commitment: movement.commitment });
        const order = { action: 'returnStock', input, fault } as const;
        const data = movementOf(movement);
        return commandDepot(context, order, depot, { type: 'ReturnStock', data });
      },
    }),
    consumeStock: t.field({
      type: CommandResult,
      args: moving,
      resolve: (_root, { command: input, depot, movement }, context) => {
        const fault = nameFault({ depot }) ?? uuidFault({ commitment: movement.commitment });
        const order = { action: 'consumeStock', input, fault } as const;
        const data = movementOf(movement);
        return commandDepot(context, order, depot, { type: 'ConsumeStock', data });
      },
    }),
    declineSupplyRequest: t.field({
      type: CommandResult,
      args: { ...about, request: t.arg.id(), reason: t.arg.string() },
      resolve: (_root, { command: input, depot, request, reason }, context) => {
        const fault = nameFault({ depot }) ?? uuidFault({ request });
        const order = { action: 'declineSupplyRequest', input, fault } as const;
        const data = { request, reason };
        return commandDepot(context, order, depot, { type: 'DeclineRequest', data });
      },
    }),
  };
});

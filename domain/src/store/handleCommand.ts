import { timeFault } from '../check.ts';
import type { Fact } from '../fact.ts';
import type { Desk } from './desk.ts';
import { digestOf } from './digest.ts';
import { moment } from './observe.ts';
import type { Order } from './order.ts';
import { rejected, reused } from './outcomes.ts';
import { settle } from './settle.ts';
import type { Outcome } from './store.ts';
import { queueUp } from './waiting.ts';

/**
 * Decides a command on a stream and appends its events, once. Idempotent by command id; decided
 * again when the stream moved on; an answer that is not an append is given only on a state that
 * was just read. On a stream in the cache an accepted command costs one round trip.
 */
export async function handleCommand<State, C extends Fact, E extends Fact, X>(
  desk: Desk,
  order: Order<State, C, E, X>,
): Promise<Outcome> {
  const begun = moment();
  const outcome = await carryOut(desk, order);
  const { aggregate, command, meta } = order;
  const { kind } = aggregate;
  const told = { kind, type: command.type, meta, outcome: outcome.kind, begun, ended: moment() };
  for (const observer of desk.observers) observer.commanded?.(told);
  return outcome;
}

async function carryOut<State, C extends Fact, E extends Fact, X>(
  desk: Desk,
  order: Order<State, C, E, X>,
): Promise<Outcome> {
  const { aggregate, id, command, meta } = order;
  const stream = aggregate.prefix + id;
  const fault = timeFault(meta.occurredAt, desk.clock().toISOString(), 'occurredAt');
  if (fault) return rejected(fault);
  const elsewhere = desk.recentCommands.get(meta.commandId);
  if (elsewhere !== undefined && elsewhere !== stream) return reused();
  const digest = await digestOf(desk.keys, id, command);
  return queueUp(desk, stream, order, digest, (waiting) => settle(desk, stream, waiting));
}

import { canonicalHash } from '../codec/hash.ts';
import type { Fact } from '../fact.ts';
import { type CommandMeta, revision } from '../metadata.ts';
import { isRejection, type Rejection, reject } from '../rejection.ts';
import type { Aggregate } from './aggregate.ts';
import { appendDecided } from './appendDecided.ts';
import { conflictSince } from './conflict.ts';
import { cachedStream, type Desk, refresh } from './desk.ts';
import { StoreError } from './errors.ts';
import type { Guard, Outcome } from './store.ts';
import type { StreamState } from './streamState.ts';

/** Attempts at one command before giving up; each decides anew on the newest state. */
const mostAttempts = 12;
/** A clock that runs ahead of ours by this much is still believed. */
const clockSkewMs = 5_000;

export interface Order<State, Command, Event extends Fact, Context> {
  readonly aggregate: Aggregate<State, Command, Event, Context>;
  readonly id: string;
  readonly command: Command;
  readonly meta: CommandMeta;
  readonly guard?: Guard<State> | undefined;
  readonly context: (state: State, now: string) => Context | Promise<Context>;
}

/**
 * Decides a command on a stream and appends its events, once. Idempotent by command id; decided
 * again when the stream moved on; an answer that is not an append is given only on a state that
 * was just read. On a stream in the cache an accepted command costs one round trip.
 */
export async function handleCommand<State, C, E extends Fact, X>(
  desk: Desk,
  order: Order<State, C, E, X>,
): Promise<Outcome> {
  const { aggregate, id, command, meta } = order;
  const stream = aggregate.prefix + id;
  const fault = timeFault(meta, desk.clock());
  if (fault) return rejected(fault);
  const elsewhere = desk.recentCommands.get(meta.commandId);
  if (elsewhere !== undefined && elsewhere !== stream) return reused();
  const digest = canonicalHash(command);
  return desk.lock.run(stream, () => settle(desk, order, stream, digest));
}

const rejected = (rejection: Rejection): Outcome => ({ kind: 'rejected', rejection });
const reused = (): Outcome => rejected(reject('commandIdReused', {}, 'command.id'));

function timeFault({ occurredAt }: CommandMeta, now: Date): Rejection | undefined {
  if (occurredAt === undefined) return undefined;
  const time = Date.parse(occurredAt);
  if (Number.isNaN(time)) return reject('notATime', { value: occurredAt }, 'occurredAt');
  if (time <= now.getTime() + clockSkewMs) return undefined;
  return reject('inTheFuture', { value: occurredAt, now: now.toISOString() }, 'occurredAt');
}

async function settle<State, C, E extends Fact, X>(
  desk: Desk,
  order: Order<State, C, E, X>,
  stream: string,
  digest: string,
): Promise<Outcome> {
  const { decider } = order.aggregate;
  const meta = { ...order.meta, digest };
  const cached = desk.readFirst ? undefined : cachedStream<State>(desk, stream);
  let known = cached ?? (await refresh(desk, decider, stream));
  let fresh = cached === undefined;
  for (let attempt = 1; attempt <= mostAttempts; attempt += 1) {
    const repeated = answerAgain(known, order.meta.commandId, digest);
    if (repeated) return repeated;
    const decided = await decideOn(desk, order, stream, known);
    if (!('kind' in decided)) {
      const outcome = await appendDecided(desk, decider, stream, meta, known, decided);
      if (outcome) return outcome;
    } else if (fresh) return decided;
    known = await refresh(desk, decider, stream);
    fresh = true;
  }
  throw new StoreError('STORE_CONTENDED', `${stream} is written to by too many at once`);
}

function answerAgain(
  known: StreamState<unknown>,
  commandId: string,
  digest: string,
): Outcome | undefined {
  const prior = known.answers.get(commandId);
  if (!prior) return undefined;
  if (prior.digest !== digest) return reused();
  const { revision: at, position, events } = prior;
  return { kind: 'accepted', revision: at, position, events, repeated: true };
}

/** The events to append, or an answer that needs none. */
async function decideOn<State, C, E extends Fact, X>(
  desk: Desk,
  { aggregate, command, meta, guard, context }: Order<State, C, E, X>,
  stream: string,
  known: StreamState<State>,
): Promise<readonly E[] | Outcome> {
  const refused = guard?.(known.state);
  if (refused) return rejected(refused);
  const { decider } = aggregate;
  const { expectedRevision: expected } = meta;
  if (expected !== undefined && expected !== known.revision) {
    const conflict = await conflictSince(desk, decider, stream, command, expected, known.revision);
    if (conflict) return conflict;
  }
  const facts = await context(known.state, desk.clock().toISOString());
  const decision = decider.decide(command, known.state, facts);
  if (isRejection(decision)) return rejected(decision);
  if (decision.length > 0 || known.position === undefined) return decision;
  const { position } = known;
  return {
    kind: 'accepted',
    revision: revision(known.revision),
    position,
    events: 0,
    repeated: false,
  };
}

import { setTimeout as sleep } from 'node:timers/promises';
import { timeFault } from '../check.ts';
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

/**
 * How long a command is tried, each time decided anew on the newest state, in milliseconds. Not
 * counted in attempts: whoever has to read first loses every race against one who needn't.
 */
const patienceMs = 10_000;
/** The longest pause before another attempt; it grows, and is drawn so that two don't keep step. */
const longestPauseMs = 64;

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
  const fault = timeFault(meta.occurredAt, desk.clock().toISOString(), 'occurredAt');
  if (fault) return rejected(fault);
  const elsewhere = desk.recentCommands.get(meta.commandId);
  if (elsewhere !== undefined && elsewhere !== stream) return reused();
  const digest = canonicalHash(command);
  return desk.lock.run(stream, () => settle(desk, order, stream, digest));
}

const rejected = (rejection: Rejection): Outcome => ({ kind: 'rejected', rejection });
const reused = (): Outcome => rejected(reject('commandIdReused', {}, 'command.id'));

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
  const giveUpAt = performance.now() + patienceMs;
  for (let attempt = 1; performance.now() < giveUpAt; attempt += 1) {
    if (attempt > 2) await sleep(Math.random() * Math.min(2 ** attempt, longestPauseMs));
    if (attempt > 1) known = await refresh(desk, decider, stream);
    const fresh = attempt > 1 || cached === undefined;
    const repeated = answerAgain(known, order.meta.commandId, digest);
    if (repeated) return repeated;
    const decided = await decideOn(desk, order, stream, known);
    if (!('kind' in decided)) {
      const outcome = await appendDecided(desk, decider, stream, meta, known, decided);
      if (outcome) return outcome;
    } else if (fresh) return decided;
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

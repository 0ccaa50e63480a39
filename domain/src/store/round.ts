import type { Fact } from '../fact.ts';
import { revision } from '../metadata.ts';
import { isRejection } from '../rejection.ts';
import { type Composed, compose } from './composed.ts';
import { conflictSince } from './conflict.ts';
import type { Desk } from './desk.ts';
import { rejected, reused } from './outcomes.ts';
import type { Outcome } from './store.ts';
import type { StreamState } from './streamState.ts';
import type { Waiting } from './waiting.ts';

/** Appended together at the most: commands, and characters of what they record. */
const mostCommands = 64;
const mostCharacters = 256 * 1024;

export interface Decided<State, C, E extends Fact, X> {
  readonly one: Waiting<State, C, E, X>;
  readonly composed: Composed<State, E>;
}

export interface Round<State, C, E extends Fact, X> {
  /** To be appended, each decided on the state after the ones before it. */
  readonly group: readonly Decided<State, C, E, X>[];
  /** Not answered: whatever is no append is answered only on a state that stands in the log. */
  readonly later: readonly Waiting<State, C, E, X>[];
}

/** The stream as it is known. `fresh`: nothing is newer than what was just read or appended. */
export interface KnownStream<State> {
  readonly known: StreamState<State>;
  readonly fresh: boolean;
}

/** Decides what waits, in order, and answers what needs no append. */
export async function decideRound<State, C, E extends Fact, X>(
  desk: Desk,
  stream: string,
  { known, fresh }: KnownStream<State>,
  open: readonly Waiting<State, C, E, X>[],
): Promise<Round<State, C, E, X>> {
  const group: Decided<State, C, E, X>[] = [];
  const later: Waiting<State, C, E, X>[] = [];
  let characters = 0;
  for (const one of open) {
    const repeated = answerAgain(known, one);
    if (repeated) {
      one.answer(repeated);
      continue;
    }
    if (group.length >= mostCommands || characters > mostCharacters || isTwin(group, one)) {
      later.push(one);
      continue;
    }
    try {
      const decided = await decideOn(desk, stream, known, group, one);
      if ('composed' in decided) {
        group.push(decided);
        if (open.length > 1) characters += sizeOf(decided.composed);
      } else if (fresh && group.length === 0) one.answer(decided);
      else later.push(one);
    } catch (cause) {
      one.fail(cause);
    }
  }
  return { group, later };
}

const sizeOf = <State, E extends Fact>({ encoded }: Composed<State, E>): number =>
  encoded.reduce(
    (sum, { data, metadataJson }) => sum + JSON.stringify(data).length + metadataJson.length,
    0,
  );

/** The same command stands in the group already: it gets its answer once that is appended. */
const isTwin = <State, C, E extends Fact, X>(
  group: readonly Decided<State, C, E, X>[],
  { order }: Waiting<State, C, E, X>,
): boolean => group.some(({ one }) => one.order.meta.commandId === order.meta.commandId);

function answerAgain<State, C, E extends Fact, X>(
  { answers }: StreamState<State>,
  { order, digest }: Waiting<State, C, E, X>,
): Outcome | undefined {
  const prior = answers.get(order.meta.commandId);
  if (!prior) return undefined;
  if (!digest.isOf(prior.digest)) return reused();
  const { revision: at, position, events } = prior;
  return { kind: 'accepted', revision: at, position, events, repeated: true };
}

/** What is to be appended, or an answer that needs no append. */
async function decideOn<State, C, E extends Fact, X>(
  desk: Desk,
  stream: string,
  known: StreamState<State>,
  group: readonly Decided<State, C, E, X>[],
  one: Waiting<State, C, E, X>,
): Promise<Decided<State, C, E, X> | Outcome> {
  const { aggregate, command, meta, guard, context } = one.order;
  const { decider } = aggregate;
  const working = group.at(-1)?.composed.after ?? known;
  const refused = guard?.(working.state);
  if (refused) return rejected(refused);
  const { expectedRevision: expected } = meta;
  if (expected !== undefined && expected !== working.revision) {
    const conflict = await conflictSince(desk, decider, stream, command, expected, known.revision);
    if (conflict) return conflict;
    // What the group is about to record is in the log only when it was appended: decided again then.
    const ahead = group.flatMap(({ composed }) => composed.recorded);
    if (ahead.some((event) => decider.touches(command, event)))
      return { kind: 'conflict', expected, actual: revision(working.revision), meanwhile: [] };
  }
  const now = desk.clock();
  const decision = decider.decide(
    command,
    working.state,
    await context(working.state, now.toISOString()),
  );
  if (isRejection(decision)) return rejected(decision);
  const { position } = known;
  if (decision.length === 0 && position !== undefined) {
    const at = revision(known.revision);
    return { kind: 'accepted', revision: at, position, events: 0, repeated: false };
  }
  const digested = { ...meta, digest: one.digest.digest };
  const keys = { keys: desk.keys, key: one.digest.key };
  const composed = compose(decider, stream, digested, working, decision, desk.clock(), keys);
  return { one, composed };
}

import { type EncodedEvent, encode } from '../codec/encode.ts';
import type { Decider } from '../decider.ts';
import type { Fact } from '../fact.ts';
import type { CommandMeta, Recorded } from '../metadata.ts';
import type { Digest } from './digest.ts';
import { type Keys, protectedEvent } from './protect.ts';
import type { StreamState } from './streamState.ts';

export type DigestedMeta = CommandMeta & Pick<Digest, 'digest'>;

/** A command's events in the form they are appended in, and the stream as it is after them. */
export interface Composed<State, E extends Fact> {
  readonly meta: DigestedMeta;
  readonly encoded: readonly EncodedEvent[];
  readonly recorded: readonly Recorded<E>[];
  readonly after: StreamState<State>;
}

/** Gives what was decided on a state its metadata, chained by hash to what stands before it. */
export function compose<State, C, E extends Fact, X>(
  decider: Decider<State, C, E, X>,
  stream: string,
  meta: DigestedMeta,
  known: StreamState<State>,
  events: readonly E[],
  now: Date,
  keys: Keys,
): Composed<State, E> {
  const recordedAt = now.toISOString();
  const occurredAt =
    meta.occurredAt === undefined ? recordedAt : new Date(meta.occurredAt).toISOString();
  let { state, hash } = known;
  const encoded: EncodedEvent[] = [];
  const recorded: Recorded<E>[] = [];
  for (const [index, event] of events.entries()) {
    const common = {
      commandId: meta.commandId,
      commandDigest: meta.digest,
      correlationId: meta.correlationId ?? meta.commandId,
      causationId: meta.causationId ?? meta.commandId,
      actor: meta.actor,
      occurredAt,
      recordedAt,
      exercise: decider.exercise?.(state, event) ?? false,
    };
    const at = known.revision + 1n + BigInt(index);
    const kept = protectedEvent(event, keys);
    const one = encode(kept, common, { stream, revision: at, index, previousHash: hash });
    encoded.push(one.encoded);
    recorded.push(one.recorded);
    state = decider.evolve(state, one.recorded);
    hash = one.recorded.meta.hash;
  }
  const revision = known.revision + BigInt(events.length);
  return { meta, encoded, recorded, after: { ...known, state, revision, hash } };
}

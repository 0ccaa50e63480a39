import { setTimeout as sleep } from 'node:timers/promises';
import { WrongExpectedVersionError } from '@eventstore/db-client';
import { encode } from '../codec/encode.ts';
import type { Decider } from '../decider.ts';
import type { Fact } from '../fact.ts';
import { type CommandMeta, type Position, revision } from '../metadata.ts';
import type { Desk } from './desk.ts';
import type { Outcome } from './store.ts';
import type { StreamState } from './streamState.ts';

/** Before looking what became of an append whose answer was lost. */
const lostAnswerPauseMs = 20;

/**
 * Appends what was decided on a state right after it, chained by hash. Undefined when the stream
 * had moved on or the answer got lost: the client fails every pending append of the process with
 * one, so what is on disk is then read, not guessed.
 */
export async function appendDecided<State, C, E extends Fact, X>(
  desk: Desk,
  decider: Decider<State, C, E, X>,
  stream: string,
  meta: CommandMeta & { readonly digest: string },
  known: StreamState<State>,
  events: readonly E[],
): Promise<Outcome | undefined> {
  const recordedAt = desk.clock().toISOString();
  const occurredAt =
    meta.occurredAt === undefined ? recordedAt : new Date(meta.occurredAt).toISOString();
  let { state, hash } = known;
  const encoded = events.map((event, index) => {
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
    const place = { stream, revision: at, index, previousHash: hash };
    const one = encode(event, common, place);
    state = decider.evolve(state, one.recorded);
    hash = one.recorded.meta.hash;
    return one.encoded;
  });
  let position: Position;
  try {
    position = await desk.connection.append(stream, encoded, known.revision);
  } catch (cause) {
    if (!(cause instanceof WrongExpectedVersionError)) await sleep(lostAnswerPauseMs);
    return undefined;
  }
  const at = revision(known.revision + BigInt(events.length));
  const { answers } = known;
  answers.set(meta.commandId, {
    digest: meta.digest,
    revision: at,
    position,
    events: events.length,
  });
  desk.streams.set(stream, { state, revision: at, position, hash, answers });
  desk.recentCommands.set(meta.commandId, stream);
  return { kind: 'accepted', revision: at, position, events: events.length, repeated: false };
}

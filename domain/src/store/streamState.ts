import type { Fact } from '../fact.ts';
import type { Position, Recorded, Revision, Stored } from '../metadata.ts';

/** How a command on this stream was answered, kept to answer it again. */
export interface Answer {
  readonly digest: string;
  readonly revision: Revision;
  readonly position: Position;
  readonly events: number;
}

/** A stream folded up to a revision; -1n is a stream that doesn't exist. */
export interface StreamState<State> {
  readonly state: State;
  readonly revision: bigint;
  readonly position: Position | undefined;
  readonly hash: string;
  /** By command id. Shared from one state of the stream to the next, which only ever adds. */
  readonly answers: Map<string, Answer>;
}

/** The half of a decider that makes states of events. */
export interface Folding<State, E extends Fact> {
  readonly initial: State;
  readonly evolve: (state: State, event: Recorded<E>) => State;
}

export const emptyStream = <State>(initial: State): StreamState<State> => ({
  state: initial,
  revision: -1n,
  position: undefined,
  hash: '',
  answers: new Map(),
});

/** Folds the next stored event in. */
export function fold<State, E extends Fact>(
  known: StreamState<State>,
  event: Stored<E>,
  { evolve }: Folding<State, E>,
): StreamState<State> {
  const { commandId, commandDigest, hash } = event.meta;
  const { revision, position } = event;
  const events = (known.answers.get(commandId)?.events ?? 0) + 1;
  known.answers.set(commandId, { digest: commandDigest, revision, position, events });
  const state = evolve(known.state, event);
  return { state, revision, position, hash, answers: known.answers };
}

import type { Fact } from './fact.ts';
import type { Recorded } from './metadata.ts';
import type { Rejection } from './rejection.ts';

/**
 * One aggregate: how its events make its state, and what a command does to it.
 *
 * `decide` is pure: the same command, state and context give the same answer. It returns the
 * events to record, `[]` when it was already so, or a rejection. `touches` says whether an event
 * that the caller had not seen concerns what the command is about; only then is it a conflict.
 */
export interface Decider<State, Command, Event extends Fact, Context> {
  readonly initial: State;
  readonly evolve: (state: State, event: Recorded<Event>) => State;
  readonly decide: (
    command: Command,
    state: State,
    context: Context,
  ) => readonly Event[] | Rejection;
  readonly touches: (command: Command, event: Recorded<Event>) => boolean;
  /** Whether an event on this state is part of an exercise; absent where a stream can't be one. */
  readonly exercise?: (state: State, event: Event) => boolean;
}

import {
  type Decider,
  type Fact,
  isRejection,
  type Recorded,
  type Rejection,
} from '@tocsin/domain';
import { recorded } from '../../domain/src/specification.testkit.ts';

/** A stream in memory, appended to under the rule of the store: right after what was decided on. */
export class Stream<State, Command, Event extends Fact, Context> {
  readonly events: Recorded<Event>[] = [];
  readonly #decider: Decider<State, Command, Event, Context>;

  constructor(decider: Decider<State, Command, Event, Context>) {
    this.#decider = decider;
  }

  get revision(): number {
    return this.events.length - 1;
  }

  get state(): State {
    return this.events.reduce(this.#decider.evolve, this.#decider.initial);
  }

  decide(command: Command, context: Context): readonly Event[] | Rejection {
    return this.#decider.decide(command, this.state, context);
  }

  /** Whether it was appended: false when somebody else was faster. */
  append(events: readonly Event[], expected: number, how: Parameters<typeof recorded>[1]): boolean {
    if (this.revision !== expected) return false;
    for (const event of events) this.events.push(recorded(event, how));
    return true;
  }

  /** Decides on the newest state and appends; the rejection, if it was one. */
  handle(
    command: Command,
    context: Context,
    how: Parameters<typeof recorded>[1] = {},
  ): Rejection | undefined {
    const decided = this.decide(command, context);
    if (isRejection(decided)) return decided;
    this.append(decided, this.revision, how);
    return undefined;
  }
}

import type { Fact } from '../fact.ts';
import type { CommandMeta } from '../metadata.ts';
import type { Aggregate } from './aggregate.ts';
import type { Guard } from './store.ts';

/** A command on a stream, and what its decider is to be told. */
export interface Order<State, Command, Event extends Fact, Context> {
  readonly aggregate: Aggregate<State, Command, Event, Context>;
  readonly id: string;
  readonly command: Command;
  readonly meta: CommandMeta;
  readonly guard?: Guard<State> | undefined;
  readonly context: (state: State, now: string) => Context | Promise<Context>;
}

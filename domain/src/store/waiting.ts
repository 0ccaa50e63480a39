import type { Fact } from '../fact.ts';
import type { Desk } from './desk.ts';
import type { Digest } from './digest.ts';
import type { Order } from './order.ts';
import type { Outcome } from './store.ts';

/** A command that waits for its turn on a stream, and who waits for its outcome. */
export interface Waiting<State, Command, Event extends Fact, Context> {
  readonly order: Order<State, Command, Event, Context>;
  readonly digest: Digest;
  readonly answer: (outcome: Outcome) => void;
  readonly fail: (cause: unknown) => void;
}

/**
 * Puts a command into its stream's queue. Those that come while the stream is busy are settled
 * together in its next turn: a hot stream costs an append a turn, not one a command.
 */
export function queueUp<State, C, E extends Fact, X>(
  desk: Desk,
  stream: string,
  order: Order<State, C, E, X>,
  digest: Digest,
  settle: (waiting: readonly Waiting<State, C, E, X>[]) => Promise<void>,
): Promise<Outcome> {
  return new Promise((answer, fail) => {
    const one: Waiting<State, C, E, X> = { order, digest, answer, fail };
    // The name of a stream says which aggregate it is, so all that wait for it are of its type.
    const queue = desk.waiting.get(stream) as Waiting<State, C, E, X>[] | undefined;
    if (queue) {
      queue.push(one);
      return;
    }
    const fresh = [one];
    desk.waiting.set(stream, fresh);
    const turn = (): Promise<void> => {
      desk.waiting.delete(stream);
      return settle(fresh);
    };
    desk.lock.run(stream, turn).catch((cause: unknown) => {
      for (const { fail } of fresh) fail(cause);
    });
  });
}

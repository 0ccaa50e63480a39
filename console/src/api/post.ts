import { type CommandState, idle, onCommand } from '../store/commandState.ts';
import {
  type Delivery,
  type Letter,
  type Outbox,
  openOutbox,
  type Posted,
} from '../store/outbox.ts';
import { type Signal, signal } from '../store/signal.ts';
import { isLost, isWithOneself, prepare } from './command.ts';
import { acceptTask, startTask } from './documents/taskCommands.ts';
import { line } from './live.ts';

const documents = { acceptTask, startTask } as const;

/** Milliseconds between two tries while something waits. */
const pause = 5000;

/** What the server said to a letter that it didn't take. */
export interface Returned {
  readonly command: Posted;
  readonly state: CommandState;
}

export interface Post extends Outbox {
  /** The last letter about each task that was not taken. */
  readonly returned: Signal<ReadonlyMap<string, Returned>>;
  /** The last try found no line: what waits is queued, not on its way. */
  readonly stuck: Signal<boolean>;
  /** Sends whenever the line is there and something waits; returns how to stop. */
  readonly start: () => () => void;
}

async function deliver(letter: Letter): Promise<CommandState> {
  const { id, command, incident, task, expectedRevision } = letter;
  const prepared = prepare(documents[command], { incident, task }, expectedRevision, id);
  try {
    const first = await prepared.send();
    const mine = first.__typename === 'Conflict' && isWithOneself(first);
    const result = mine ? await prepared.seeing(first.actualRevision).send() : first;
    return onCommand(idle, { type: 'answered', result });
  } catch (error) {
    if (isLost(error)) return { at: 'lost', attempt: 1 };
    return { at: 'failed', message: error instanceof Error ? error.message : '' };
  }
}

// It waits for the next time that its account signs in.
const isUnsigned = (state: CommandState): boolean =>
  state.at === 'rejected' && state.result.code === 'unauthenticated';

/** An account's outbox on the line of this window. */
export function openPost(account: string): Post {
  const returned = signal<ReadonlyMap<string, Returned>>(new Map());
  const stuck = signal(false);
  const put = (task: string, answer: Returned | null): void => {
    const next = new Map(returned.get());
    if (answer === null) next.delete(task);
    else next.set(task, answer);
    returned.set(next);
  };
  const send = async (letter: Letter): Promise<Delivery> => {
    const state = await deliver(letter);
    const isGone = state.at === 'lost' || isUnsigned(state);
    stuck.set(isGone);
    if (isGone) return 'lost';
    put(letter.task, state.at === 'accepted' ? null : { command: letter.command, state });
    return 'answered';
  };
  const outbox = openOutbox(account, send);
  const start = (): (() => void) => {
    const flush = (): void => void outbox.flush();
    const stopWatching = line.watch(() => line.get().socket === 'open' && flush());
    const timer = setInterval(flush, pause);
    window.addEventListener('online', flush);
    flush();
    return () => {
      stopWatching();
      clearInterval(timer);
      window.removeEventListener('online', flush);
    };
  };
  const post = (letter: Letter): boolean => {
    put(letter.task, null);
    return outbox.post(letter);
  };
  return { ...outbox, post, returned, stuck, start };
}

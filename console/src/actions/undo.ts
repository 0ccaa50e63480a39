import type { Prepared } from '../api/command.ts';
import { signal } from '../store/signal.ts';

/** What was just done here and has a true inverse: a command like any other, and an event. */
export interface Undoable {
  readonly done: string;
  readonly takeBack: () => Prepared;
}

/** The last one; null when there is none, or its time is over. */
export const undoable = signal<Undoable | null>(null);

/** Offers to take back what was done; the offer before it goes. */
export const offerUndo = (done: string, takeBack: () => Prepared): void =>
  undoable.set({ done, takeBack });

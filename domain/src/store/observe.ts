import type { CommandMeta } from '../metadata.ts';
import type { StreamKind } from '../streams.ts';

/** When something began and ended, in milliseconds since 1970 with their fractions. */
export interface Timed {
  readonly begun: number;
  readonly ended: number;
}

/** A command that has its outcome. */
export interface Commanded extends Timed {
  readonly kind: StreamKind;
  readonly type: string;
  readonly meta: CommandMeta;
  readonly outcome: 'accepted' | 'rejected' | 'conflict';
}

/** An append that has its answer, of one command's events or of several's that waited together. */
export interface Appended extends Timed {
  readonly commands: readonly CommandMeta[];
  readonly events: number;
  /** False when the stream had moved on, or the answer was lost. */
  readonly done: boolean;
}

/** Told of what a store does, for figures and traces. It must not throw. */
export interface StoreObserver {
  commanded?(command: Commanded): void;
  appended?(append: Appended): void;
}

/** The present moment, on the clock of `Timed`. */
export const moment = (): number => performance.timeOrigin + performance.now();

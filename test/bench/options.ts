import type { Scope } from './scope.ts';

export type LineName =
  | 'commands'
  | 'hot-incident'
  | 'long-incident'
  | 'replay'
  | 'mutations'
  | 'catch-up'
  | 'catch-up-million'
  | 'flatness'
  | 'as-of'
  | 'delivery'
  | 'fan-out'
  | 'fan-out-mixed'
  | 'last-screen'
  | 'resume'
  | 'memory'
  | 'intervals'
  | 'verify'
  | 'export'
  | 'board'
  | 'map'
  | 'first-view'
  | 'key'
  | 'console-memory';

/** As `run.mjs` has read and checked them. */
export interface Options {
  readonly only: readonly LineName[];
  readonly sfFire?: string;
  readonly quick: boolean;
}

/** What a line gets. */
export interface Run {
  /** Made once in the run, and stopped at its end: what several lines share. */
  shared<T>(name: string, make: (scope: Scope) => Promise<T>): Promise<T>;
  readonly quick: boolean;
  readonly sfFire: string | undefined;
  /** The full count, or the smaller one of a quick run. */
  count(full: number, quick: number): number;
  /** One line of progress. */
  say(text: string): void;
  /** One line of progress with a rate. */
  sayRate(what: string, perSecond: number): void;
}

export type LineName =
  | 'commands'
  | 'hot-incident'
  | 'long-incident'
  | 'mutations'
  | 'catch-up'
  | 'delivery'
  | 'memory';

/** As `run.mjs` has read and checked them. */
export interface Options {
  readonly only: readonly LineName[];
  readonly sfFire?: string;
  readonly quick: boolean;
}

/** What a line gets. */
export interface Run {
  readonly quick: boolean;
  readonly sfFire: string | undefined;
  /** The full count, or the smaller one of a quick run. */
  count(full: number, quick: number): number;
  /** One line of progress. */
  say(text: string): void;
  /** One line of progress with a rate. */
  sayRate(what: string, perSecond: number): void;
}

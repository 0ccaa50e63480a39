import { seeded } from '../bench/world/random.ts';

/** Draws that are the same for the same seed. */
export interface Dice {
  readonly next: () => number;
  /** 0 to n - 1. */
  readonly below: (n: number) => number;
  readonly chance: (probability: number) => boolean;
  readonly one: <T>(of: readonly T[]) => T;
  readonly uuid: () => string;
  /** Dice of its own for what goes on at the same time, so that the order there changes nothing. */
  readonly fork: () => Dice;
}

export function dice(seed: number): Dice {
  const next = seeded(seed);
  const below = (n: number): number => Math.floor(next() * n);
  const hex = (digits: number): string =>
    Array.from({ length: digits }, () => below(16).toString(16)).join('');
  return {
    next,
    below,
    chance: (probability) => next() < probability,
    one: (of) => {
      const found = of[below(of.length)];
      if (found === undefined) throw new RangeError('nothing to draw from');
      return found;
    },
    fork: () => dice(below(2 ** 31)),
    uuid: () => `${hex(8)}-${hex(4)}-4${hex(3)}-a${hex(3)}-${hex(12)}`,
  };
}

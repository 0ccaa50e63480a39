import { seeded } from '../bench/world/random.ts';

/** Draws that are the same for the same seed. */
export interface Dice {
  readonly next: () => number;
  /** 0 to n - 1. */
  readonly below: (n: number) => number;
  readonly chance: (probability: number) => boolean;
  readonly one: <T>(of: readonly T[]) => T;
  readonly uuid: () => string;
  /**
   * Dice of its own, the same for the same seed and name: what is drawn here, or how often, changes
   * nothing there.
   */
  readonly fork: (name: string) => Dice;
}

/** FNV-1a, from the seed on. */
function mixed(seed: number, name: string): number {
  let hash = seed ^ 0x811c9dc5;
  for (const letter of name) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193);
  return hash >>> 0;
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
    fork: (name) => dice(mixed(seed, name)),
    uuid: () => `${hex(8)}-${hex(4)}-4${hex(3)}-a${hex(3)}-${hex(12)}`,
  };
}

import type { Console } from './consoles.ts';
import { Console as Window } from './consoles.ts';
import type { SignedIn } from './people.ts';

/** Numbers of 0 to 1, the same for the same seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** So many consoles, dealt out among the people. */
export const openConsoles = (
  count: number,
  people: readonly SignedIn[],
  url: () => string,
  random: () => number,
): readonly Console[] =>
  Array.from({ length: count }, (_, at) => {
    const person = people[at % people.length];
    if (!person) throw new Error('nobody has signed in');
    return new Window(person, url, random);
  });

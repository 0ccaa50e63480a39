import type { Entry } from '../../api/types.ts';

export type Move = 'first' | 'previous' | 'next' | 'last';

export const moves: readonly Move[] = ['first', 'previous', 'next', 'last'];

/** Where a step leads among the places 0…last. */
export function stepTo(move: Move, at: number, last: number): number {
  switch (move) {
    case 'first':
      return 0;
    case 'previous':
      return Math.max(at - 1, 0);
    case 'next':
      return Math.min(at + 1, last);
    case 'last':
      return last;
  }
}

export const byPeople = (entry: Entry): boolean => entry.actor.kind === 'PERSON';

/**
 * The moment at which a step left the incident, in milliseconds: when the latest of what had been
 * entered by then had happened. Late entries don't turn it back.
 */
export const momentOf = (at: string, entries: readonly Entry[]): number =>
  Math.max(
    ...entries
      .filter((entry) => BigInt(entry.revision) <= BigInt(at))
      .map((entry) => Date.parse(entry.occurredAt)),
  );

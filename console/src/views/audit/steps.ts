import type { Entry } from '../../api/types.ts';

/** The revision to show: the one wanted if the record has it, else its last. */
export function shownRevision(wanted: string | null, last: string): string {
  if (wanted === null || !/^\d{1,18}$/.test(wanted)) return last;
  return BigInt(wanted) <= BigInt(last) ? wanted : last;
}

export type Move = 'first' | 'previous' | 'next' | 'last';

/** Where a step leads among the revisions 0…last. */
export function stepTo(move: Move, at: string, last: string): string {
  const here = BigInt(at);
  switch (move) {
    case 'first':
      return '0';
    case 'previous':
      return String(here > 0n ? here - 1n : 0n);
    case 'next':
      return String(here < BigInt(last) ? here + 1n : BigInt(last));
    case 'last':
      return last;
  }
}

export const moves: readonly Move[] = ['first', 'previous', 'next', 'last'];

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

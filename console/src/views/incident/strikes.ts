import type { Entry } from '../../api/types.ts';

/** What strikes which entry: the striking one by the other's revision. */
export const strikes = (entries: readonly Entry[]): ReadonlyMap<string, Entry> =>
  new Map(
    entries
      .filter(({ type }) => type === 'EntryStruck')
      .flatMap((strike): [string, Entry][] => {
        const { data } = strike;
        return typeof data === 'object' && data !== null && 'revision' in data
          ? [[`${data.revision}`, strike]]
          : [];
      }),
  );

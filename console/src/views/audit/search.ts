import type { IncidentRow } from '../../api/types.ts';

export type Scope = 'open' | 'closed' | 'all';

/** Whether every word typed stands in the incident's number, reference, words, place or `type`. */
export function matches(row: IncidentRow, type: string, typed: string): boolean {
  const text = [row.number, row.reference ?? '', row.what, row.place.address, type]
    .join(' ')
    .toLowerCase();
  return typed
    .toLowerCase()
    .trim()
    .split(/\s+/)
    .every((word) => text.includes(word));
}

import type { Entry } from '../api/types.ts';

/** A record goes by when its entries were made, or by when what they tell of occurred. */
export type Axis = 'recorded' | 'occurred';
export const axes: readonly Axis[] = ['recorded', 'occurred'];

export const timeOn = (axis: Axis, entry: Entry | undefined): number =>
  Date.parse((axis === 'recorded' ? entry?.recordedAt : entry?.occurredAt) ?? '');

/** The entries in the order of the axis; what occurred at once stays in the record's order. */
export const inOrder = (entries: readonly Entry[], axis: Axis): readonly Entry[] =>
  axis === 'recorded'
    ? entries
    : entries.toSorted((one, other) => timeOn(axis, one) - timeOn(axis, other));

/** Where somebody stands in a record: at an entry, by its revision. */
export interface Place {
  readonly axis: Axis;
  readonly at: string;
}

/** In an address: `12`, and `~12` for the same entry by the times at which things occurred. */
export const addressOf = ({ axis, at }: Place): string => (axis === 'recorded' ? at : `~${at}`);

/** The last entry by a moment (milliseconds), in the order of the axis; the first one before all. */
export function entryAt(moment: number, ordered: readonly Entry[], axis: Axis): string {
  const before = ordered.findLast((entry) => timeOn(axis, entry) <= moment);
  return before?.revision ?? ordered[0]?.revision ?? '0';
}

const isRevision = /^\d{1,18}$/;

/**
 * The place that an address names: a revision or a time (`@2026-…`), behind `~` by occurred times.
 * What the record doesn't have is its end.
 */
export function placeIn(wanted: string | null, entries: readonly Entry[]): Place {
  const axis: Axis = wanted?.startsWith('~') ? 'occurred' : 'recorded';
  const named = axis === 'occurred' ? (wanted?.slice(1) ?? '') : (wanted ?? '');
  const ordered = inOrder(entries, axis);
  const moment = named.startsWith('@') ? Date.parse(named.slice(1)) : Number.NaN;
  if (!Number.isNaN(moment)) return { axis, at: entryAt(moment, ordered, axis) };
  const known = isRevision.test(named) && entries.some(({ revision }) => revision === named);
  return { axis, at: known ? named : (ordered.at(-1)?.revision ?? '0') };
}

/** What a query asks for: the record as it stood at a place. */
export type Asked =
  | { readonly revision: string }
  | { readonly recordedBy: string }
  | { readonly occurredBy: string };

export const askedAt = ({ axis, at }: Place, entries: readonly Entry[]): Asked =>
  axis === 'recorded'
    ? { revision: at }
    : { occurredBy: entries.find(({ revision }) => revision === at)?.occurredAt ?? '' };

/** Right before an entry: what it changed is what lies between. Null before the first. */
export function askedBefore({ axis, at }: Place, entries: readonly Entry[]): Asked | null {
  if (axis === 'recorded') return at === '0' ? null : { revision: String(BigInt(at) - 1n) };
  const time = timeOn(
    axis,
    entries.find(({ revision }) => revision === at),
  );
  const first = Math.min(...entries.map((entry) => timeOn(axis, entry)));
  return time > first ? { occurredBy: new Date(time - 1).toISOString() } : null;
}

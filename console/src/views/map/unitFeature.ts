import type { UnitRow } from '../../api/types.ts';
import { age } from '../../i18n/format.ts';
import { stateOf } from '../../store/units.ts';
import { type Feature, pointFeature } from './features.ts';

/** Below this a position is of now and its age is not written. Milliseconds. */
const fresh = 60_000;

const ageOf = (row: UnitRow, now: number): number | null =>
  row.lastPosition === null ? null : Math.max(0, now - Date.parse(row.lastPosition.at));

/** The minutes since a unit said where it is: what is drawn of its age changes with them only. */
export const minutesOld = (row: UnitRow, now: number): number =>
  Math.floor((ageOf(row, now) ?? 0) / fresh);

/** To the minute, so that nothing on the map counts seconds. */
const ageText = (milliseconds: number): string =>
  age(Math.floor(milliseconds / 60_000) * 60_000).replace(/:00$/, "'");

/**
 * Where a unit last said it was, else its station. `goodFor` is in seconds: an older position is
 * drawn open, as one that nobody should go by.
 */
export function unitFeature(row: UnitRow, goodFor: number, now: number): Feature | null {
  const old = ageOf(row, now);
  const [lon, lat] = [row.lastPosition?.lon ?? row.lon, row.lastPosition?.lat ?? row.lat];
  if (lon === null || lat === null) return null;
  const state = stateOf(row);
  const stale = old !== null && old > goodFor * 1000 && state === 'committed';
  const written = old !== null && old >= fresh && state === 'committed' ? ` ${ageText(old)}` : '';
  return pointFeature(row.id, [lon, lat], {
    icon: `unit-${state}${stale ? '-stale' : ''}`,
    label: `${row.callSign}${written}`,
    free: state === 'free' ? 1 : 0,
    order: state === 'committed' ? 2 : state === 'free' ? 1 : 0,
  });
}

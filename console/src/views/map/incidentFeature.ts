import type { IncidentRow } from '../../api/types.ts';
import type { CityIndex } from '../../store/cityIndex.ts';
import { overdueTasks } from '../../store/needs.ts';
import { type Feature, pointFeature } from './features.ts';
import { middleOf, type Point } from './outline.ts';

/** The incident's coordinate, or the middle of its grid cell; null when neither is known. */
export function incidentPoint(row: Pick<IncidentRow, 'place'>, city: CityIndex): Point | null {
  const { lon, lat, cell } = row.place;
  if (lon !== null && lat !== null) return [lon, lat];
  const known = cell === null ? undefined : city.cells.get(cell);
  return known ? middleOf(known) : null;
}

/** Whether somebody must act: nobody has confirmed it, or a task waits past its deadline. */
export const mustAct = (row: IncidentRow, now: number): boolean =>
  row.status === 'REPORTED' || overdueTasks(row, now).length > 0;

export function incidentFeature(row: IncidentRow, city: CityIndex, now: number): Feature | null {
  const at = incidentPoint(row, city);
  if (at === null) return null;
  const act = mustAct(row, now);
  return pointFeature(row.id, at, {
    icon: `incident-${row.priority ?? 0}`,
    label: `${act ? '! ' : ''}${row.number}`,
    act,
    // The most urgent lies on top.
    order: (act ? 10 : 0) + (5 - (row.priority ?? 5)),
  });
}

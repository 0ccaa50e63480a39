import type { IncidentRow, UnitRow } from '../api/types.ts';

const open: readonly IncidentRow['status'][] = ['REPORTED', 'CONFIRMED', 'RESPONDING', 'CONTAINED'];
/** Whether units can be sent to an incident of this status. */
export const takesUnits = (status: IncidentRow['status']): boolean => open.includes(status);

export type UnitState = 'free' | 'committed' | 'reserve' | 'offDuty';
export const unitStates: readonly UnitState[] = ['free', 'committed', 'reserve', 'offDuty'];

/** What decides whether it can be sent; one that is promised, or at work and held in reserve, is at work. */
export function stateOf(unit: UnitRow): UnitState {
  if (unit.active !== null || unit.stacked.length > 0) return 'committed';
  if (!unit.onDuty) return 'offDuty';
  return unit.reserve === null ? 'free' : 'reserve';
}

export const isFree = (unit: UnitRow): boolean => stateOf(unit) === 'free';

/** For whoever sends: those that can be sent first. */
export const freeFirst = (unit: UnitRow): number => unitStates.indexOf(stateOf(unit));

const workFirst: readonly UnitState[] = ['committed', 'reserve', 'free', 'offDuty'];
/** For whoever watches: those whose crews have not answered first, then those at work. */
export const atWorkFirst = (unit: UnitRow): number =>
  isParOverdue(unit) ? -1 : workFirst.indexOf(stateOf(unit));

/** Units by department, in their order there; departments in the order that is given. */
export function unitsByDepartment(
  rows: readonly UnitRow[],
  order: readonly string[],
  rank = freeFirst,
): readonly (readonly [string, readonly UnitRow[]])[] {
  const groups = new Map<string, UnitRow[]>();
  for (const row of rows) {
    const group = groups.get(row.department);
    if (group) group.push(row);
    else groups.set(row.department, [row]);
  }
  const place = (id: string): number => (order.includes(id) ? order.indexOf(id) : order.length);
  return [...groups]
    .map(([id, group]) => [id, group.toSorted((a, b) => rank(a) - rank(b))] as const)
    .sort(([a], [b]) => place(a) - place(b));
}

/** Whether every word that was typed stands somewhere in the unit's description. */
export const matchesUnit = (description: string, typed: string): boolean => {
  const text = description.toLowerCase();
  return typed
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
};

/** Seconds that a position stays good, by the city's rules; the recommendation goes by the same. */
export function positionGoodFor(travel: unknown): number {
  if (typeof travel !== 'object' || travel === null || !('positionGoodForSeconds' in travel))
    return 0;
  const seconds = travel.positionGoodForSeconds;
  return typeof seconds === 'number' ? seconds : 0;
}

/** An overdue accountability check: nobody answered for the crew, and somebody must ask now. */
export const isParOverdue = ({ active }: UnitRow): boolean =>
  (active?.par?.overdueSince ?? null) !== null;

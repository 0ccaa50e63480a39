import type { UnitRow } from '../api/types.ts';

export const isFree = (unit: UnitRow): boolean => unit.onDuty && unit.active === null;

const rank = (unit: UnitRow): number => (isFree(unit) ? 0 : unit.onDuty ? 1 : 2);

/** Units by department, those that can be sent first; departments in the order that is given. */
export function unitsByDepartment(
  rows: readonly UnitRow[],
  order: readonly string[],
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

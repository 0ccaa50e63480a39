import { useMemo } from 'react';
import type { UnitRow } from '../../api/types.ts';
import { isParOverdue } from '../../store/units.ts';
import { useAllRows } from '../../store/useRows.ts';
import { useBoards } from './boards.ts';

function longestSilence(rows: readonly UnitRow[]): ReadonlyMap<string, string> {
  const since = new Map<string, string>();
  for (const row of rows.filter(isParOverdue)) {
    const { incident = '', par = null } = row.active ?? {};
    const at = par?.overdueSince ?? '';
    const known = since.get(incident);
    if (known === undefined || at < known) since.set(incident, at);
  }
  return since;
}

/** By incident, since when a unit of it on scene has not accounted for itself; the longest one. */
export function useParOverdue(): ReadonlyMap<string, string> {
  const rows = useAllRows(useBoards().units.store);
  return useMemo(() => longestSilence(rows), [rows]);
}

import type { WarningLevel, WarningRow } from '../api/types.ts';

/** The four levels, the worst first. */
export const warningLevels: readonly WarningLevel[] = ['RED', 'ORANGE', 'YELLOW', 'BLUE'];

/** The worst first, then the first to begin. */
export const byLevel = (a: WarningRow, b: WarningRow): number =>
  warningLevels.indexOf(a.level) - warningLevels.indexOf(b.level) || a.from.localeCompare(b.from);

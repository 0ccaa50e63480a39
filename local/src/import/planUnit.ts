import type { Stage } from '@tocsin/domain';
import type { SfFireRow } from './sfFireRow.ts';

/** What happens to one of a unit's rows; `at` orders it, `occurredAt` is what the source says. */
export interface UnitStep {
  readonly at: number;
  readonly occurredAt: number;
  readonly row: SfFireRow;
  readonly act:
    | { readonly kind: 'dispatch'; readonly stack: boolean }
    | { readonly kind: 'activate' }
    | {
        readonly kind: 'stage';
        readonly stage: Exclude<Stage, 'dispatched'>;
        readonly inferred: boolean;
      };
}

export interface UnitPlan {
  readonly steps: readonly UnitStep[];
  /** When each row's assignment ends, by row id; a row that never ends isn't there. */
  readonly ends: ReadonlyMap<string, number>;
  readonly stacked: number;
  readonly inferred: number;
}

const byDispatch = (a: SfFireRow, b: SfFireRow): number =>
  a.dispatch - b.dispatch || (a.rowId < b.rowId ? -1 : 1);

/** When the source last says something of the row, and when it says that the unit was free again. */
const lastOf = (row: SfFireRow): number => row.stages.at(-1)?.at ?? row.dispatch;
const freeOf = (row: SfFireRow): number | undefined =>
  row.stages.find(({ stage }) => stage === 'cleared')?.at;

/**
 * One unit's rows as the acts of a unit that has one active assignment at most. A row dispatched
 * while another is still active is stacked, and becomes active when that one is cleared: its stages
 * are then recorded late, each with its own time. A row that never says when the unit was free is
 * taken as cleared by the unit's next dispatch.
 */
export function planUnit(rows: readonly SfFireRow[]): UnitPlan {
  const ordered = [...rows].sort(byDispatch);
  const steps: UnitStep[] = [];
  const ends = new Map<string, number>();
  let stacked = 0;
  let inferred = 0;
  let free = Number.NEGATIVE_INFINITY;
  ordered.forEach((row, index) => {
    const stack = free > row.dispatch;
    const begin = stack ? free : row.dispatch;
    const add = (at: number, occurredAt: number, act: UnitStep['act']) =>
      steps.push({ at, occurredAt, row, act });
    add(row.dispatch, row.dispatch, { kind: 'dispatch', stack });
    if (stack) add(begin, row.dispatch, { kind: 'activate' });
    if (stack) stacked += 1;
    for (const { stage, at } of row.stages)
      add(Math.max(begin, at), at, { kind: 'stage', stage, inferred: false });
    const next = ordered[index + 1];
    const freed = freeOf(row);
    if (freed === undefined && next === undefined) {
      free = Number.POSITIVE_INFINITY;
      return;
    }
    const occurredAt = freed ?? Math.max(lastOf(row), next?.dispatch ?? 0);
    free = Math.max(begin, occurredAt);
    ends.set(row.rowId, free);
    if (freed !== undefined) return;
    inferred += 1;
    add(free, occurredAt, { kind: 'stage', stage: 'cleared', inferred: true });
  });
  return { steps: steps.sort((a, b) => a.at - b.at), ends, stacked, inferred };
}

import type { UnitFacts, WantedParts } from '@tocsin/domain';
import { requestIdOf } from './ids.ts';
import { planUnit, type UnitStep } from './planUnit.ts';
import type { SfFireRow } from './sfFireRow.ts';
import { type AskedTask, partsOf, runCardOf, tasksOf } from './sfFireTypes.ts';
import { capabilitiesOf, sfFireUnit } from './sfFireUnit.ts';

export interface Call {
  readonly number: string;
  /** The row that speaks for the call: the one dispatched first. */
  readonly row: SfFireRow;
  readonly rows: readonly SfFireRow[];
  readonly received: number;
  readonly entry: number;
  /** What its run card asks of other departments. */
  readonly tasks: readonly AskedTask[];
  /** What of its run card it gets; undefined: all of it. */
  readonly parts?: WantedParts;
  /** The unit requests under which its rows go, by row id. */
  readonly requests: ReadonlyMap<string, string>;
  /** When its last unit was cleared; undefined where the source doesn't say so of one of them. */
  readonly cleared?: number;
}

/** One thing to be done. `at` (ms since 1970) is when it is its turn; occurred times are the source's. */
export type Step = { readonly at: number; readonly line: number } & (
  | { readonly kind: 'report' | 'confirm' | 'ask' | 'finish'; readonly call: Call }
  | { readonly kind: 'enlist'; readonly unit: UnitFacts; readonly first: SfFireRow }
  | { readonly kind: 'assignment'; readonly call: Call; readonly step: UnitStep }
);

export interface Plan {
  readonly steps: readonly Step[];
  readonly calls: readonly Call[];
  readonly units: readonly UnitFacts[];
  /** When each row's assignment ends, by row id; a row that never ends isn't there. */
  readonly ends: ReadonlyMap<string, number>;
  /** Assignments that had to wait for the one before. */
  readonly stacked: number;
  /** Assignments whose clearing the source doesn't have and the next dispatch shows. */
  readonly inferred: number;
}

function groupBy<T>(values: readonly T[], key: (value: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const value of values) {
    const group = groups.get(key(value));
    if (group) group.push(value);
    else groups.set(key(value), [value]);
  }
  return groups;
}

/** The first units sent that can do what the run card asks for go under its requests. */
function requestsOf(call: string, rows: readonly SfFireRow[], parts: WantedParts | undefined) {
  const wanted = runCardOf(rows[0]?.callType ?? '').units.filter(
    ({ id }) => parts?.units?.includes(id) ?? true,
  );
  const open = new Map(wanted.map(({ capability, count }) => [capability, count]));
  const requests = new Map<string, string>();
  for (const { rowId, unitType } of rows) {
    const able = capabilitiesOf(unitType).find((one) => (open.get(one) ?? 0) > 0);
    if (able === undefined) continue;
    open.set(able, (open.get(able) ?? 0) - 1);
    requests.set(rowId, requestIdOf(call, able));
  }
  return requests;
}

function callOf(number: string, rows: readonly SfFireRow[], ends: ReadonlyMap<string, number>) {
  const ordered = [...rows].sort((a, b) => a.dispatch - b.dispatch || a.line - b.line);
  const [row] = ordered;
  if (!row) throw new RangeError(`call ${number} has no rows`);
  const cleared = rows.map(({ rowId }) => ends.get(rowId) ?? Number.POSITIVE_INFINITY);
  const last = Math.max(...cleared);
  const parts = partsOf(row.callType, row.finalPriority);
  const call: Call = {
    number,
    row,
    rows: ordered,
    received: Math.min(...rows.map(({ received }) => received)),
    entry: Math.min(...rows.map(({ entry }) => entry)),
    tasks: tasksOf(number, row.callType),
    requests: requestsOf(number, ordered, parts),
    ...(parts ? { parts } : {}),
    ...(Number.isFinite(last) ? { cleared: last } : {}),
  };
  return call;
}

function callSteps(call: Call): Step[] {
  const { line } = call.row;
  const steps: Step[] = [
    { kind: 'report', at: call.received, line, call },
    { kind: 'confirm', at: call.entry, line, call },
  ];
  steps.push({ kind: 'ask', at: call.entry, line, call });
  if (call.cleared !== undefined) steps.push({ kind: 'finish', at: call.cleared, line, call });
  return steps;
}

/** At the same moment a call is there before its units, and finished after them. */
const turn = (step: Step): number => {
  if (step.kind === 'finish') return 2;
  return step.kind === 'assignment' ? 1 : 0;
};

/**
 * The file's rows as steps in the order in which they happened. For one unit and for one call the
 * order is the one their streams need.
 */
export function plan(rows: readonly SfFireRow[]): Plan {
  const byUnit = [...groupBy(rows, (row) => row.unit)].map(([unit, own]) => {
    const als = own.some((row) => row.als);
    return { facts: sfFireUnit(unit, own[0]?.unitType ?? '', als), plan: planUnit(own) };
  });
  const ends = new Map(byUnit.flatMap((unit) => [...unit.plan.ends]));
  const calls = new Map(
    [...groupBy(rows, (row) => row.call)].map(([number, own]) => [
      number,
      callOf(number, own, ends),
    ]),
  );
  const steps: Step[] = [...calls.values()].flatMap(callSteps);
  for (const unit of byUnit) {
    const [first] = unit.plan.steps;
    if (first) {
      const { at, row } = first;
      steps.push({ kind: 'enlist', at, line: row.line, unit: unit.facts, first: row });
    }
    for (const step of unit.plan.steps) {
      const call = calls.get(step.row.call);
      if (call) steps.push({ kind: 'assignment', at: step.at, line: step.row.line, call, step });
    }
  }
  return {
    steps: steps.sort((a, b) => a.at - b.at || turn(a) - turn(b)),
    calls: [...calls.values()],
    ends,
    units: byUnit.map(({ facts }) => facts),
    stacked: byUnit.reduce((sum, unit) => sum + unit.plan.stacked, 0),
    inferred: byUnit.reduce((sum, unit) => sum + unit.plan.inferred, 0),
  };
}

import type { City, CommandMeta, IncidentCommand, UnitFacts } from '@tocsin/domain';
import type { Desk } from './desk.ts';
import { enlistUnit } from './enlistUnit.ts';
import { finishIncident } from './finishIncident.ts';
import { assignmentIdOf, idOf, incidentIdOf } from './ids.ts';
import type { Call, Plan, Step } from './plan.ts';
import type { UnitStep } from './planUnit.ts';
import {
  applicationOf,
  callMeta,
  carriedMeta,
  carriedOf,
  confirmationOf,
  reportOf,
  resolutionOf,
  stepName,
  unitCommandOf,
  unitMeta,
} from './sfFireCommands.ts';
import { unitIdOf } from './sfFireUnit.ts';

interface KnownUnit {
  readonly facts: UnitFacts;
  readonly assignments: Set<string>;
}

function unitsOf(plan: Plan): ReadonlyMap<string, KnownUnit> {
  const units = new Map(
    plan.units.map((facts) => [facts.callSign, { facts, assignments: new Set<string>() }]),
  );
  for (const { rows } of plan.calls)
    for (const { unit, rowId } of rows) units.get(unit)?.assignments.add(assignmentIdOf(rowId));
  return units;
}

/** Carries out the plan's steps as they are given; what depends on a refused one is left out. */
export function carryOut(
  desk: Desk,
  plan: Plan,
  city: City | undefined,
): (step: Step) => Promise<void> {
  const { tally } = desk;
  const units = unitsOf(plan);
  const refusedCalls = new Set<Call>();
  const refusedRows = new Set<string>();
  const withoutPlan = new Set<Call>();

  async function begin(call: Call, command: IncidentCommand, meta: CommandMeta): Promise<void> {
    const done = await desk.incident(call.row.line, incidentIdOf(call.number), command, meta);
    if (!done) refusedCalls.add(call);
  }

  async function ask(call: Call, meta: CommandMeta): Promise<void> {
    const { number, row } = call;
    const version = city?.plans.get(idOf(row.callType))?.version ?? 1;
    const command = applicationOf(call, version);
    const given = await desk.incident(row.line, incidentIdOf(number), command, meta);
    if (!given) withoutPlan.add(call);
  }

  async function assignment(call: Call, step: UnitStep): Promise<void> {
    const { row, act } = step;
    if (refusedRows.has(row.rowId)) {
      tally.skipped += 1;
      return;
    }
    const meta = unitMeta(step, stepName(step));
    const request = withoutPlan.has(call) ? undefined : call.requests.get(row.rowId);
    const command = unitCommandOf(step, request);
    const done = await desk.unit(row.line, unitIdOf(row.unit), command, meta);
    if (!done) {
      if (act.kind !== 'stage') refusedRows.add(row.rowId);
      return;
    }
    const department = units.get(row.unit)?.facts.department ?? 'fire';
    const carried = carriedOf(step, department, request);
    await desk.incident(row.line, incidentIdOf(row.call), carried, carriedMeta(step));
  }

  async function finish(call: Call, at: number): Promise<void> {
    const left = await finishIncident(desk, {
      line: call.row.line,
      incident: incidentIdOf(call.number),
      call: call.number,
      tasks: call.tasks.map(({ task }) => task),
      resolution: resolutionOf(call),
      at,
    });
    if (left !== undefined) tally.leftOpen.set(call.number, left);
  }

  return async function run(step: Step): Promise<void> {
    tally.steps += 1;
    if (step.kind === 'enlist') {
      const { line, unit, first } = step;
      const own = units.get(unit.callSign)?.assignments ?? new Set<string>();
      return enlistUnit(desk, { line, unit, first, own });
    }
    const { call } = step;
    if (refusedCalls.has(call)) {
      tally.skipped += 1;
      return;
    }
    switch (step.kind) {
      case 'report':
        return begin(call, reportOf(call), callMeta(call.number, 'report', call.received));
      case 'confirm':
        return begin(call, confirmationOf(call), callMeta(call.number, 'confirm', call.entry));
      case 'ask':
        return ask(call, callMeta(call.number, 'ask', call.entry));
      case 'assignment':
        return assignment(call, step.step);
      case 'finish':
        return finish(call, step.at);
    }
  };
}

import type { CommandMeta, IncidentCommand, UnitFacts } from '@tocsin/domain';
import type { Desk } from './desk.ts';
import { enlistUnit } from './enlistUnit.ts';
import { finishIncident } from './finishIncident.ts';
import { assignmentIdOf, incidentIdOf } from './ids.ts';
import type { Call, Plan, Step } from './plan.ts';
import type { UnitStep } from './planUnit.ts';
import {
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
export function carryOut(desk: Desk, plan: Plan): (step: Step) => Promise<void> {
  const { tally } = desk;
  const units = unitsOf(plan);
  const refusedCalls = new Set<Call>();
  const refusedRows = new Set<string>();

  async function begin(call: Call, command: IncidentCommand, meta: CommandMeta): Promise<void> {
    const done = await desk.incident(call.row.line, incidentIdOf(call.number), command, meta);
    if (!done) refusedCalls.add(call);
  }

  async function ask({ number, tasks, row }: Call, meta: CommandMeta): Promise<void> {
    const command: IncidentCommand = { type: 'AssignTasks', data: { tasks } };
    await desk.incident(row.line, incidentIdOf(number), command, meta);
  }

  async function assignment(step: UnitStep): Promise<void> {
    const { row, act } = step;
    if (refusedRows.has(row.rowId)) {
      tally.skipped += 1;
      return;
    }
    const meta = unitMeta(step, stepName(step));
    const done = await desk.unit(row.line, unitIdOf(row.unit), unitCommandOf(step), meta);
    if (!done) {
      if (act.kind !== 'stage') refusedRows.add(row.rowId);
      return;
    }
    const department = units.get(row.unit)?.facts.department ?? 'fire';
    const carried = carriedOf(step, department);
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
        return assignment(step.step);
      case 'finish':
        return finish(call, step.at);
    }
  };
}

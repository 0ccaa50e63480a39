import type { Incident } from '@tocsin/domain';
import type { Store } from '@tocsin/domain/store';
import { assignmentIdOf, idOf, incidentIdOf } from './ids.ts';
import type { Call, Plan, Step } from './plan.ts';
import { schedule } from './schedule.ts';

/** Whether an earlier run, or somebody else, has brought the incident past this step. */
function isDone(step: Exclude<Step, { kind: 'enlist' }>, incident: Incident): boolean {
  switch (step.kind) {
    case 'report':
      return true;
    case 'confirm':
      return incident.confirmed !== undefined;
    case 'ask':
      return incident.plans.has(idOf(step.call.row.callType));
    case 'finish':
      return incident.status === 'closed' || incident.status === 'cancelled';
    case 'assignment': {
      const { act, row } = step.step;
      const held = incident.commitments.get(assignmentIdOf(row.rowId));
      if (!held) return false;
      if (act.kind === 'dispatch') return true;
      return held.reached[act.kind === 'activate' ? 'dispatched' : act.stage] !== undefined;
    }
  }
}

const stepsOfCalls = (plan: Plan): Map<Call, Exclude<Step, { kind: 'enlist' }>[]> => {
  const groups = new Map<Call, Exclude<Step, { kind: 'enlist' }>[]>();
  for (const step of plan.steps) {
    if (step.kind === 'enlist') continue;
    const group = groups.get(step.call);
    if (group) group.push(step);
    else groups.set(step.call, [step]);
  }
  return groups;
};

export interface AlreadyThereOptions {
  readonly inFlight: number;
  readonly signal: AbortSignal;
  /** Told as steps are found to be done. */
  readonly onFound: (steps: number) => void;
}

/**
 * The steps that the log shows done already, so that a second run or one that carries on needn't
 * send them again. What is done counts by the incident's record alone: an assignment's step stands
 * there only after it stands in the unit's.
 */
export async function stepsAlreadyThere(
  store: Store,
  plan: Plan,
  { inFlight, signal, onFound }: AlreadyThereOptions,
): Promise<ReadonlySet<Step>> {
  const done = new Set<Step>();
  await schedule(stepsOfCalls(plan), {
    keysOf: () => [],
    inFlight,
    signal,
    run: async ([call, steps]) => {
      const found = await store.readIncident(incidentIdOf(call.number));
      if (!found) return;
      const there = steps.filter((step) => isDone(step, found.state));
      for (const step of there) done.add(step);
      onFound(there.length);
    },
  });
  const busy = new Set<string>();
  for (const step of plan.steps)
    if (step.kind === 'assignment' && !done.has(step)) busy.add(step.step.row.unit);
  for (const step of plan.steps) {
    if (step.kind !== 'enlist' || busy.has(step.unit.callSign)) continue;
    done.add(step);
    onFound(1);
  }
  return done;
}

import type { CommandRole } from '../../city/plan.ts';
import { type Commitment, type Incident, isOpenTask } from '../incident.ts';
import type { UnitRequest } from './appliedPlan.ts';

/** The units that went under a request and weren't called off. */
export const unitsUnder = (incident: Incident, request: string): readonly Commitment[] =>
  [...incident.commitments.values()].filter(
    (one) => one.request === request && one.stage !== 'cancelled',
  );

export const isFilled = (incident: Incident, { request, count }: UnitRequest): boolean =>
  unitsUnder(incident, request).length >= count;

export interface PartsThere {
  readonly tasks: ReadonlySet<string>;
  readonly units: ReadonlySet<string>;
  readonly roles: ReadonlySet<CommandRole>;
  readonly checklist: ReadonlySet<string>;
}

/**
 * What of a plan the incident has already, by the plan's own ids. A task that was cancelled and a
 * request that was withdrawn can be applied again.
 */
export function partsThere(incident: Incident, plan: string): PartsThere {
  const applied = (incident.plans.get(plan)?.applications ?? []).map(({ parts }) => parts);
  const live = (task: string): boolean => {
    const known = incident.tasks.get(task);
    return known !== undefined && (isOpenTask(known) || known.status === 'verified');
  };
  const wanted = (request: string): boolean => {
    const known = incident.unitRequests.get(request);
    return known !== undefined && known.withdrawn === undefined;
  };
  return {
    tasks: new Set(
      applied.flatMap(({ tasks }) =>
        tasks.filter(({ task }) => live(task)).map(({ planTask }) => planTask),
      ),
    ),
    units: new Set(
      applied.flatMap(({ units }) =>
        units.filter(({ request }) => wanted(request)).map(({ planUnits }) => planUnits),
      ),
    ),
    roles: new Set(applied.flatMap(({ roles }) => roles.map(({ role }) => role))),
    checklist: new Set(applied.flatMap(({ checklist }) => checklist.map(({ id }) => id))),
  };
}

import { oneOfFault } from '../../check.ts';
import type { ResponsePlan } from '../../city/plan.ts';
import { derivedId } from '../../derivedId.ts';
import { isRejection, type Rejection, reject } from '../../rejection.ts';
import { assignRole } from '../command/decideRoles.ts';
import type { NewTask } from '../commands.ts';
import type { Decision, IncidentContext } from '../context.ts';
import type { IncidentEvent } from '../events.ts';
import type { Incident } from '../incident.ts';
import { assignTasks } from '../task/assign.ts';
import type { PlanCommand, WantedParts } from './commands.ts';
import type { AppliedParts } from './events.ts';
import { partsThere } from './partsThere.ts';

type Apply = Extract<PlanCommand, { type: 'ApplyPlan' }>['data'];

const idsOf = (plan: ResponsePlan): Required<WantedParts> => ({
  tasks: plan.tasks.map(({ id }) => id),
  units: plan.units.map(({ id }) => id),
  roles: plan.roles.map(({ role }) => role),
  checklist: plan.checklist.map(({ id }) => id),
});

const kinds = ['tasks', 'units', 'roles', 'checklist'] as const;

/** The first part asked for that the plan doesn't have. */
function partsFault(plan: ResponsePlan, wanted: WantedParts): Rejection | undefined {
  const known = idsOf(plan);
  for (const kind of kinds) {
    const ids = wanted[kind] ?? [];
    if (ids.length > known[kind].length)
      return reject('tooMany', { max: known[kind].length }, `parts.${kind}`);
    const at = ids.findIndex((id) => !known[kind].includes(id));
    if (at >= 0) return reject('unknownPlanPart', { part: ids[at] ?? '' }, `parts.${kind}[${at}]`);
  }
  const none = kinds.every((kind) => (wanted[kind] ?? []).length === 0);
  return none ? reject('required', {}, 'parts') : undefined;
}

/** What is asked of the plan and not yet at the incident. */
function missingParts(plan: ResponsePlan, wanted: WantedParts, incident: Incident): ResponsePlan {
  const there = partsThere(incident, plan.id);
  const missing = (kind: (typeof kinds)[number], id: string): boolean => {
    const held: ReadonlySet<string> = there[kind];
    return (wanted[kind] ?? []).includes(id) && !held.has(id);
  };
  return {
    ...plan,
    tasks: plan.tasks.filter(({ id }) => missing('tasks', id)),
    units: plan.units.filter(({ id }) => missing('units', id)),
    roles: plan.roles.filter(({ role }) => missing('roles', role)),
    checklist: plan.checklist.filter(({ id }) => missing('checklist', id)),
  };
}

const partsOf = (plan: ResponsePlan, application: string): AppliedParts => ({
  tasks: plan.tasks.map(({ id, department, part, instruction }) => ({
    planTask: id,
    task: derivedId(application, 'task', id),
    department,
    part,
    instruction,
  })),
  units: plan.units.map(({ id, capability, count }) => ({
    planUnits: id,
    request: derivedId(application, 'units', id),
    capability,
    count,
  })),
  roles: plan.roles,
  checklist: plan.checklist,
});

function newTasks(plan: ResponsePlan, { application, language }: Apply): NewTask[] {
  return plan.tasks.map((task) => ({
    task: derivedId(application, 'task', task.id),
    department: task.department,
    part: task.part,
    instruction: task.instruction[language],
    ...(task.acknowledgeWithin === undefined ? {} : { acknowledgeWithin: task.acknowledgeWithin }),
    ...(task.finishWithin === undefined ? {} : { finishWithin: task.finishWithin }),
    origin: { plan: plan.id, version: plan.version, planTask: task.id },
  }));
}

/** The tasks are given as any others are, so that the same rules hold. */
function assignments(tasks: readonly NewTask[], incident: Incident, context: IncidentContext) {
  if (tasks.length === 0) return [];
  return assignTasks(tasks, incident, context);
}

/** The plan's roles are filled as any others are; who holds one already keeps it. */
function appointments(
  { roles }: ResponsePlan,
  { officers = [] }: Apply,
  incident: Incident,
  context: IncidentContext,
): Decision {
  const filled: IncidentEvent[] = [];
  for (const { role, department } of roles) {
    const officer = officers.find((one) => one.role === role);
    if (!officer || incident.roles.has(role)) continue;
    const { account, name } = officer;
    const decided = assignRole({ role, account, name, department }, incident, context);
    if (isRejection(decided)) return decided;
    filled.push(...decided);
  }
  return filled;
}

/** The plan as it is to be applied, or why it can't be. */
function wantedPlan(data: Apply, { city }: IncidentContext): ResponsePlan | Rejection {
  const plan = city?.plans.get(data.plan);
  if (!plan) return reject('unknownPlan', { plan: data.plan }, 'plan');
  if (plan.version !== data.version)
    return reject('planVersion', { version: data.version, current: plan.version }, 'version');
  const fault = oneOfFault(data.language, ['zh', 'en'], 'language');
  return fault ?? (data.parts ? partsFault(plan, data.parts) : undefined) ?? plan;
}

/**
 * Gives the incident a plan, whole or in part, in one append. What of it is there already stays as
 * it was given; `[]` when nothing is missing. A second lead refuses the whole application: leave
 * that task out, or transfer the lead first.
 */
export function applyPlan(data: Apply, incident: Incident, context: IncidentContext): Decision {
  const { status } = incident;
  if (status !== 'confirmed' && status !== 'responding' && status !== 'contained')
    return reject(
      'incidentStatus',
      { status, wanted: 'confirmed, responding, contained' },
      'incident',
    );
  const plan = wantedPlan(data, context);
  if (isRejection(plan)) return plan;
  const missing = missingParts(plan, data.parts ?? idsOf(plan), incident);
  const parts = partsOf(missing, data.application);
  if (kinds.every((kind) => parts[kind].length === 0)) return [];
  const given = assignments(newTasks(missing, data), incident, context);
  if (isRejection(given)) return given;
  const filled = appointments(missing, data, incident, context);
  if (isRejection(filled)) return filled;
  const { id, version, name, responseLevel } = plan;
  const level = responseLevel === undefined ? {} : { responseLevel };
  const { application } = data;
  const applied: IncidentEvent = {
    type: 'PlanApplied',
    data: { application, plan: id, version, name, ...level, parts },
  };
  const requested = parts.units.map(
    (units): IncidentEvent => ({
      type: 'UnitsRequested',
      data: { ...units, plan: id, version },
    }),
  );
  return [applied, ...given, ...requested, ...filled];
}

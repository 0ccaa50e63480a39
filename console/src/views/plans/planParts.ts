import type { CommandRole, PlanSuggestion, Task } from '../../api/types.ts';
import { isEnded } from '../../store/needs.ts';

export interface ChosenParts {
  readonly tasks: string[];
  readonly units: string[];
  readonly roles: CommandRole[];
  readonly checklist: string[];
}
export type PartKind = keyof ChosenParts;

/** Why a task of a plan can't be given now. */
export type Hindrance = 'there' | 'busy' | 'leadTaken';

type Held = Pick<Task, 'department' | 'status' | 'part'>;
type PlanTask = PlanSuggestion['plan']['tasks'][number];

export function hindranceOf(
  task: PlanTask,
  { there }: PlanSuggestion,
  tasks: readonly Held[],
): Hindrance | undefined {
  if (there.tasks.includes(task.id)) return 'there';
  const open = tasks.filter((one) => !isEnded(one));
  if (open.some((one) => one.department === task.department)) return 'busy';
  return task.part === 'LEAD' && open.some((one) => one.part === 'LEAD') ? 'leadTaken' : undefined;
}

/** Whether the incident has everything of the plan already; then it shows as given, not as an offer. */
export const isAllThere = ({ plan, there }: PlanSuggestion): boolean =>
  plan.tasks.every(({ id }) => there.tasks.includes(id)) &&
  plan.units.every(({ id }) => there.units.includes(id)) &&
  plan.roles.every(({ role }) => there.roles.includes(role)) &&
  plan.checklist.every(({ id }) => there.checklist.includes(id));

/** Everything of the plan that can be given now. */
export function givable(suggestion: PlanSuggestion, tasks: readonly Held[]): ChosenParts {
  const { plan, there } = suggestion;
  return {
    tasks: plan.tasks
      .filter((task) => hindranceOf(task, suggestion, tasks) === undefined)
      .map(({ id }) => id),
    units: plan.units.map(({ id }) => id).filter((id) => !there.units.includes(id)),
    roles: plan.roles.map(({ role }) => role).filter((role) => !there.roles.includes(role)),
    checklist: plan.checklist.map(({ id }) => id).filter((id) => !there.checklist.includes(id)),
  };
}

export const countOf = ({ tasks, units, roles, checklist }: ChosenParts): number =>
  tasks.length + units.length + roles.length + checklist.length;

/** What is both chosen and still givable; another may have given it meanwhile. */
export function without(chosen: ChosenParts, dropped: ReadonlySet<string>): ChosenParts {
  const kept = (ids: readonly string[], kind: PartKind) =>
    ids.filter((id) => !dropped.has(`${kind} ${id}`));
  return {
    tasks: kept(chosen.tasks, 'tasks'),
    units: kept(chosen.units, 'units'),
    roles: chosen.roles.filter((role) => !dropped.has(`roles ${role}`)),
    checklist: kept(chosen.checklist, 'checklist'),
  };
}

import type { Task } from '../../api/types.ts';
import { isEnded } from '../../store/needs.ts';

/** Several departments' tasks while they are being written. */
export interface AssignDraft {
  /** Chosen departments in the order of choosing, each with its own instruction ('' is none). */
  readonly chosen: ReadonlyMap<string, string>;
  /** The department that leads; null where the incident has its lead already. */
  readonly lead: string | null;
  readonly instruction: string;
}

export type AssignAction =
  | { readonly type: 'toggled'; readonly department: string }
  | { readonly type: 'led'; readonly department: string }
  | { readonly type: 'instructed'; readonly text: string }
  | { readonly type: 'ownInstructed'; readonly department: string; readonly text: string };

type Held = Pick<Task, 'department' | 'status' | 'part'>;

/** Departments that already have an open task, and so can't be given another. */
export const taskedDepartments = (tasks: readonly Held[]): ReadonlySet<string> =>
  new Set(tasks.filter((task) => !isEnded(task)).map((task) => task.department));

export const hasLead = (tasks: readonly Held[]): boolean =>
  tasks.some((task) => task.part === 'LEAD' && !isEnded(task));

/** The suggested departments that are still free, the first of them leading. */
export function newDraft(suggested: readonly string[], tasks: readonly Held[]): AssignDraft {
  const held = taskedDepartments(tasks);
  const free = suggested.filter((department) => !held.has(department));
  return {
    chosen: new Map(free.map((department) => [department, ''])),
    lead: hasLead(tasks) ? null : (free[0] ?? null),
    instruction: '',
  };
}

function toggled(draft: AssignDraft, department: string, mayLead: boolean): AssignDraft {
  const chosen = new Map(draft.chosen);
  if (!chosen.delete(department)) chosen.set(department, '');
  const kept = draft.lead !== null && chosen.has(draft.lead);
  const lead = mayLead && !kept ? ([...chosen.keys()][0] ?? null) : draft.lead;
  return { ...draft, chosen, lead: mayLead ? lead : null };
}

/** `mayLead` is false where another task of the incident leads already. */
export const onAssign =
  (mayLead: boolean) =>
  (draft: AssignDraft, action: AssignAction): AssignDraft => {
    switch (action.type) {
      case 'toggled':
        return toggled(draft, action.department, mayLead);
      case 'led':
        return mayLead && draft.chosen.has(action.department)
          ? { ...draft, lead: action.department }
          : draft;
      case 'instructed':
        return { ...draft, instruction: action.text };
      case 'ownInstructed':
        return { ...draft, chosen: new Map(draft.chosen).set(action.department, action.text) };
    }
  };

export interface DraftTask {
  readonly department: string;
  readonly part: 'LEAD' | 'ASSIST';
  readonly instruction: string;
}

/** The tasks that the draft stands for; an empty own instruction means the one for all. */
export const tasksOf = (draft: AssignDraft): readonly DraftTask[] =>
  [...draft.chosen].map(([department, own]) => ({
    department,
    part: department === draft.lead ? 'LEAD' : 'ASSIST',
    instruction: (own.trim() || draft.instruction).trim(),
  }));

import type { Incident } from '@tocsin/domain';

/** What an action is about. A task or a unit is the affair of its department. */
export type Subject =
  | { readonly kind: 'city'; readonly city: string }
  | { readonly kind: 'department'; readonly city: string; readonly department: string }
  | { readonly kind: 'incident'; readonly city: string; readonly departments: readonly string[] };

export const citySubject = (city: string): Subject => ({ kind: 'city', city });

export const departmentSubject = (city: string, department: string): Subject => ({
  kind: 'department',
  city,
  department,
});

/**
 * An incident is the affair of its city and of every department that was ever given a task or a
 * corrective action in it, was called to a consultation on it or has a role in its command.
 */
export const incidentSubject = (
  incident: Pick<Incident, 'city' | 'tasks' | 'actions' | 'consultations' | 'roles'>,
): Subject => ({
  kind: 'incident',
  city: incident.city,
  departments: [
    ...[...incident.tasks.values()].flatMap((task) => [
      task.department,
      ...task.formerly.map((holder) => holder.department),
    ]),
    ...[...incident.actions.values()].map((action) => action.department),
    ...[...incident.consultations.values()].flatMap(({ participants }) => participants),
    ...[...incident.roles.values()].flatMap(({ department }) => department ?? []),
  ],
});

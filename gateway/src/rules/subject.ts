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

/** An incident is the affair of its city and of every department that was ever given a task in it. */
export const incidentSubject = ({ city, tasks }: Pick<Incident, 'city' | 'tasks'>): Subject => ({
  kind: 'incident',
  city,
  departments: [...tasks.values()].map((task) => task.department),
});

import type { Entry, Incident } from '../../api/types.ts';

/** Whose activity log it can be, as `unit:…`, `department:…` or `person:…`. */
export interface Subject {
  readonly value: string;
  readonly kind: 'department' | 'unit' | 'person';
  readonly id: string;
  readonly name: string;
}

/** The departments and units of an incident, and the people who had a part in it, each once. */
export function subjectsOf(
  { tasks, commitments }: Pick<Incident, 'tasks' | 'commitments'>,
  entries: readonly Pick<Entry, 'actor'>[],
  nameOf: (department: string) => string,
): readonly Subject[] {
  const found = new Map<string, Subject>();
  const add = (kind: Subject['kind'], id: string, name: string): void => {
    const value = `${kind}:${id}`;
    if (!found.has(value)) found.set(value, { value, kind, id, name });
  };
  for (const { department } of [...tasks, ...commitments])
    add('department', department, nameOf(department));
  for (const { unit, callSign } of commitments) add('unit', unit, callSign);
  for (const { actor } of entries) {
    const person = actor.onBehalfOf ?? actor;
    if (person.kind === 'PERSON') add('person', person.id, person.name);
  }
  return [...found.values()];
}

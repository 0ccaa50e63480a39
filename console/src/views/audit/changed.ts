import { leavesOf } from './leaves.ts';

/** What a step changed of an incident: a value's path, before and after; null: not there. */
export interface Changed {
  readonly path: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** What every step changes, or what only says who may look. */
const aside = /^(__typename|revision|position|lastRevision|may\[|.*\.__typename$)/;

/** The differences of two states, in the order of their paths. */
export function changedBetween(before: unknown, after: unknown): readonly Changed[] {
  const [was, is] = [new Map(leavesOf(before)), new Map(leavesOf(after))];
  return [...new Set([...was.keys(), ...is.keys()])]
    .filter((path) => !aside.test(path) && was.get(path) !== is.get(path))
    .map((path) => ({ path, before: was.get(path) ?? null, after: is.get(path) ?? null }));
}

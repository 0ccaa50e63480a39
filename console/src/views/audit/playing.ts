import type { Entry } from '../../api/types.ts';
import { type Axis, timeOn } from '../../store/axis.ts';

/** How many times faster than it was. */
export const speeds = [1, 5, 15, 60] as const;
export type Speed = (typeof speeds)[number];

/** A pause in which nothing happened is shortened to this. Milliseconds. */
const longest = 5000;

/** The span of the record in the order of an axis, in milliseconds. */
export const spanOf = (ordered: readonly Entry[], axis: Axis): readonly [number, number] => [
  timeOn(axis, ordered[0]),
  timeOn(axis, ordered.at(-1)),
];

export interface NextStep {
  readonly revision: string;
  /** Milliseconds until it is shown. */
  readonly wait: number;
}

/** What is shown next when the record plays, and when; null at its end. */
export function nextStep(
  at: string,
  ordered: readonly Entry[],
  axis: Axis,
  speed: Speed,
): NextStep | null {
  const here = ordered.findIndex((entry) => entry.revision === at);
  const next = ordered[here + 1];
  if (next === undefined) return null;
  const gap = here < 0 ? 0 : Math.max(0, timeOn(axis, next) - timeOn(axis, ordered[here]));
  return { revision: next.revision, wait: Math.min(longest, gap / speed) };
}

/** What a jump goes to: a person or rule, or a task, as `actor:<id>` or `task:<id>`. */
export interface Target {
  readonly value: string;
  readonly first: Entry;
}

const targetsOf = (entry: Entry): readonly string[] => [
  `actor:${entry.actor.id}`,
  ...(entry.task === null ? [] : [`task:${entry.task}`]),
];

/** Everyone who acted and every task, each with its first entry. */
export function targets(entries: readonly Entry[]): readonly Target[] {
  const found = new Map<string, Entry>();
  for (const entry of entries)
    for (const value of targetsOf(entry)) if (!found.has(value)) found.set(value, entry);
  return [...found].map(([value, first]) => ({ value, first }));
}

export const concerns = (entry: Entry, target: string): boolean =>
  targetsOf(entry).includes(target);

/** The next entry of a target after the one at `at`, else its first one. */
export function jumpTo(target: string, at: string, ordered: readonly Entry[]): string {
  const here = ordered.findIndex((entry) => entry.revision === at);
  const next = ordered.findIndex((entry, place) => place > here && concerns(entry, target));
  const found = next < 0 ? ordered.find((entry) => concerns(entry, target)) : ordered[next];
  return found?.revision ?? at;
}

import type { Entry } from '../../api/types.ts';

/** How many times faster than it was. */
export const speeds = [1, 5, 15, 60] as const;
export type Speed = (typeof speeds)[number];

/** A pause in which nothing happened is shortened to this. Milliseconds. */
const longest = 5000;

const atOf = (entry: Entry | undefined): number => Date.parse(entry?.recordedAt ?? '');

/** The last revision that was recorded by a moment (milliseconds); the first one before all. */
export function revisionAt(moment: number, entries: readonly Entry[]): string {
  const before = entries.findLast((entry) => atOf(entry) <= moment);
  return before?.revision ?? entries[0]?.revision ?? '0';
}

/** `@` and ISO 8601, as an address holds a moment; NaN for anything else. */
export const momentIn = (wanted: string | null): number =>
  wanted?.startsWith('@') ? Date.parse(wanted.slice(1)) : Number.NaN;

/** The span of the record, in milliseconds. */
export const spanOf = (entries: readonly Entry[]): readonly [number, number] => [
  atOf(entries[0]),
  atOf(entries.at(-1)),
];

export interface NextStep {
  readonly revision: string;
  /** Milliseconds until it is shown. */
  readonly wait: number;
}

/** What is shown next when the record plays, and when; null at its end. */
export function nextStep(at: string, entries: readonly Entry[], speed: Speed): NextStep | null {
  const here = entries.findIndex((entry) => entry.revision === at);
  const next = entries[here + 1];
  if (next === undefined) return null;
  const gap = here < 0 ? 0 : Math.max(0, atOf(next) - atOf(entries[here]));
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

/** The next entry of a target after a revision, else its first one. */
export function jumpTo(target: string, at: string, entries: readonly Entry[]): string {
  const own = entries.filter((entry) => concerns(entry, target));
  const next = own.find((entry) => BigInt(entry.revision) > BigInt(at)) ?? own[0];
  return next?.revision ?? at;
}

import { canonicalJson } from './codec/canonicalJson.ts';

/** The wanted facts that differ from those known; facts left out stay as they are. */
export function changedFacts<F extends object>(known: F, wanted: Partial<F>): Partial<F> {
  const changed = (Object.keys(wanted) as (keyof F)[]).filter(
    (key) =>
      wanted[key] !== undefined && canonicalJson(wanted[key]) !== canonicalJson(known[key] ?? null),
  );
  return Object.fromEntries(changed.map((key) => [key, wanted[key]])) as Partial<F>;
}

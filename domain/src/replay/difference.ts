/** From the outside inwards: names of fields, keys of maps, members of sets, places in lists. */
export type Path = readonly (string | number)[];

/** A place at which two states differ; `before` or `after` is undefined where there was nothing. */
export interface Difference {
  readonly path: Path;
  readonly before: unknown;
  readonly after: unknown;
}

type Facts = Readonly<Record<string | number, unknown>>;
type Kind = 'map' | 'set' | 'list' | 'object' | 'value';

function kindOf(value: unknown): Kind {
  if (typeof value !== 'object' || value === null) return 'value';
  if (value instanceof Map) return 'map';
  if (value instanceof Set) return 'set';
  return Array.isArray(value) ? 'list' : 'object';
}

function forEachKey(value: unknown, visit: (key: string | number) => void): void {
  if (value instanceof Map || value instanceof Set) for (const key of value.keys()) visit(key);
  else if (Array.isArray(value)) for (let at = 0; at < value.length; at += 1) visit(at);
  else for (const key of Object.keys(value as Facts)) visit(key);
}

/** What stands there; a member of a set is `true`. */
function partOf(value: unknown, key: string | number): unknown {
  if (value instanceof Map) return value.get(key);
  if (value instanceof Set) return value.has(key) || undefined;
  return (value as Facts)[key];
}

/**
 * Where two states of plain data, maps and sets differ, each place as deep inside as both have it.
 * Applied to the first, they give the second. The order of keys is no difference.
 */
export function differences(
  before: unknown,
  after: unknown,
  path: Path = [],
): readonly Difference[] {
  if (Object.is(before, after)) return [];
  const kind = kindOf(before);
  if (kind === 'value' || kind !== kindOf(after)) return [{ path, before, after }];
  const found: Difference[] = [];
  const compare = (key: string | number): void => {
    const [was, is] = [partOf(before, key), partOf(after, key)];
    if (!Object.is(was, is)) found.push(...differences(was, is, [...path, key]));
  };
  forEachKey(before, compare);
  forEachKey(after, (key) => {
    if (partOf(before, key) === undefined) compare(key);
  });
  return found;
}

/** The state that the differences lead to from the one that they were found in. */
export function applyDifferences(before: unknown, found: readonly Difference[]): unknown {
  if (found.length === 0) return before;
  const whole = found.find(({ path }) => path.length === 0);
  if (whole) return whole.after;
  const inside = new Map<string | number, Difference[]>();
  for (const { path, ...values } of found) {
    const [key = '', ...rest] = path;
    inside.set(key, [...(inside.get(key) ?? []), { path: rest, ...values }]);
  }
  const parts = [...inside].map(
    ([key, own]) => [key, applyDifferences(partOf(before, key), own)] as const,
  );
  return withParts(before, parts);
}

function withParts(
  value: unknown,
  parts: readonly (readonly [key: string | number, part: unknown])[],
): unknown {
  if (value instanceof Map) {
    const next = new Map(value);
    for (const [key, part] of parts) part === undefined ? next.delete(key) : next.set(key, part);
    return next;
  }
  if (value instanceof Set) {
    const next = new Set(value);
    for (const [key, part] of parts) part === undefined ? next.delete(key) : next.add(key);
    return next;
  }
  if (Array.isArray(value)) {
    const next = [...value];
    for (const [at, part] of parts) next[Number(at)] = part;
    // A list only ever loses its end.
    return next.filter((item) => item !== undefined);
  }
  const facts = { ...(value as Facts), ...Object.fromEntries(parts) };
  return Object.fromEntries(Object.entries(facts).filter(([, part]) => part !== undefined));
}

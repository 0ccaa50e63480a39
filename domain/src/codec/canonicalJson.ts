/**
 * The canonical JSON (RFC 8785) of what JSON can hold: keys sorted, nothing between. What it can't
 * hold becomes what `JSON.stringify` makes of it, so that bad input gets as far as its rejection.
 */
export function canonicalJson(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  let members = '';
  for (const key of sortedKeys(value)) {
    const member: unknown = value[key as keyof typeof value];
    if (member === undefined) continue;
    const comma = members === '' ? '' : ',';
    members += `${comma}${JSON.stringify(key)}:${canonicalJson(member)}`;
  }
  return `{${members}}`;
}

/** Most objects on the way to the log have their keys in order already. */
function sortedKeys(value: object): readonly string[] {
  const keys = Object.keys(value);
  for (let index = 1; index < keys.length; index += 1) {
    if ((keys[index - 1] ?? '') > (keys[index] ?? '')) return keys.toSorted();
  }
  return keys;
}

/**
 * The same value with its keys in canonical order, so that what `JSON.stringify` makes of it is its
 * canonical JSON; itself where they are. A key that looks like a number keeps JavaScript's order.
 */
export function inCanonicalOrder<T>(value: T): T {
  return ordered(value) as T;
}

function ordered(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) {
    const items: unknown[] = value.map(ordered);
    return items.every((item, index) => item === value[index]) ? value : items;
  }
  const keys = Object.keys(value);
  const inOrder = sortedKeys(value);
  let same = keys.every((key, index) => key === inOrder[index]);
  const members: [string, unknown][] = [];
  for (const key of inOrder) {
    const member: unknown = value[key as keyof typeof value];
    const next = ordered(member);
    same &&= next === member;
    members.push([key, next]);
  }
  return same ? value : Object.fromEntries(members);
}

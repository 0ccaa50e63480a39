/**
 * The canonical JSON (RFC 8785) of what JSON can hold: keys sorted, nothing between. What it can't
 * hold becomes what `JSON.stringify` makes of it, so that bad input gets as far as its rejection.
 */
export function canonicalJson(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  let members = '';
  for (const key of Object.keys(value).sort()) {
    const member: unknown = value[key as keyof typeof value];
    if (member === undefined) continue;
    const comma = members === '' ? '' : ',';
    members += `${comma}${JSON.stringify(key)}:${canonicalJson(member)}`;
  }
  return `{${members}}`;
}

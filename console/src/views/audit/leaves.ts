/** The values of nested data with their paths, in order: `place.address`, `tasks[0].department`. */
export function leavesOf(data: unknown, path = ''): readonly (readonly [string, string])[] {
  if (data === null || data === undefined) return [];
  if (Array.isArray(data)) return data.flatMap((item, i) => leavesOf(item, `${path}[${i}]`));
  if (typeof data === 'object') {
    return Object.entries(data).flatMap(([name, value]) =>
      leavesOf(value, path === '' ? name : `${path}.${name}`),
    );
  }
  return [[path, String(data)]];
}

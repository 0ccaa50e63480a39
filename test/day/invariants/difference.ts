/** What stands in one list and not in the other, or in one of them twice. */
export function difference(wanted: readonly string[], found: readonly string[]): string[] {
  const [left, right] = [new Set(wanted), new Set(found)];
  return [
    ...wanted.filter((one) => !right.has(one)).map((one) => `missing: ${one}`),
    ...found.filter((one) => !left.has(one)).map((one) => `invented: ${one}`),
    ...repeated(wanted).map((one) => `twice: ${one}`),
    ...repeated(found).map((one) => `twice: ${one}`),
  ];
}

/** Those that stand there more than once. */
export function repeated(list: readonly string[]): string[] {
  const seen = new Set<string>();
  return list.filter((one) => seen.size === seen.add(one).size);
}

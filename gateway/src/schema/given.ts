type Given<T> = { [K in keyof T]?: Exclude<T[K], null | undefined> };

/** The fields that were given: GraphQL's null is the domain's “left out”. */
export function given<T extends object>(input: T): Given<T> {
  const kept = Object.entries(input).filter(([, value]) => value !== null && value !== undefined);
  return Object.fromEntries(kept) as Given<T>;
}

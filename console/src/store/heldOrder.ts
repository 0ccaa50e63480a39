/** A list's order while a person points at it, and how many have come meanwhile. */
export interface HeldOrder {
  readonly shown: readonly string[];
  readonly fresh: number;
}

/** `held` is the order in which the pointing began; null while nobody points. */
export function heldOrder(ids: readonly string[], held: readonly string[] | null): HeldOrder {
  if (held === null) return { shown: ids, fresh: 0 };
  const known = new Set(held);
  return { shown: held, fresh: ids.filter((id) => !known.has(id)).length };
}

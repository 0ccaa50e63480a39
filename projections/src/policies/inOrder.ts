/**
 * Runs the items of a key one after the other, in their order, and those of different keys side by
 * side, at most `most` at a time. `run` must not throw.
 */
export async function inOrder<Item>(
  items: readonly Item[],
  keyOf: (item: Item) => string,
  most: number,
  run: (item: Item) => Promise<void>,
): Promise<void> {
  const queues = [...byKey(items, keyOf).values()];
  const worker = async (): Promise<void> => {
    for (let queue = queues.shift(); queue; queue = queues.shift()) {
      for (const item of queue) await run(item);
    }
  };
  await Promise.all(Array.from({ length: Math.min(most, queues.length) }, worker));
}

function byKey<Item>(
  items: readonly Item[],
  keyOf: (item: Item) => string,
): ReadonlyMap<string, readonly Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
}

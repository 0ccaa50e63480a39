export interface Row {
  readonly id: string;
  readonly position: string;
}

/** What changed since a cursor; rows carry their newest state. */
export interface RowChanges<R extends Row> {
  readonly rows: readonly R[];
  readonly removed: readonly string[];
}

/**
 * A board's rows by id. A change of one row wakes those who watch that row and those who watch the
 * whole board; the order is made when somebody asks for it, from the one before.
 */
export interface RowStore<R extends Row> {
  readonly row: (id: string) => R | undefined;
  /** All rows in the board's order; the same array until something changes. */
  readonly all: () => readonly R[];
  readonly watchRow: (id: string, listener: () => void) => () => void;
  /** Called after each change that touched anything, once a batch. */
  readonly watchAny: (listener: () => void) => () => void;
  /** Replaces everything by a snapshot. */
  readonly load: (rows: readonly R[]) => void;
  readonly apply: (changes: RowChanges<R>) => void;
}

const isOlder = (a: Row, b: Row): boolean => BigInt(a.position) < BigInt(b.position);

export function rowStore<R extends Row>(compare: (a: R, b: R) => number): RowStore<R> {
  let rows = new Map<string, R>();
  let ordered: readonly R[] = [];
  let stale = false;
  let shuffled = false;
  const rowListeners = new Map<string, Set<() => void>>();
  const anyListeners = new Set<() => void>();

  const tell = (touched: Iterable<string>): void => {
    stale = true;
    for (const id of touched) for (const listener of rowListeners.get(id) ?? []) listener();
    for (const listener of [...anyListeners]) listener();
  };
  // Sorting what is nearly in order takes little more than looking at it.
  const inOrder = (): readonly R[] => {
    const known = new Set<string>();
    const still = ordered.flatMap(({ id }) => {
      const row = rows.get(id);
      if (row !== undefined) known.add(id);
      return row ?? [];
    });
    if (!shuffled) return still;
    const fresh = [...rows.values()].filter(({ id }) => !known.has(id));
    return [...still, ...fresh].sort(compare);
  };

  return {
    row: (id) => rows.get(id),
    all: () => {
      if (stale) ordered = inOrder();
      stale = false;
      shuffled = false;
      return ordered;
    },
    watchRow: (id, listener) => {
      const listeners = rowListeners.get(id) ?? new Set();
      rowListeners.set(id, listeners.add(listener));
      return () => {
        listeners.delete(listener);
        if (listeners.size === 0 && rowListeners.get(id) === listeners) rowListeners.delete(id);
      };
    },
    watchAny: (listener) => {
      anyListeners.add(listener);
      return () => anyListeners.delete(listener);
    },
    load: (snapshot) => {
      const before = rows;
      rows = new Map(snapshot.map((row) => [row.id, row]));
      shuffled = true;
      tell(new Set([...before.keys(), ...rows.keys()]));
    },
    apply: (changes) => {
      const touched = new Set<string>();
      for (const row of changes.rows) {
        const known = rows.get(row.id);
        if (known && isOlder(row, known)) continue;
        rows.set(row.id, row);
        // What keeps its place needs no sorting: most changes are of that kind.
        if (known === undefined || compare(known, row) !== 0) shuffled = true;
        touched.add(row.id);
      }
      for (const id of changes.removed) if (rows.delete(id)) touched.add(id);
      if (touched.size > 0) tell(touched);
    },
  };
}

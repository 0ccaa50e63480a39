import { type Signal, signal } from './signal.ts';

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
 * A board's rows by id. A change of one row wakes only those who watch that row; the list of ids,
 * in the board's order, wakes its watchers only when rows come, go or change places.
 */
export interface RowStore<R extends Row> {
  readonly ids: Signal<readonly string[]>;
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
  const ids = signal<readonly string[]>([]);
  const rowListeners = new Map<string, Set<() => void>>();
  const anyListeners = new Set<() => void>();

  const tell = (touched: Iterable<string>): void => {
    ordered = [...rows.values()].sort(compare);
    const order = ordered.map((row) => row.id);
    const same = order.length === ids.get().length && order.every((id, i) => id === ids.get()[i]);
    if (!same) ids.set(order);
    for (const id of touched) for (const listener of rowListeners.get(id) ?? []) listener();
    for (const listener of [...anyListeners]) listener();
  };

  return {
    ids,
    row: (id) => rows.get(id),
    all: () => ordered,
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
      tell(new Set([...before.keys(), ...rows.keys()]));
    },
    apply: (changes) => {
      const touched = new Set<string>();
      for (const row of changes.rows) {
        const known = rows.get(row.id);
        if (known && isOlder(row, known)) continue;
        rows.set(row.id, row);
        touched.add(row.id);
      }
      for (const id of changes.removed) if (rows.delete(id)) touched.add(id);
      if (touched.size > 0) tell(touched);
    },
  };
}

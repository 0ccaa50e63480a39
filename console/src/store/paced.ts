import type { Row, RowStore } from './rowStore.ts';

/** How often a list takes over what changed, in milliseconds: more often nobody could read it. */
const usualPace = 100;

/** A board as lists see it: a first change at once, then at most one a pace. */
export interface Paced<R extends Row> {
  readonly watch: (listener: () => void) => () => void;
  /** The rows as they were when the watchers were last told. */
  readonly get: () => readonly R[];
}

function pacedOf<R extends Row>(store: RowStore<R>, pace: number): Paced<R> {
  const listeners = new Set<() => void>();
  let stop = (): void => {};
  let told: readonly R[] = [];
  let toldAt = Number.NEGATIVE_INFINITY;
  let due: ReturnType<typeof setTimeout> | undefined;
  const tell = (): void => {
    due = undefined;
    told = store.all();
    toldAt = performance.now();
    for (const listener of [...listeners]) listener();
  };
  const changed = (): void => {
    if (due !== undefined) return;
    const wait = toldAt + pace - performance.now();
    if (wait <= 0) tell();
    else due = setTimeout(tell, wait);
  };
  return {
    watch: (listener) => {
      if (listeners.size === 0) stop = store.watchAny(changed);
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
        if (listeners.size > 0) return;
        stop();
        clearTimeout(due);
        due = undefined;
      };
    },
    get: () => {
      // While nobody is told, or before anybody is, the board itself is the truth.
      if (due === undefined) told = store.all();
      return told;
    },
  };
}

const known = new WeakMap<object, Map<number, Paced<Row>>>();

/** One pace for all who look at a board, so that they show the same of it. */
export function paced<R extends Row>(store: RowStore<R>, pace = usualPace): Paced<R> {
  const all = known.get(store) ?? new Map<number, Paced<Row>>();
  known.set(store, all);
  const made = all.get(pace) ?? pacedOf(store, pace);
  all.set(pace, made);
  // What is kept under a store was made of it.
  return made as Paced<R>;
}

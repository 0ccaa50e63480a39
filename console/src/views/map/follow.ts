import type { Row, RowStore } from '../../store/rowStore.ts';

/** How often the map takes over what changed, in milliseconds; more often nobody could read it. */
const pace = 1000;

/**
 * Calls `draw` at once, after changes of the store at most once a pace, and once a minute for what
 * only grows older. Returns how to stop.
 */
export function follow<R extends Row>(store: RowStore<R>, draw: () => void): () => void {
  let due: ReturnType<typeof setTimeout> | undefined;
  let drawn = Number.NEGATIVE_INFINITY;
  const now = (): void => {
    due = undefined;
    drawn = performance.now();
    draw();
  };
  const soon = (): void => {
    due ??= setTimeout(now, Math.max(0, drawn + pace - performance.now()));
  };
  const stop = store.watchAny(soon);
  const minute = setInterval(soon, 60_000);
  now();
  return () => {
    stop();
    clearInterval(minute);
    clearTimeout(due);
  };
}

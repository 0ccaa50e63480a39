import { useCallback, useSyncExternalStore } from 'react';
import { paced } from './paced.ts';
import type { Row, RowStore } from './rowStore.ts';

/** The row with this id; the component is drawn again only when this row changes. */
export function useRow<R extends Row>(store: RowStore<R>, id: string): R | undefined {
  const watch = useCallback((listener: () => void) => store.watchRow(id, listener), [store, id]);
  return useSyncExternalStore(watch, () => store.row(id));
}

/**
 * All rows in the board's order, for lists that filter or group by what stands in them. The first
 * change shows at once, what follows it ten times a second, or each `pace` milliseconds: each row's
 * own words come by `useRow`.
 */
export function useAllRows<R extends Row>(store: RowStore<R>, pace?: number): readonly R[] {
  const { watch, get } = paced(store, pace);
  return useSyncExternalStore(watch, get);
}

/** What the rows tell together, a number, text or truth; drawn again only when that changes. */
export function useRowsTell<R extends Row, T extends string | number | boolean>(
  store: RowStore<R>,
  tell: (rows: readonly R[]) => T,
): T {
  const { watch, get } = paced(store);
  return useSyncExternalStore(watch, () => tell(get()));
}

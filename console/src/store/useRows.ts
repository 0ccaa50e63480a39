import { useCallback, useSyncExternalStore } from 'react';
import type { Row, RowStore } from './rowStore.ts';
import { useSignal } from './signal.ts';

export const useIds = <R extends Row>(store: RowStore<R>): readonly string[] =>
  useSignal(store.ids);

/** The row with this id; the component is drawn again only when this row changes. */
export function useRow<R extends Row>(store: RowStore<R>, id: string): R | undefined {
  const watch = useCallback((listener: () => void) => store.watchRow(id, listener), [store, id]);
  return useSyncExternalStore(watch, () => store.row(id));
}

/** All rows in the board's order, for lists that filter or group by what stands in them. */
export function useAllRows<R extends Row>(store: RowStore<R>): readonly R[] {
  return useSyncExternalStore(store.watchAny, store.all);
}

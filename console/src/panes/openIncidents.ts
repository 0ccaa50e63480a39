import { signal } from '../store/signal.ts';

/** So many incidents stay open at once; the one looked at longest ago makes room. */
export const mostOpen = 8;

/** The open incidents in the order of their tabs after one of them is looked at. */
export function withOpened(
  open: readonly string[],
  lookedAt: readonly string[],
  id: string,
): readonly string[] {
  if (open.includes(id)) return open;
  const oldest = open.length < mostOpen ? undefined : lookedAt.find((one) => open.includes(one));
  return [...open.filter((one) => one !== oldest), id];
}

/** The tab to show when one is closed: the next one, else the one before; null when none is left. */
export function afterClosing(open: readonly string[], id: string): string | null {
  const at = open.indexOf(id);
  return open[at + 1] ?? open[at - 1] ?? null;
}

const inner = signal<readonly string[]>([]);
let lookedAt: readonly string[] = [];

/** The incidents that this window has open, whatever view it shows. */
export const openIncidents = {
  ...inner,
  look: (id: string): void => {
    inner.set(withOpened(inner.get(), lookedAt, id));
    lookedAt = [...lookedAt.filter((one) => one !== id), id];
  },
  close: (id: string): string | null => {
    const next = afterClosing(inner.get(), id);
    inner.set(inner.get().filter((one) => one !== id));
    lookedAt = lookedAt.filter((one) => one !== id);
    return next;
  },
};

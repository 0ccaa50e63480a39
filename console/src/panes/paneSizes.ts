import { useEffect, useMemo, useState } from 'react';
import { session } from '../store/session.ts';

/** How much of the dispatch view each pane takes, in percent of its width or height. */
export interface PaneSizes {
  readonly queue: number;
  readonly incident: number;
  readonly units: number;
}

export type SizedPane = keyof PaneSizes;

export const usualSizes: PaneSizes = { queue: 24, incident: 42, units: 22 };
/** Smaller or larger than this no pane can be worked with. Percent. */
export const limits: Readonly<Record<SizedPane, readonly [number, number]>> = {
  queue: [14, 45],
  incident: [20, 60],
  units: [8, 60],
};

/** The least that the map keeps. Percent. */
const mapKeeps = 8;

/** The sizes with one pane at another size, within what leaves the others usable. */
export function resized(sizes: PaneSizes, pane: SizedPane, wanted: number): PaneSizes {
  const [least, most] = limits[pane];
  const beside = pane === 'queue' ? sizes.incident : pane === 'incident' ? sizes.queue : 0;
  const room = pane === 'units' ? most : Math.min(most, 100 - mapKeeps - beside);
  const size = Math.round(Math.max(least, Math.min(wanted, room)) * 10) / 10;
  return size === sizes[pane] ? sizes : { ...sizes, [pane]: size };
}

/** What was kept, checked; anything that cannot be read is as usual. */
export function readSizes(text: string | null): PaneSizes {
  try {
    const found: unknown = JSON.parse(text ?? '');
    if (typeof found !== 'object' || found === null) return usualSizes;
    return (Object.keys(usualSizes) as SizedPane[]).reduce((sizes, pane) => {
      const size: unknown = Reflect.get(found, pane);
      return typeof size === 'number' && Number.isFinite(size) ? resized(sizes, pane, size) : sizes;
    }, usualSizes);
  } catch {
    return usualSizes;
  }
}

/** The sizes of this account in this browser; they are kept as they are changed. */
export function usePaneSizes(): readonly [PaneSizes, (pane: SizedPane, size: number) => void] {
  const key = useMemo(() => `tocsin.panes.${session.get()?.viewer.account ?? ''}`, []);
  const [sizes, setSizes] = useState(() => readSizes(localStorage.getItem(key)));
  useEffect(() => localStorage.setItem(key, JSON.stringify(sizes)), [key, sizes]);
  return [sizes, (pane, size) => setSizes((before) => resized(before, pane, size))];
}

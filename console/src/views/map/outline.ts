import type { City } from '../../api/types.ts';

type Cell = City['cells'][number];
export type Point = [number, number];

/** A cell's ring, closed, counter-clockwise as GeoJSON wants it; null where the profile draws none. */
export function ringOf({ bounds }: Cell): Point[] | null {
  if (bounds === null) return null;
  const { west, south, east, north } = bounds;
  return [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ];
}

export function middleOf({ bounds }: Cell): Point | null {
  if (bounds === null) return null;
  return [(bounds.west + bounds.east) / 2, (bounds.south + bounds.north) / 2];
}

const nameOf = ([lon, lat]: Point): string => `${lon.toFixed(6)},${lat.toFixed(6)}`;

/** The edges around cells that lie together: those that no two of them share. */
export function outline(cells: readonly Cell[]): Point[][] {
  const edges = new Map<string, Point[]>();
  for (const cell of cells) {
    const ring = ringOf(cell) ?? [];
    for (const [i, from] of ring.entries()) {
      const to = ring[i + 1];
      if (to === undefined) continue;
      const key = [nameOf(from), nameOf(to)].sort().join(' ');
      if (!edges.delete(key)) edges.set(key, [from, to]);
    }
  }
  return [...edges.values()];
}

/** A point for a name amid cells: the middle of the one nearest to their common middle. */
export function labelPoint(cells: readonly Cell[]): Point | null {
  const middles = cells.map(middleOf).filter((middle) => middle !== null);
  if (middles.length === 0) return null;
  const sum = middles.reduce<Point>(([x, y], [lon, lat]) => [x + lon, y + lat], [0, 0]);
  const [lon, lat] = [sum[0] / middles.length, sum[1] / middles.length];
  const far = ([x, y]: Point): number => (x - lon) ** 2 + (y - lat) ** 2;
  return middles.reduce((best, one) => (far(one) < far(best) ? one : best));
}

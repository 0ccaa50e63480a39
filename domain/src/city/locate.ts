import { within } from '../place.ts';
import type { City } from './city.ts';

/** The grid cell that a coordinate lies in, where the city's cells have bounds. */
export function cellAt(city: City, lon: number, lat: number): string | undefined {
  for (const cell of city.cells.values()) {
    if (cell.bounds && within(cell.bounds, lon, lat)) return cell.id;
  }
  return undefined;
}

/** The middle of the grid cell that a place names, where its own coordinate is not known. */
export function cellCentre(
  city: City,
  { cell }: { readonly cell?: string },
): { readonly lon: number; readonly lat: number } | undefined {
  const bounds = city.cells.get(cell ?? '')?.bounds;
  if (!bounds) return undefined;
  const { west, south, east, north } = bounds;
  return { lon: (west + east) / 2, lat: (south + north) / 2 };
}

import { within } from '../place.ts';
import type { City } from './city.ts';

/** The grid cell that a coordinate lies in, where the city's cells have bounds. */
export function cellAt(city: City, lon: number, lat: number): string | undefined {
  for (const cell of city.cells.values()) {
    if (cell.bounds && within(cell.bounds, lon, lat)) return cell.id;
  }
  return undefined;
}

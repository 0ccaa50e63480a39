import type { City, IncidentType, Localized } from '../api/types.ts';

/** A city's reference data, found by id. */
export interface CityIndex {
  readonly city: City;
  readonly departments: ReadonlyMap<string, City['departments'][number]>;
  readonly districts: ReadonlyMap<string, City['districts'][number]>;
  readonly subdistricts: ReadonlyMap<string, City['subdistricts'][number]>;
  readonly cells: ReadonlyMap<string, City['cells'][number]>;
  readonly types: ReadonlyMap<string, IncidentType>;
  readonly capabilities: ReadonlyMap<string, City['capabilities'][number]>;
  readonly jurisdictions: ReadonlyMap<string, City['jurisdictions'][number]>;
  readonly items: ReadonlyMap<string, City['items'][number]>;
}

const byId = <T extends { readonly id: string }>(items: readonly T[]): ReadonlyMap<string, T> =>
  new Map(items.map((item) => [item.id, item]));

export const cityIndex = (city: City): CityIndex => ({
  city,
  departments: byId(city.departments),
  districts: byId(city.districts),
  subdistricts: byId(city.subdistricts),
  cells: byId(city.cells),
  types: byId(city.types),
  capabilities: byId(city.capabilities),
  jurisdictions: byId(city.jurisdictions),
  items: byId(city.items),
});

type Street = City['streets'][number];
type Cell = City['cells'][number];

const inside = ({ bounds }: Cell, lon: number, lat: number): boolean =>
  bounds !== null &&
  lon >= bounds.west &&
  lon <= bounds.east &&
  lat >= bounds.south &&
  lat <= bounds.north;

/** Points along a street's line, close enough together that no cell between two is skipped. */
function pointsOf(path: Street['path']): (readonly [number, number])[] {
  const points: (readonly [number, number])[] = [];
  for (const [i, [lon = 0, lat = 0]] of path.entries()) {
    const [nextLon = lon, nextLat = lat] = path[i + 1] ?? [];
    for (let step = 0; step < 20; step += 1) {
      points.push([lon + ((nextLon - lon) * step) / 20, lat + ((nextLat - lat) * step) / 20]);
    }
  }
  return points;
}

/** The grid cells that a street runs through, in the order of its line. */
export function cellsOf(street: Street, cells: readonly Cell[]): readonly Cell[] {
  const crossed = new Set<Cell>();
  for (const [lon, lat] of pointsOf(street.path)) {
    const cell = cells.find((one) => inside(one, lon, lat));
    if (cell) crossed.add(cell);
  }
  return [...crossed];
}

const fold = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

/** Streets whose name in either language holds the text; those that begin with it come first. */
export function matchingStreets(
  streets: readonly Street[],
  text: string,
  limit = 12,
): readonly Street[] {
  const wanted = fold(text.trim());
  if (wanted === '') return streets.slice(0, limit);
  const rank = ({ zh, en }: Localized): number => {
    const places = [fold(zh).indexOf(wanted), fold(en).indexOf(wanted)].filter((at) => at >= 0);
    return places.length === 0 ? -1 : Math.min(...places);
  };
  return streets
    .map((street) => ({ street, at: rank(street.name) }))
    .filter(({ at }) => at >= 0)
    .sort((a, b) => a.at - b.at)
    .slice(0, limit)
    .map(({ street }) => street);
}

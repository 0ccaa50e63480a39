/** West, south, east, north in degrees, WGS-84. */
export interface Bounds {
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
}

/** Where something is. Either a coordinate, or an address on one of the city's streets, or both. */
export interface Place {
  readonly address: string;
  /** Degrees, WGS-84. */
  readonly lon?: number;
  readonly lat?: number;
  readonly cell?: string;
  readonly district?: string;
}

export const within = (bounds: Bounds, lon: number, lat: number): boolean =>
  lon >= bounds.west && lon <= bounds.east && lat >= bounds.south && lat <= bounds.north;

type Coordinate = Readonly<Record<'lon' | 'lat', number>>;

/** Mean radius of the Earth in metres (IUGG). */
const earthRadius = 6_371_008.8;
const radians = (degrees: number): number => (degrees * Math.PI) / 180;

/** The great-circle distance in metres between two coordinates in degrees (haversine formula). */
export function metresBetween(a: Coordinate, b: Coordinate): number {
  const half = (from: number, to: number) => Math.sin(radians(to - from) / 2) ** 2;
  const parallel = Math.cos(radians(a.lat)) * Math.cos(radians(b.lat));
  const chord = half(a.lat, b.lat) + parallel * half(a.lon, b.lon);
  return 2 * earthRadius * Math.asin(Math.min(1, Math.sqrt(chord)));
}

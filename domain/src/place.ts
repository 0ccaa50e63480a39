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

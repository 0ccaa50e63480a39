import type { Plan } from './plan.ts';
import type { SfFireRow } from './sfFireRow.ts';

interface Coordinate {
  readonly lon: number;
  readonly lat: number;
}

/** The middle of the calls that have one thing in common. */
function centres(plan: Plan, key: (row: SfFireRow) => string): Map<string, Coordinate> {
  const sums = new Map<string, { lon: number; lat: number; calls: number }>();
  for (const { row } of plan.calls) {
    const { lon, lat } = row;
    if (lon === undefined || lat === undefined) continue;
    const known = sums.get(key(row)) ?? { lon: 0, lat: 0, calls: 0 };
    sums.set(key(row), { lon: known.lon + lon, lat: known.lat + lat, calls: known.calls + 1 });
  }
  return new Map(
    [...sums].map(([id, { lon, lat, calls }]) => [id, { lon: lon / calls, lat: lat / calls }]),
  );
}

const sceneOf = ({ lon, lat }: SfFireRow): Coordinate | undefined =>
  lon === undefined || lat === undefined ? undefined : { lon, lat };

/**
 * Where a free unit waits. The file has no station coordinates, so these stand in: for an engine or
 * truck the middle of the calls in the area of the station whose number it carries, for a battalion
 * chief that of the battalion's calls, for any other unit the place of its last call. Undefined
 * where none is known.
 */
export function homesOf(
  plan: Plan,
): (callSign: string, last: SfFireRow | undefined) => Coordinate | undefined {
  const stations = centres(plan, ({ stationArea }) => String(Number(stationArea)));
  const battalions = centres(plan, ({ battalion }) => battalion);
  return (callSign, last) => {
    const station = /^[ET](\d+)$/.exec(callSign)?.[1];
    const home =
      station === undefined ? battalions.get(callSign) : stations.get(String(Number(station)));
    return home ?? (last && sceneOf(last));
  };
}

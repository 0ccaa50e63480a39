/** What every feature of a live layer has: an id of its own, so that it can be changed by itself. */
export type Feature = GeoJSON.Feature<GeoJSON.Point, Readonly<Record<string, unknown>>> & {
  readonly id: string;
};

export const collection = <G extends GeoJSON.Geometry>(
  features: readonly GeoJSON.Feature<G>[],
): GeoJSON.FeatureCollection<G> => ({ type: 'FeatureCollection', features: [...features] });

export const pointFeature = (
  id: string,
  at: readonly [number, number],
  properties: Readonly<Record<string, unknown>>,
): Feature => ({
  type: 'Feature',
  id,
  geometry: { type: 'Point', coordinates: [...at] },
  properties: { id, ...properties },
});

export interface FeatureChanges {
  readonly put: readonly Feature[];
  readonly removed: readonly string[];
}

const same = (a: Feature, b: Feature): boolean =>
  JSON.stringify([a.geometry.coordinates, a.properties]) ===
  JSON.stringify([b.geometry.coordinates, b.properties]);

/**
 * Remembers what a layer shows and tells what differs. A row that is still the same object, in the
 * same phase of its age, is not looked at again: of 5,000 units only the moved ones cost anything.
 */
export function featureLedger<R extends { readonly id: string }>(
  draw: (row: R, now: number) => Feature | null,
  phase: (row: R, now: number) => number,
): (rows: readonly R[], now: number) => FeatureChanges {
  const known = new Map<string, { row: R; phase: number; feature: Feature | null }>();
  return (rows, now) => {
    const put: Feature[] = [];
    const removed: string[] = [];
    const there = new Set<string>();
    for (const row of rows) {
      there.add(row.id);
      const at = phase(row, now);
      const before = known.get(row.id);
      if (before?.row === row && before.phase === at) continue;
      const feature = draw(row, now);
      known.set(row.id, { row, phase: at, feature });
      const shown = before?.feature ?? null;
      if (feature === null) {
        if (shown !== null) removed.push(row.id);
      } else if (shown === null || !same(shown, feature)) put.push(feature);
    }
    for (const [id, { feature }] of known) {
      if (there.has(id)) continue;
      known.delete(id);
      if (feature !== null) removed.push(id);
    }
    return { put, removed };
  };
}

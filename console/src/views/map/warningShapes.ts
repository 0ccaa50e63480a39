import type { Area, City, WarningRow } from '../../api/types.ts';
import { collection } from './features.ts';
import { labelPoint, outline, type Point, ringOf } from './outline.ts';

type Cell = City['cells'][number];

/** The grid cells that an area names, by themselves or by their subdistrict or district. */
export const cellsIn = (area: Area, cells: readonly Cell[]): readonly Cell[] =>
  cells.filter(
    ({ id, district, subdistrict }) =>
      area.cells.includes(id) ||
      area.districts.includes(district) ||
      (subdistrict !== null && area.subdistricts.includes(subdistrict)),
  );

const points = (ring: readonly (readonly number[])[]): Point[] =>
  ring.map(([lon = 0, lat = 0]) => [lon, lat]);

interface Shapes {
  readonly areas: GeoJSON.FeatureCollection<GeoJSON.MultiPolygon>;
  readonly edges: GeoJSON.FeatureCollection<GeoJSON.MultiLineString>;
  readonly names: GeoJSON.FeatureCollection<GeoJSON.Point>;
}

/** The areas of warnings with their outlines, and where each one's level and hazard is written. */
export function warningShapes(
  warnings: readonly WarningRow[],
  cells: readonly Cell[],
  text: (warning: WarningRow) => string,
): Shapes {
  // The worst last, so that it lies on top.
  const drawn = [...warnings].reverse().map((warning) => {
    const { area, level, id } = warning;
    const named = cellsIn(area, cells);
    const polygon = (area.polygon ?? []).map(points);
    const rings = named.flatMap((cell) => {
      const ring = ringOf(cell);
      return ring === null ? [] : [[ring]];
    });
    const corner = polygon[0]?.[0] ?? null;
    return {
      properties: { id, level, text: text(warning) },
      parts: polygon.length > 0 ? [...rings, polygon] : rings,
      lines: [...outline(named), ...polygon],
      at: labelPoint(named) ?? corner,
    };
  });
  return {
    areas: collection(
      drawn.map(({ properties, parts }) => ({
        type: 'Feature',
        properties,
        geometry: { type: 'MultiPolygon', coordinates: parts },
      })),
    ),
    edges: collection(
      drawn.map(({ properties, lines }) => ({
        type: 'Feature',
        properties,
        geometry: { type: 'MultiLineString', coordinates: lines },
      })),
    ),
    names: collection(
      drawn.flatMap(({ properties, at }) =>
        at === null
          ? []
          : [{ type: 'Feature', properties, geometry: { type: 'Point', coordinates: at } }],
      ),
    ),
  };
}

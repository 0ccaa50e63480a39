import type { City, Localized } from '../../api/types.ts';
import { collection } from './features.ts';
import { labelPoint, middleOf, outline, ringOf } from './outline.ts';

type Shape<G extends GeoJSON.Geometry> = GeoJSON.FeatureCollection<G>;

export interface CityShapes {
  readonly cells: Shape<GeoJSON.Polygon>;
  readonly cellNames: Shape<GeoJSON.Point>;
  readonly districts: Shape<GeoJSON.MultiLineString>;
  readonly districtNames: Shape<GeoJSON.Point>;
  readonly streets: Shape<GeoJSON.LineString>;
  readonly hydrants: Shape<GeoJSON.Point>;
  readonly mains: Shape<GeoJSON.LineString>;
}

/** A street that crosses most of the city is a main one; it is drawn wider and named first. */
function isMain({ bounds }: City, { path }: City['streets'][number]): boolean {
  const [[west = 0, south = 0] = [], [east = 0, north = 0] = []] = [path[0], path.at(-1)];
  const across = Math.abs(east - west) / (bounds.east - bounds.west);
  const along = Math.abs(north - south) / (bounds.north - bounds.south);
  return Math.max(across, along) > 0.5;
}

/** The profile's grid and streets as shapes, named in one language. */
export function cityShapes(city: City, name: (name: Localized) => string): CityShapes {
  const cellsOf = (district: string) => city.cells.filter((cell) => cell.district === district);
  return {
    cells: collection(
      city.cells.flatMap((cell) => {
        const ring = ringOf(cell);
        return ring === null
          ? []
          : [
              {
                type: 'Feature',
                properties: { id: cell.id, district: cell.district },
                geometry: { type: 'Polygon', coordinates: [ring] },
              },
            ];
      }),
    ),
    cellNames: collection(city.cells.flatMap((cell) => named(middleOf(cell), name(cell.name)))),
    districts: collection(
      city.districts.map(({ id }) => ({
        type: 'Feature',
        properties: { id },
        geometry: { type: 'MultiLineString', coordinates: outline(cellsOf(id)) },
      })),
    ),
    districtNames: collection(
      city.districts.flatMap((one) => named(labelPoint(cellsOf(one.id)), name(one.name))),
    ),
    streets: collection(
      city.streets.map((street) => ({
        type: 'Feature',
        properties: { text: name(street.name), main: isMain(city, street) },
        geometry: { type: 'LineString', coordinates: street.path },
      })),
    ),
    hydrants: collection(
      city.streets.flatMap(({ hydrants }) =>
        hydrants.map((at) => ({
          type: 'Feature',
          properties: {},
          geometry: { type: 'Point', coordinates: at },
        })),
      ),
    ),
    mains: collection(
      city.streets.flatMap(({ path, mains }) =>
        mains.map((kind) => ({
          type: 'Feature',
          properties: { kind },
          geometry: { type: 'LineString', coordinates: path },
        })),
      ),
    ),
  };
}

const named = (
  at: readonly [number, number] | null,
  text: string,
): GeoJSON.Feature<GeoJSON.Point>[] =>
  at === null
    ? []
    : [
        {
          type: 'Feature',
          properties: { text },
          geometry: { type: 'Point', coordinates: [...at] },
        },
      ];

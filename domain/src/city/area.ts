import { firstFault } from '../check.ts';
import { type Place, within } from '../place.ts';
import { type Rejection, reject } from '../rejection.ts';
import type { City } from './city.ts';
import type { Cell } from './events.ts';
import { cellAt } from './locate.ts';
import type { Area } from './rules.ts';

type Point = readonly [number, number];
type Ring = readonly Point[];

/** Most points of an area's polygon, all rings together. */
export const maxPolygonPoints = 500;
/** Most districts, subdistricts or grid cells that an area names. */
export const maxAreaParts = 2000;

/** Whether a ray from the point to the east crosses the ring an odd number of times. */
function inRing(lon: number, lat: number, ring: Ring): boolean {
  let inside = false;
  let [fromLon, fromLat] = ring.at(-1) ?? [0, 0];
  for (const [toLon, toLat] of ring) {
    const crosses = fromLat > lat !== toLat > lat;
    if (crosses && lon < fromLon + ((lat - fromLat) * (toLon - fromLon)) / (toLat - fromLat))
      inside = !inside;
    [fromLon, fromLat] = [toLon, toLat];
  }
  return inside;
}

function inPolygon([lon, lat]: Point, [outline, ...holes]: readonly Ring[]): boolean {
  if (outline === undefined) return false;
  return inRing(lon, lat, outline) && !holes.some((hole) => inRing(lon, lat, hole));
}

/** The place's coordinate, or the middle of its grid cell where it has none. */
function pointOf({ lon, lat }: Place, cell: Cell | undefined): Point | undefined {
  if (lon !== undefined && lat !== undefined) return [lon, lat];
  if (!cell?.bounds) return undefined;
  const { west, south, east, north } = cell.bounds;
  return [(west + east) / 2, (south + north) / 2];
}

const cellOf = (city: City, { cell, lon, lat }: Place): string | undefined =>
  cell ?? (lon === undefined || lat === undefined ? undefined : cellAt(city, lon, lat));

/**
 * Whether a place lies in any part of an area: by its grid cell in the named cells, subdistricts
 * and districts, by its coordinate (degrees, WGS-84; else its cell's middle) in the polygon. A place
 * of which neither is known lies nowhere.
 */
export function placeInArea(city: City, area: Area, place: Place): boolean {
  const id = cellOf(city, place);
  const cell = id === undefined ? undefined : city.cells.get(id);
  const district = cell?.district ?? place.district;
  const subdistrict = cell?.subdistrict;
  const point = pointOf(place, cell);
  return (
    (id !== undefined && area.cells?.includes(id) === true) ||
    (subdistrict !== undefined && area.subdistricts?.includes(subdistrict) === true) ||
    (district !== undefined && area.districts?.includes(district) === true) ||
    (point !== undefined && inPolygon(point, area.polygon ?? []))
  );
}

function unknownFault(
  ids: readonly string[] | undefined,
  known: ReadonlyMap<string, unknown>,
  refuse: (id: string, field: string) => Rejection,
  field: string,
): Rejection | undefined {
  if (ids === undefined) return undefined;
  if (ids.length > maxAreaParts)
    return reject('tooMany', { max: maxAreaParts, count: ids.length }, field);
  const at = ids.findIndex((id) => !known.has(id));
  const id = ids[at];
  return id === undefined ? undefined : refuse(id, `${field}[${at}]`);
}

function pointFault([lon, lat]: Point, city: City, field: string): Rejection | undefined {
  if (!Number.isFinite(lon) || !Number.isFinite(lat)) return reject('notANumber', {}, field);
  if (within(city.bounds, lon, lat)) return undefined;
  const { west, south, east, north } = city.bounds;
  const { en, zh } = city.name;
  return reject('outsideCity', { city: en, cityZh: zh, west, south, east, north }, field);
}

function ringFault(ring: Ring, city: City, field: string): Rejection | undefined {
  const [first, last] = [ring[0], ring.at(-1)];
  if (!first || !last || ring.length < 4)
    return reject('polygonTooShort', { points: ring.length }, field);
  if (first[0] !== last[0] || first[1] !== last[1]) return reject('polygonNotClosed', {}, field);
  return firstFault(...ring.map((point, at) => pointFault(point, city, `${field}[${at}]`)));
}

function polygonFault(area: Area, city: City, field: string): Rejection | undefined {
  if (area.polygon === undefined) return undefined;
  const count = area.polygon.reduce((points, ring) => points + ring.length, 0);
  if (count > maxPolygonPoints) return reject('tooMany', { max: maxPolygonPoints, count }, field);
  return firstFault(...area.polygon.map((ring, at) => ringFault(ring, city, `${field}[${at}]`)));
}

const isEmpty = ({ districts, subdistricts, cells, polygon }: Area): boolean =>
  [districts, subdistricts, cells, polygon].every((part) => !part?.length);

/** What is wrong with an area of this city: nothing in it, an unknown part, or no proper polygon. */
export function areaFault(city: City, area: Area, field: string): Rejection | undefined {
  if (isEmpty(area)) return reject('areaEmpty', {}, field);
  return firstFault(
    unknownFault(
      area.districts,
      city.districts,
      (district, at) => reject('unknownDistrict', { district }, at),
      `${field}.districts`,
    ),
    unknownFault(
      area.subdistricts,
      city.subdistricts,
      (subdistrict, at) => reject('unknownSubdistrict', { subdistrict }, at),
      `${field}.subdistricts`,
    ),
    unknownFault(
      area.cells,
      city.cells,
      (cell, at) => reject('unknownCell', { cell }, at),
      `${field}.cells`,
    ),
    polygonFault(area, city, `${field}.polygon`),
  );
}

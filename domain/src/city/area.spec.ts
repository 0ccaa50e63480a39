import { describe, expect, it } from 'vitest';
import { cityOf, profile, city as twoDistricts } from '../city.testkit.ts';
import { metresBetween } from '../place.ts';
import { areaFault, maxAreaParts, maxPolygonPoints, placeInArea } from './area.ts';
import type { Area } from './rules.ts';

const [w1, ...others] = profile.cells;
if (!w1) throw new Error('the profile has no grid cell');
const city = cityOf({
  ...profile,
  subdistricts: [{ id: 'quay', name: { zh: '码头街道', en: 'Quay' }, district: 'west' }],
  cells: [{ ...w1, subdistrict: 'quay' }, ...others],
});

const square = (west: number, south: number, side: number): (readonly [number, number])[] => [
  [west, south],
  [west + side, south],
  [west + side, south + side],
  [west, south + side],
  [west, south],
];
const ring = square(110.2, 30.2, 0.6);
const polygon: Area = { polygon: [ring, square(110.4, 30.4, 0.2)] };
const at = (lon: number, lat: number) => ({ address: '', lon, lat });

describe('[W1] whether a place lies in an area', () => {
  it.each<[string, Area, { cell?: string; district?: string }, boolean]>([
    ['its cell is named', { cells: ['w1'] }, { cell: 'w1' }, true],
    ['another cell is named', { cells: ['e1'] }, { cell: 'w1' }, false],
    ['its cell is in the subdistrict', { subdistricts: ['quay'] }, { cell: 'w1' }, true],
    ['its cell is in no subdistrict', { subdistricts: ['quay'] }, { cell: 'e1' }, false],
    ['its cell is in the district', { districts: ['east'] }, { cell: 'unmapped' }, true],
    ['its district is known alone', { districts: ['east'] }, { district: 'east' }, true],
    ['one of several parts has it', { districts: ['west'], cells: ['e1'] }, { cell: 'e1' }, true],
    ['nothing is known of it', { districts: ['west'] }, {}, false],
    ['its cell’s middle is in a hole', polygon, { cell: 'w1' }, false],
    ['its cell’s middle is outside', polygon, { cell: 'e1' }, false],
    ['its cell’s middle is inside', { polygon: [ring] }, { cell: 'w1' }, true],
    ['the area is empty', {}, { cell: 'w1' }, false],
  ])('%s', (_what, area, place, inside) =>
    expect(placeInArea(city, area, { address: '', ...place })).toBe(inside),
  );
  it('by the cell that its coordinate lies in', () => {
    expect(placeInArea(city, { districts: ['west'] }, at(110.5, 30.5))).toBe(true);
    expect(placeInArea(city, { districts: ['west'] }, at(111.2, 30.5))).toBe(false);
  });
  it('by its coordinate in a polygon, but not in its hole', () => {
    expect(placeInArea(city, polygon, at(110.3, 30.3))).toBe(true);
    expect(placeInArea(city, polygon, at(110.5, 30.5))).toBe(false);
    expect(placeInArea(city, polygon, at(110.1, 30.3))).toBe(false);
    expect(placeInArea(city, polygon, at(110.3, 30.9))).toBe(false);
  });
});

describe('[W1] what is wrong with an area', () => {
  it.each<[Area]>([
    [{ cells: ['w1'] }],
    [{ districts: ['west'], subdistricts: ['quay'] }],
    [polygon],
  ])('nothing', (area) => expect(areaFault(city, area, 'area')).toBeUndefined());
  const open = ring.slice(0, -1);
  const tall = square(110.5, 30.5, 0.6);
  it.each<[Area, string, string]>([
    [{}, 'areaEmpty', 'area'],
    [{ cells: [], polygon: [] }, 'areaEmpty', 'area'],
    [{ cells: ['w1', 'x'] }, 'unknownCell', 'area.cells[1]'],
    [{ districts: ['x'] }, 'unknownDistrict', 'area.districts[0]'],
    [{ subdistricts: ['x'] }, 'unknownSubdistrict', 'area.subdistricts[0]'],
    [{ cells: Array(maxAreaParts + 1).fill('w1') }, 'tooMany', 'area.cells'],
    [{ polygon: [[]] }, 'polygonTooShort', 'area.polygon[0]'],
    [{ polygon: [ring, ring.slice(0, 3)] }, 'polygonTooShort', 'area.polygon[1]'],
    [{ polygon: [open] }, 'polygonNotClosed', 'area.polygon[0]'],
    [{ polygon: [Array(maxPolygonPoints + 1).fill([110.5, 30.5])] }, 'tooMany', 'area.polygon'],
    [{ polygon: [tall] }, 'outsideCity', 'area.polygon[0][2]'],
    [{ polygon: [[[Number.NaN, 30.5], ...ring]] }, 'polygonNotClosed', 'area.polygon[0]'],
    [
      { polygon: [[[110.5, Number.NaN], ...ring, [110.5, Number.NaN]]] },
      'polygonNotClosed',
      'area.polygon[0]',
    ],
    [
      { polygon: [[...ring.slice(0, 2), [110.5, Number.NaN], ...ring.slice(2)]] },
      'notANumber',
      'area.polygon[0][2]',
    ],
  ])('%j', (area, rejected, field) =>
    expect(areaFault(city, area, 'area')).toMatchObject({ rejected, field }),
  );
  it('a subdistrict that this city doesn’t have', () =>
    expect(areaFault(twoDistricts, { subdistricts: ['quay'] }, 'area')).toMatchObject({
      rejected: 'unknownSubdistrict',
      facts: { subdistrict: 'quay' },
    }));
});

describe('[W1] the distance between two coordinates', () => {
  const beijing = { lon: 116.4074, lat: 39.9042 };
  const shanghai = { lon: 121.4737, lat: 31.2304 };
  it('is 0 at one place, and the same both ways', () => {
    expect(metresBetween(beijing, beijing)).toBe(0);
    expect(metresBetween(beijing, shanghai)).toBeCloseTo(metresBetween(shanghai, beijing), 6);
  });
  it('is a quarter of the way round from pole to equator', () =>
    expect(metresBetween({ lon: 0, lat: 90 }, { lon: 77, lat: 0 })).toBeCloseTo(10_007_557, -1));
  it('is about 1,067 km from Beijing to Shanghai', () =>
    expect(metresBetween(beijing, shanghai) / 1000).toBeCloseTo(1067, -1));
});

import type { Bounds, Cell, CityProfile, Deadlines, District, Street } from '@tocsin/domain';
import { capabilities } from './capabilities.ts';
import { departments } from './departments.ts';
import { demoCity, demoSeed } from './identity.ts';
import { incidentTypes } from './incidentTypes.ts';
import { jurisdictions } from './neighbours.ts';
import { plans } from './plans/index.ts';
import { random } from './random.ts';
import { responsibilities } from './responsibilities.ts';
import { rules } from './rules.ts';
import { shifts } from './shifts.ts';
import { roads, streets } from './streetNames.ts';
import { inSubdistricts, subdistricts } from './subdistricts.ts';
import { depots, items } from './supplies.ts';
import { targets } from './targets.ts';

const bounds: Bounds = { west: 113, south: 28.1, east: 113.3, north: 28.3 };
const columns = 16;
const rows = 12;

const deadlines: Deadlines = {
  acknowledge: { 1: 60, 2: 120, 3: 300, 4: 600 },
  finish: { 1: 1800, 2: 3600, 3: 7200, 4: 14_400 },
  escalation: [
    { to: 'liaison', after: 0 },
    { to: 'dutyOfficer', after: 60 },
    { to: 'commandCentre', after: 120 },
  ],
};

interface Centre extends District {
  readonly column: number;
  readonly row: number;
}

/** Each cell belongs to the district whose centre is nearest. */
const centres: readonly Centre[] = [
  { id: 'linjiang', name: { zh: '临江区', en: 'Linjiang' }, column: 4, row: 5 },
  { id: 'wangyue', name: { zh: '望岳区', en: 'Wangyue' }, column: 2, row: 9 },
  { id: 'donghu', name: { zh: '东湖区', en: 'Donghu' }, column: 9, row: 4 },
  { id: 'yunxi', name: { zh: '云溪区', en: 'Yunxi' }, column: 8, row: 9 },
  { id: 'songshan', name: { zh: '松山区', en: 'Songshan' }, column: 13, row: 8 },
  { id: 'gaoxin', name: { zh: '高新区', en: 'Gaoxin' }, column: 13, row: 2 },
];

/** Degrees to six places: about a tenth of a metre. */
const degrees = (value: number): number => Math.round(value * 1e6) / 1e6;
const lonAt = (column: number): number =>
  degrees(bounds.west + ((bounds.east - bounds.west) * column) / columns);
const latAt = (row: number): number =>
  degrees(bounds.south + ((bounds.north - bounds.south) * row) / rows);

/** The fictional city of Xinghe. The same seed gives the same city. */
export function cityProfile(seed: number = demoSeed): CityProfile {
  const draw = random(seed);
  return {
    id: demoCity,
    name: { zh: '星河市', en: 'Xinghe' },
    bounds,
    timeZone: 'Asia/Shanghai',
    demo: true,
    departments,
    districts: centres.map(({ id, name }) => ({ id, name })),
    subdistricts,
    cells: inSubdistricts(cells(draw)),
    streets: [
      ...roads.map(([zh, en], index) => street(zh, en, index, roads.length, draw, true)),
      ...streets.map(([zh, en], index) => street(zh, en, index, streets.length, draw, false)),
    ],
    types: incidentTypes,
    deadlines,
    jurisdictions,
    capabilities,
    responsibilities,
    plans,
    targets,
    items,
    depots,
    shifts,
    rules,
  };
}

function cells(draw: () => number): Cell[] {
  const shifted = centres.map((centre) => ({
    ...centre,
    column: centre.column + draw() * 2 - 0.5,
    row: centre.row + draw() * 2 - 0.5,
  }));
  const counts = new Map<string, number>();
  return Array.from({ length: columns * rows }, (_, index) => {
    const column = index % columns;
    const row = Math.floor(index / columns);
    const district = nearest(shifted, column, row);
    const count = (counts.get(district.id) ?? 0) + 1;
    counts.set(district.id, count);
    return cell(district, count, column, row);
  });
}

function nearest(districts: readonly Centre[], column: number, row: number): Centre {
  const far = (one: Centre): number => (one.column - column) ** 2 + (one.row - row) ** 2;
  return districts.reduce((best, one) => (far(one) < far(best) ? one : best));
}

function cell(district: District, count: number, column: number, row: number): Cell {
  const number = String(count).padStart(2, '0');
  return {
    id: `${district.id}-${number}`,
    name: { zh: `${district.name.zh}第${count}网格`, en: `${district.name.en} grid ${number}` },
    district: district.id,
    bounds: {
      west: lonAt(column),
      south: latAt(row),
      east: lonAt(column + 1),
      north: latAt(row + 1),
    },
  };
}

/** One between each two points of a street's line, and one at its end. */
function hydrantsAlong(path: Street['path']): Street['path'] {
  return path.map(([lon, lat], at) => {
    const [nextLon, nextLat] = path[at + 1] ?? [lon, lat];
    return [degrees((lon + nextLon) / 2), degrees((lat + nextLat) / 2)] as const;
  });
}

/** A line across part of the city that strays a little from straight. */
function street(
  zh: string,
  en: string,
  index: number,
  of: number,
  draw: () => number,
  eastward: boolean,
): Street {
  const { west, south, east, north } = bounds;
  const across = (index + 0.3 + draw() * 0.4) / of;
  const from = draw() * 0.25;
  const to = 1 - draw() * 0.25;
  const bend = (draw() - 0.5) * 0.02;
  const path = Array.from({ length: 9 }, (_, step) => {
    const along = from + ((to - from) * step) / 8;
    const aside = Math.min(0.995, Math.max(0.005, across + bend * Math.sin(along * 5)));
    const [x, y] = eastward ? [along, aside] : [aside, along];
    return [degrees(west + (east - west) * x), degrees(south + (north - south) * y)] as const;
  });
  const name = eastward
    ? { zh: `${zh}路`, en: `${en} Road` }
    : { zh: `${zh}街`, en: `${en} Street` };
  return {
    id: `${eastward ? 'road' : 'street'}-${String(index + 1).padStart(2, '0')}`,
    name,
    path,
    hydrants: hydrantsAlong(path),
    // Gas comes to every second street; under a road runs water too.
    mains: index % 2 === 0 ? (eastward ? ['water', 'gas'] : ['gas']) : ['water'],
  };
}

import { describe, expect, it } from 'vitest';
import type { WarningRow } from '../../api/types.ts';
import { cellsIn, warningShapes } from './warningShapes.ts';

const cell = (id: string, district: string, subdistrict: string | null, west: number) => ({
  id,
  name: { zh: id, en: id },
  district,
  subdistrict,
  bounds: { west, south: 0, east: west + 1, north: 1 },
});
const cells = [cell('a', 'd1', 's1', 0), cell('b', 'd1', null, 1), cell('c', 'd2', null, 2)];
const none = { districts: [], subdistricts: [], cells: [], polygon: null };

describe('[V31] the area of a warning', () => {
  it.each([
    [{ ...none, districts: ['d1'] }, ['a', 'b']],
    [{ ...none, subdistricts: ['s1'] }, ['a']],
    [{ ...none, cells: ['c'], subdistricts: ['s1'] }, ['a', 'c']],
    [none, []],
  ])('%j holds %j', (area, ids) => expect(cellsIn(area, cells).map(({ id }) => id)).toEqual(ids));

  it('is drawn with its level and its word, the worst on top', () => {
    const warning = (id: string, level: 'RED' | 'BLUE', area: WarningRow['area']): WarningRow => ({
      id,
      hazard: 'Flood',
      level,
      status: 'IN_FORCE',
      from: '',
      until: '',
      impact: '',
      advice: '',
      issuer: '',
      issuedAt: '',
      endedAt: null,
      exercise: false,
      area,
      history: [],
      revision: '0',
      position: '0',
    });
    const ring = [
      [5, 5],
      [6, 5],
      [6, 6],
      [5, 5],
    ];
    const { areas, edges, names } = warningShapes(
      [
        warning('w1', 'RED', { ...none, districts: ['d1'] }),
        warning('w2', 'BLUE', { ...none, polygon: [ring] }),
      ],
      cells,
      ({ level, hazard }) => `${level} ${hazard}`,
    );
    expect(areas.features.map((one) => one.properties?.level)).toEqual(['BLUE', 'RED']);
    expect(areas.features[1]?.geometry.coordinates).toHaveLength(2);
    expect(edges.features[1]?.geometry.coordinates).toHaveLength(6);
    expect(names.features.map((one) => one.properties?.text)).toEqual(['BLUE Flood', 'RED Flood']);
    expect(names.features[0]?.geometry.coordinates).toEqual([5, 5]);
  });
});

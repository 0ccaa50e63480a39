import { describe, expect, it } from 'vitest';
import { cellsOf, matchingStreets } from './cityIndex.ts';

const street = (id: string, zh: string, en: string) => ({
  id,
  name: { zh, en },
  path: [
    [0.1, 0.5],
    [2.9, 0.5],
  ],
  hydrants: [],
  mains: [],
});
const cell = (id: string, west: number) => ({
  id,
  name: { zh: id, en: id },
  district: 'd',
  subdistrict: null,
  bounds: { west, south: 0, east: west + 1, north: 1 },
});
const streets = [
  street('s1', '滨江路', 'Riverside Road'),
  street('s2', '新江街', 'New River Street'),
  street('s3', '长安大道', "Chang'an Avenue"),
];

describe('finding a street', () => {
  it.each([
    ['river', ['s1', 's2']],
    ['江', ['s2', 's1'].sort()],
    ['滨江', ['s1']],
    ['nothing', []],
  ])('by %s', (typed, ids) => {
    expect(matchingStreets(streets, typed).map((one) => one.id)).toEqual(ids);
  });

  it('offers all while nothing is typed, up to the limit', () => {
    expect(matchingStreets(streets, ' ', 2)).toHaveLength(2);
  });
});

describe("a street's grid cells", () => {
  it('are those its line runs through, also between two of its points', () => {
    const cells = [cell('c0', 0), cell('c1', 1), cell('c2', 2), cell('c9', 9)];
    const [first = street('none', '', '')] = streets;
    expect(cellsOf(first, cells).map((one) => one.id)).toEqual(['c0', 'c1', 'c2']);
  });

  it('are none where the city gives no geometry', () => {
    const [first = street('none', '', '')] = streets;
    expect(cellsOf(first, [{ ...cell('c0', 0), bounds: null }])).toEqual([]);
  });
});

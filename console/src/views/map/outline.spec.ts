import { describe, expect, it } from 'vitest';
import { labelPoint, middleOf, outline } from './outline.ts';

const cell = (id: string, west: number, south = 0) => ({
  id,
  name: { zh: id, en: id },
  district: 'd',
  subdistrict: null,
  bounds: { west, south, east: west + 1, north: south + 1 },
});

describe('[V31] the outline of grid cells', () => {
  it('is the four edges of one', () => expect(outline([cell('a', 0)])).toHaveLength(4));

  it('has no edge that two of them share', () => {
    const edges = outline([cell('a', 0), cell('b', 1)]);
    expect(edges).toHaveLength(6);
    expect(edges.every((points) => points.some(([lon]) => lon !== 1))).toBe(true);
  });

  it('is nothing for cells that the profile does not draw', () => {
    expect(outline([{ ...cell('a', 0), bounds: null }])).toEqual([]);
    expect(middleOf({ ...cell('a', 0), bounds: null })).toBeNull();
  });
});

describe('[V31] where a name is written', () => {
  it('is the middle of the cell nearest to the middle of all', () => {
    expect(labelPoint([cell('a', 0), cell('b', 1), cell('c', 2)])).toEqual([1.5, 0.5]);
    expect(labelPoint([])).toBeNull();
  });
});

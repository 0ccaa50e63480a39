import { describe, expect, it } from 'vitest';
import { areaOf, badLine, draftOf, readDraft, writeDraft } from './areaDraft.ts';

const none = { districts: [], subdistricts: [], cells: [] };
const typed = (polygon: string): string => writeDraft({ ...none, polygon });

describe('an area that is being entered', () => {
  it('is what was chosen by name', () =>
    expect(areaOf(writeDraft({ ...none, cells: ['c1'], polygon: '' }))).toEqual({
      ...none,
      cells: ['c1'],
    }));

  it('takes a ring as lines of longitude and latitude, and closes it', () =>
    expect(areaOf(typed('113.0, 28.1\n113.1 28.1\n113.1，28.2\n')).polygon).toEqual([
      [
        [113, 28.1],
        [113.1, 28.1],
        [113.1, 28.2],
        [113, 28.1],
      ],
    ]));

  it('has a ring after each empty line: the holes', () =>
    expect(areaOf(typed('1, 1\n2, 1\n2, 2\n\n3, 3\n4, 3\n4, 4')).polygon).toHaveLength(2));

  it('names the line that is no point', () => {
    expect(badLine('113, 28\nnorth of the river')).toBe('north of the river');
    expect(badLine('113, 28, 5')).toBe('113, 28, 5');
    expect(badLine('113, 28\n\n114, 29')).toBeUndefined();
  });

  it('comes back as it was recorded', () => {
    const polygon = [
      [
        [1, 2],
        [3, 2],
        [3, 4],
        [1, 2],
      ],
    ];
    const area = { districts: ['d'], subdistricts: [], cells: [], polygon };
    expect(areaOf(draftOf(area))).toEqual(area);
    expect(readDraft(undefined)).toEqual({ ...none, polygon: '' });
  });
});

import { describe, expect, it } from 'vitest';
import { judgementActionsOn, levelsOffered } from './judgementActions.ts';

const may = ['judgeIncident', 'raiseResponseLevel', 'raiseIncident', 'mergeIncident', 'undoMerge'];
const district = { level: 'DISTRICT', district: null } as const;
const city = { level: 'CITY', district: null } as const;

describe('what of the judgement is offered', () => {
  it('goes by the status, the permissions and who has it', () => {
    const on = (status: 'REPORTED' | 'CONFIRMED' | 'MERGED' | 'CLOSED', jurisdiction = district) =>
      judgementActionsOn({ status, may, jurisdiction });
    expect(on('REPORTED')).toEqual(['setLevel', 'raise', 'merge']);
    expect(on('CONFIRMED')).toEqual(['type', 'grade', 'priority', 'setLevel', 'raise', 'merge']);
    expect(on('MERGED')).toEqual(['undoMerge']);
    expect(on('CLOSED')).toEqual([]);
    expect(judgementActionsOn({ status: 'REPORTED', may, jurisdiction: city })).toEqual([
      'setLevel',
      'merge',
    ]);
  });
  it('[J9] lets a dispatcher only raise the level, to 3 at the most', () => {
    expect(levelsOffered({ responseLevel: null, may })).toEqual([4, 3]);
    expect(levelsOffered({ responseLevel: 4, may })).toEqual([3]);
    expect(levelsOffered({ responseLevel: 3, may })).toEqual([]);
    expect(levelsOffered({ responseLevel: 3, may: ['setResponseLevel'] })).toEqual([1, 2, 4]);
  });
});

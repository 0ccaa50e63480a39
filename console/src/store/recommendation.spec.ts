import { describe, expect, it } from 'vitest';
import type { Considered, Recommendation } from '../api/types.ts';
import { chosenOf, isFromReserve, isOther, keptOf, rankOf } from './recommendation.ts';

const one = (callSign: string, reason: Considered['reason'], seconds: number | null = 60) => ({
  unit: `xinghe.${callSign}`,
  callSign,
  reason,
  seconds,
  metres: 500,
  fromStation: false,
  incidentNumber: null,
});
const shown: Recommendation = {
  rule: 'nearest-capable@1',
  capability: 'pump',
  considered: [
    one('E1', 'CHOSEN'),
    one('E2', 'FARTHER', 90),
    one('E3', 'POSITION_UNKNOWN', null),
    one('E4', 'COMMITTED'),
    one('E5', 'IN_RESERVE'),
  ],
};

describe('[U5] what is kept of a recommendation', () => {
  it('ranks those that could go, and nobody else', () => {
    expect(shown.considered.map(({ unit }) => rankOf(shown, unit))).toEqual([1, 2, 3, 0, 0]);
    expect(chosenOf(shown)).toEqual(['xinghe.E1']);
  });
  it('names the rule, the recommended and every unit considered with its reason', () => {
    expect(keptOf(shown, 'xinghe.E2')).toMatchObject({
      rule: 'nearest-capable@1',
      rank: 2,
      chosen: ['xinghe.E1'],
      considered: [{ callSign: 'E1', reason: 'CHOSEN' }, {}, {}, {}, { callSign: 'E5' }],
    });
  });
  it('asks why where another than the recommended goes, and [U6] one in reserve', () => {
    expect(isOther(shown, ['xinghe.E1'])).toBe(false);
    expect(isOther(shown, ['xinghe.E1', 'xinghe.E2'])).toBe(true);
    expect(isFromReserve(shown, ['xinghe.E2'])).toBe(false);
    expect(isFromReserve(shown, ['xinghe.E5'])).toBe(true);
  });
});

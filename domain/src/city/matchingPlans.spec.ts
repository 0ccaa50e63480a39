import { describe, expect, it } from 'vitest';
import { cityOf, profile } from '../city.testkit.ts';
import { matchingPlans } from './matchingPlans.ts';
import type { ResponsePlan } from './plan.ts';

const plan = (id: string, meant: Partial<ResponsePlan> = {}): ResponsePlan => ({
  id,
  name: { zh: id, en: id },
  version: 1,
  types: [],
  grades: [],
  tasks: [],
  units: [],
  roles: [],
  checklist: [],
  ...meant,
});
const types = ['gas-leak'];
const area = { districts: ['west'] };
const city = cityOf({
  ...profile,
  plans: [
    plan('any'),
    plan('severe', { grades: [1, 2] }),
    plan('west', { area }),
    plan('gas', { types }),
    plan('severe-gas', { types, grades: [1, 2] }),
    plan('west-gas', { types, area }),
    plan('flood', { types: ['flood'] }),
  ],
});
const west = { address: '', cell: 'w1' };
const east = { address: '', cell: 'e1' };
const ids = (known: Parameters<typeof matchingPlans>[1]) =>
  matchingPlans(city, known).map((match) => match.plan.id);

describe('[M1] the plans that fit an incident', () => {
  it('come by type, area and grade, the most specific first', () => {
    expect(ids({ type: 'gas-leak', grade: 2, place: west })).toEqual([
      'west-gas',
      'severe-gas',
      'gas',
      'west',
      'severe',
      'any',
    ]);
    expect(ids({ type: 'gas-leak', grade: 3, place: east })).toEqual(['gas', 'any']);
  });
  it('name nothing that is not known yet', () => {
    expect(ids({ place: west })).toEqual(['west', 'any']);
    expect(ids({ place: { address: 'somewhere' } })).toEqual(['any']);
  });
  it('say why, in both languages', () => {
    const [first] = matchingPlans(city, { type: 'gas-leak', grade: 1, place: west });
    expect(first?.because).toEqual(['type', 'area']);
    expect(first?.reason.en).toBe(
      'Matches because its type is “gas-leak”, it lies in the plan’s area.',
    );
    expect(first?.reason.zh).toContain('类型为“gas-leak 中文”');
    expect(matchingPlans(city, { place: east })[0]?.reason.en).toContain('general plan');
  });
});

import { describe, expect, it } from 'vitest';
import { cityOf, profile } from '../city.testkit.ts';
import { responsibleFor } from './responsible.ts';
import type { ResponsibilityRule } from './rules.ts';

const reason = { zh: '按分工', en: 'As agreed' };
const rule = (id: string, department: string, rest: Partial<ResponsibilityRule> = {}) => ({
  id,
  types: [],
  department,
  reason,
  ...rest,
});
const withRules = (...responsibilities: readonly ResponsibilityRule[]) =>
  cityOf({ ...profile, responsibilities });
const west = { address: '', cell: 'w1' };
const east = { address: '', cell: 'e1' };

describe('[J7] the responsible department', () => {
  it('is that of the first rule that fits type and place', () => {
    const city = withRules(
      rule('r-other', 'police', { types: ['flood'] }),
      rule('r-west', 'fire', { types: ['gas-leak'], area: { cells: ['w1'] } }),
      rule('r-all', 'police'),
    );
    expect(responsibleFor(city, 'gas-leak', west)).toEqual({
      department: 'fire',
      rule: 'r-west',
      reason,
    });
    expect(responsibleFor(city, 'gas-leak', east)).toMatchObject({ rule: 'r-all' });
  });
  it('is the type’s first department where no rule fits, and says so', () =>
    expect(responsibleFor(withRules(), 'gas-leak', west)).toEqual({
      department: 'gas',
      reason: { zh: '“gas-leak 中文”的首要部门', en: 'First department of “gas-leak”' },
    }));
  it('passes over departments that the city does not have', () => {
    const city = withRules(rule('r', 'navy'));
    expect(responsibleFor(city, 'gas-leak', west)?.department).toBe('gas');
  });
  it('is nobody’s for a type that the city does not have', () =>
    expect(responsibleFor(withRules(), 'dragon', west)).toBeUndefined());
});

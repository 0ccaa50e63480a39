import { expect, it } from 'vitest';
import { stockedCity } from '../../../domain/src/depot.testkit.ts';
import { nameSupplies } from './index.ts';

it('names items and depots as the city’s profile does', () => {
  const facts = { item: 'boat', items: 'boat × 3, elephant × 1', depot: 'north', free: 2 };
  expect(nameSupplies(facts, 'zh', stockedCity)).toEqual({
    item: 'boat 中文',
    items: 'boat 中文 × 3, elephant × 1',
    depot: 'north 中文',
    free: 2,
  });
  expect(nameSupplies(facts, 'zh')).toBe(facts);
  expect(nameSupplies({ items: 'a, b' }, 'en', stockedCity)).toEqual({ items: 'a, b' });
});

import { expect, it } from 'vitest';
import { demoStock } from './demoStock.ts';
import { depots, items } from './supplies.ts';

it('gives every depot enough of what it should have, but of one thing', () => {
  const stock = demoStock('2026-04-01').map(({ data }) => data);
  for (const { id, lowStock } of depots)
    for (const [item, least] of Object.entries(lowStock)) {
      const held = stock.filter((one) => one.depot === id && one.item === item);
      const total = held.reduce((sum, { quantity }) => sum + quantity, 0);
      expect(total < least, `${id} ${item}`).toBe(item === 'light-tower');
    }
  expect(new Set(stock.map(({ item }) => item))).toEqual(new Set(items.map(({ id }) => id)));
});

it('has no lot twice, and one that nears its end', () => {
  const stock = demoStock('2026-04-01').map(({ data }) => data);
  const names = stock.map(({ depot, item, lot }) => `${depot} ${item} ${lot}`);
  expect(new Set(names).size).toBe(names.length);
  expect(stock.filter(({ expires }) => expires && expires < '2026-05-01')).toMatchObject([
    { item: 'mask', expires: '2026-04-21' },
  ]);
});

import { expect, it } from 'vitest';
import { deadlineFactor } from './posture.ts';

it('[E5] tells what a posture does to deadlines', () => {
  const rules = { routine: { deadlineFactor: 1 }, emergency: { deadlineFactor: 0.5 } };
  expect(deadlineFactor(rules, 'EMERGENCY')).toBe(0.5);
  expect(deadlineFactor(rules, 'ALERT')).toBe(1);
  expect(deadlineFactor(null, 'ALERT')).toBe(1);
});

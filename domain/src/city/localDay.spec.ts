import { expect, it } from 'vitest';
import { addDays, dayIn, isDay, startOfDay } from './localDay.ts';

it.each([
  ['2026-02-28', true],
  ['2024-02-29', true],
  ['2026-02-29', false],
  ['2026-13-01', false],
  ['26-01-01', false],
  ['2026-1-1', false],
  ['tomorrow', false],
])('%s is a day: %s', (value, expected) => expect(isDay(value)).toBe(expected));

it('days go over months and years', () => {
  expect(addDays('2026-02-28', 1)).toBe('2026-03-01');
  expect(addDays('2026-01-10', -30)).toBe('2025-12-11');
});

it('a day is the one on the wall there', () => {
  expect(dayIn('Asia/Shanghai', '2026-03-01T15:59:59.999Z')).toBe('2026-03-01');
  expect(dayIn('Asia/Shanghai', '2026-03-01T16:00:00.000Z')).toBe('2026-03-02');
  expect(dayIn('America/Los_Angeles', '2026-03-01T07:59:00.000Z')).toBe('2026-02-28');
});

it.each([
  ['2026-03-02', 'Asia/Shanghai', '2026-03-01T16:00:00.000Z'],
  ['2026-03-02', 'UTC', '2026-03-02T00:00:00.000Z'],
  // The day after the clocks went forward, and the day they go back.
  ['2026-03-09', 'America/Los_Angeles', '2026-03-09T07:00:00.000Z'],
  ['2026-11-01', 'America/Los_Angeles', '2026-11-01T07:00:00.000Z'],
  ['2026-11-02', 'America/Los_Angeles', '2026-11-02T08:00:00.000Z'],
])('%s begins in %s at %s', (day, zone, instant) => expect(startOfDay(day, zone)).toBe(instant));

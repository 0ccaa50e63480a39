import { describe, expect, it } from 'vitest';
import { fromCityTime, toCityTime } from './cityTime.ts';

describe('a time entered by the clocks of the city', () => {
  it.each([
    ['Asia/Shanghai', '2026-11-21T14:30', '2026-11-21T06:30:00.000Z'],
    ['America/Los_Angeles', '2026-07-01T00:00', '2026-07-01T07:00:00.000Z'],
    ['Europe/Berlin', '2026-03-29T04:00', '2026-03-29T02:00:00.000Z'],
    ['Europe/Berlin', '2026-10-25T00:30', '2026-10-24T22:30:00.000Z'],
  ])('in %s at %s is %s, and back', (timeZone, entered, iso) => {
    expect(fromCityTime(entered, timeZone)).toBe(iso);
    expect(toCityTime(iso, timeZone)).toBe(entered);
  });

  it.each([
    ['Asia/Shanghai', '2026-11-21T14:30:59', '2026-11-21T06:30:59.000Z'],
    ['Asia/Kathmandu', '2026-11-21T14:30:01', '2026-11-21T08:45:01.000Z'],
    ['Europe/Berlin', '2026-03-29T03:00:30', '2026-03-29T01:00:30.000Z'],
    ['America/St_Johns', '2026-11-21T14:30:07.5', '2026-11-21T18:00:07.500Z'],
  ])('in %s at %s, to the second, is %s, and back', (timeZone, entered, iso) => {
    expect(fromCityTime(entered, timeZone)).toBe(iso);
    expect(toCityTime(iso, timeZone, 'second')).toBe(entered.slice(0, 19));
  });

  it('that is no time is none', () => expect(fromCityTime('', 'Asia/Shanghai')).toBe(''));
});

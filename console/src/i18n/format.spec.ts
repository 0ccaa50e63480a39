import { describe, expect, it } from 'vitest';
import { age, duration, moment, roman } from './format.ts';

const at = '2026-11-20T18:05:09.000Z';

describe('moments', () => {
  it("stand in the city's time zone, whatever the machine's", () => {
    expect(moment('time', at, 'en', 'Asia/Shanghai')).toBe('02:05:09');
    expect(moment('time', at, 'zh-CN', 'America/Los_Angeles')).toBe('10:05:09');
  });

  it('are written as the language writes them, in 24 hours', () => {
    expect(moment('full', at, 'en', 'Asia/Shanghai')).toBe('21/11/2026, 02:05:09');
    expect(moment('full', at, 'zh-CN', 'Asia/Shanghai')).toBe('2026/11/21 02:05:09');
    expect(moment('time', '2026-11-20T16:00:00.000Z', 'en', 'Asia/Shanghai')).toBe('00:00:00');
  });
});

describe('durations', () => {
  it.each([
    [0, '00:00'],
    [-5000, '00:00'],
    [130_999, '02:10'],
    [3_600_000, '01:00:00'],
    [172_800_000, '48:00:00'],
    [273_840_000, '3 d 04:04'],
  ])('%d ms is %s', (milliseconds, text) => {
    expect(duration(milliseconds)).toBe(text);
  });

  it('are short where they are an age', () => {
    expect(age(12_900)).toBe('12 s');
    expect(age(-1)).toBe('0 s');
    expect(age(200_000)).toBe('03:20');
  });

  it('and grades are Roman', () => {
    expect([1, 2, 3, 4].map(roman)).toEqual(['Ⅰ', 'Ⅱ', 'Ⅲ', 'Ⅳ']);
  });
});

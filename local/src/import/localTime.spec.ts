import { describe, expect, it } from 'vitest';
import { localTimeReader } from './localTime.ts';

const read = localTimeReader('America/Los_Angeles');
const at = (text: string) => {
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = text
    .split(/\D/)
    .map(Number);
  return read({ year, month, day, hour, minute, second })?.map((t) => new Date(t).toISOString());
};

describe('local times of San Francisco', () => {
  it('are seven hours behind UTC in summer and eight in winter', () => {
    expect(at('2020-04-07 23:53:08')).toEqual(['2020-04-08T06:53:08.000Z']);
    expect(at('2020-01-07 23:53:08')).toEqual(['2020-01-08T07:53:08.000Z']);
  });

  it('change at the very second', () => {
    expect(at('2020-03-08 01:59:59')).toEqual(['2020-03-08T09:59:59.000Z']);
    expect(at('2020-03-08 03:00:00')).toEqual(['2020-03-08T10:00:00.000Z']);
    expect(at('2020-11-01 00:59:59')).toEqual(['2020-11-01T07:59:59.000Z']);
    expect(at('2020-11-01 02:00:00')).toEqual(['2020-11-01T10:00:00.000Z']);
  });

  it('do not exist in the hour that spring leaves out', () => {
    expect(at('2020-03-08 02:00:00')).toEqual([]);
    expect(at('2020-03-08 02:59:59')).toEqual([]);
  });

  it('stand for two instants in the hour that autumn repeats', () => {
    expect(at('2020-11-01 01:30:00')).toEqual([
      '2020-11-01T08:30:00.000Z',
      '2020-11-01T09:30:00.000Z',
    ]);
  });

  it('are refused where the calendar or the clock has no such time', () => {
    expect(at('2020-02-30 01:00:00')).toBeUndefined();
    expect(at('2021-02-29 01:00:00')).toBeUndefined();
    expect(at('2020-13-01 01:00:00')).toBeUndefined();
    expect(at('2020-01-01 24:00:00')).toBeUndefined();
    expect(at('2020-01-01 23:60:00')).toBeUndefined();
  });
});

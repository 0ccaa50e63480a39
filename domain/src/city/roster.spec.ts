import { describe, expect, it } from 'vitest';
import { cityOf, profile } from '../city.testkit.ts';
import { shiftsAt } from './roster.ts';

const shift = (id: string, start: string, end: string, days: readonly number[] = []) => ({
  id,
  name: { zh: id, en: id },
  department: 'fire',
  start,
  end,
  days,
  liaisons: ['wu'],
});
// Shanghai is eight hours ahead of UTC; 2026-03-02 is a Monday.
const city = cityOf({
  ...profile,
  shifts: [
    shift('day', '08:00', '20:00'),
    shift('night', '20:00', '08:00'),
    shift('sunday-night', '22:00', '06:00', [7]),
    shift('round-the-clock', '08:00', '08:00', [1]),
  ],
});
const on = (at: string) => shiftsAt(city, at).map(({ id }) => id);

describe('[D4] the duty roster in the city’s time zone', () => {
  it.each([
    ['2026-03-03T00:00:00.000Z', ['day']],
    ['2026-03-02T23:59:59.000Z', ['night', 'round-the-clock']],
    ['2026-03-02T00:00:00.000Z', ['day', 'round-the-clock']],
    ['2026-03-02T12:00:00.000Z', ['night', 'round-the-clock']],
    ['2026-03-01T14:00:00.000Z', ['night', 'sunday-night']],
    ['2026-03-01T21:59:00.000Z', ['night', 'sunday-night']],
    ['2026-03-01T22:00:00.000Z', ['night']],
    ['2026-02-28T21:00:00.000Z', ['night']],
    ['2026-03-01T16:00:00.000Z', ['night', 'sunday-night']],
  ])('%s', (at, ids) => expect(on(at)).toEqual(ids));
});

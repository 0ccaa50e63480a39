import type { City } from './city.ts';
import type { Shift } from './rules.ts';

/** A moment on the city's clocks: 1 Monday to 7 Sunday, and minutes since midnight. */
interface LocalTime {
  readonly day: number;
  readonly minute: number;
}

const days = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

function localTime(at: string, timeZone: string): LocalTime {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    weekday: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(new Date(at));
  const part = (type: Intl.DateTimeFormatPartTypes) =>
    parts.find((one) => one.type === type)?.value ?? '';
  return {
    day: days.indexOf(part('weekday')) + 1,
    minute: Number(part('hour')) * 60 + Number(part('minute')),
  };
}

function minuteOf(clock: string): number {
  const [hour = 0, minute = 0] = clock.split(':').map(Number);
  return hour * 60 + minute;
}

const dayBefore = (day: number): number => (day === 1 ? 7 : day - 1);

/** Whether the shift is on; one over midnight belongs to the day on which it starts. */
function isOn({ start, end, days: on }: Shift, { day, minute }: LocalTime): boolean {
  const [from, until] = [minuteOf(start), minuteOf(end)];
  const onDay = (one: number) => on.length === 0 || on.includes(one);
  if (from < until) return onDay(day) && minute >= from && minute < until;
  return (onDay(day) && minute >= from) || (onDay(dayBefore(day)) && minute < until);
}

/** The shifts of the duty roster that are on at a moment (ISO 8601), in the city's time zone. */
export function shiftsAt(city: City, at: string): readonly Shift[] {
  const local = localTime(at, city.timeZone);
  return [...city.shifts.values()].filter((shift) => isOn(shift, local));
}

const dayMs = 86_400_000;

const calendarDay = /^\d{4}-\d{2}-\d{2}$/;

/** Whether it is a day that the calendar has, YYYY-MM-DD. */
export function isDay(value: string): boolean {
  if (!calendarDay.test(value)) return false;
  const time = Date.parse(`${value}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(value);
}

export const addDays = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10);

/** What a clock on the wall shows, taken for UTC, in milliseconds. */
function wallTime(time: number, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(time);
  const of = (type: string) => parts.find((part) => part.type === type)?.value ?? '';
  const day = `${of('year').padStart(4, '0')}-${of('month')}-${of('day')}`;
  return Date.parse(`${day}T${of('hour')}:${of('minute')}:${of('second')}Z`);
}

/** The day it is in a time zone (IANA name) at an instant (ISO 8601). */
export const dayIn = (timeZone: string, instant: string): string =>
  new Date(wallTime(Date.parse(instant), timeZone)).toISOString().slice(0, 10);

/** The instant (ISO 8601) at which a day begins in a time zone. */
export function startOfDay(day: string, timeZone: string): string {
  const midnight = Date.parse(`${day}T00:00:00Z`);
  // The offset at a guess, then at what the guess gave: right but where a clock change skips midnight.
  const guess = midnight - (wallTime(midnight, timeZone) - midnight);
  return new Date(midnight - (wallTime(guess, timeZone) - guess)).toISOString();
}

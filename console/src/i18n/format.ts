import type { Language } from '../store/preferences.ts';

// British English for the 24-hour clock and the day before the month.
const locales: Readonly<Record<Language, string>> = { 'zh-CN': 'zh-CN', en: 'en-GB' };
const formatters = new Map<string, Intl.DateTimeFormat>();

const time: Intl.DateTimeFormatOptions = {
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
};
const kinds = {
  /** 14:32:07 */
  time,
  /** 21/11, 14:32:07 */
  day: { month: '2-digit', day: '2-digit', ...time },
  /** 21/11, 14:32: where people set a time by the minute. */
  minute: {
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  },
  /** 21/11/2026, 14:32:07 */
  full: { year: 'numeric', month: '2-digit', day: '2-digit', ...time },
} satisfies Record<string, Intl.DateTimeFormatOptions>;

/** A moment in the city's time zone, written as the language writes it. */
export function moment(
  kind: keyof typeof kinds,
  at: number | string,
  language: Language,
  timeZone: string,
): string {
  const key = `${kind} ${language} ${timeZone}`;
  const known = formatters.get(key);
  const formatter =
    known ?? new Intl.DateTimeFormat(locales[language], { timeZone, ...kinds[kind] });
  if (!known) formatters.set(key, formatter);
  return formatter.format(new Date(at));
}

const two = (value: number): string => String(value).padStart(2, '0');

/** From this many hours on the days are counted. */
const manyHours = 72;

/** How long, from milliseconds: 02:10, 01:10:00, 5 d 04:10. Never below zero. */
export function duration(milliseconds: number): string {
  const seconds = Math.max(0, Math.floor(milliseconds / 1000));
  const minutes = Math.floor(seconds / 60);
  const hours = Math.floor(minutes / 60);
  if (hours >= manyHours)
    return `${Math.floor(hours / 24)} d ${two(hours % 24)}:${two(minutes % 60)}`;
  const rest = `${two(minutes % 60)}:${two(seconds % 60)}`;
  return hours > 0 ? `${two(hours)}:${rest}` : rest;
}

/** A short age: 12 s, 03:20. */
export const age = (milliseconds: number): string =>
  milliseconds < 60_000
    ? `${Math.max(0, Math.floor(milliseconds / 1000))} s`
    : duration(milliseconds);

const romans = ['Ⅰ', 'Ⅱ', 'Ⅲ', 'Ⅳ'];
/** The grade 1 to 4 in Roman numerals. */
export const roman = (grade: number): string => romans[grade - 1] ?? String(grade);

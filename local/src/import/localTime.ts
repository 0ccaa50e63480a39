/** A wall-clock time as a source without offsets writes it. */
export interface LocalTime {
  readonly year: number;
  /** 1 to 12 */
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
}

const hour = 3_600_000;

/** The same reading of the clock as if it were UTC; undefined when the calendar has no such day. */
function asIfUtc({ year, month, day, hour, minute, second }: LocalTime): number | undefined {
  const time = Date.UTC(year, month - 1, day, hour, minute, second);
  const back = new Date(time);
  const same =
    back.getUTCFullYear() === year &&
    back.getUTCMonth() === month - 1 &&
    back.getUTCDate() === day &&
    back.getUTCHours() === hour &&
    back.getUTCMinutes() === minute &&
    back.getUTCSeconds() === second;
  return same ? time : undefined;
}

function offsetReader(timeZone: string): (utc: number) => number {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  return (utc) => {
    const shown: Record<string, number> = {};
    for (const { type, value } of format.formatToParts(utc)) shown[type] = Number(value);
    const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = shown;
    return Date.UTC(year, month - 1, day, hour, minute, second) - utc;
  };
}

/**
 * Reads local times of a zone whose clock is changed on the hour. The answer holds every instant
 * (milliseconds since 1970, ascending) at which that zone's clock shows the time: one as a rule,
 * two in the hour that is repeated in autumn, none in the hour that is left out in spring;
 * undefined when the calendar has no such day or the clock no such hour.
 */
export function localTimeReader(
  timeZone: string,
): (local: LocalTime) => readonly number[] | undefined {
  const offsetAt = offsetReader(timeZone);
  const known = new Map<number, readonly number[]>();
  const offsets = (shown: number): readonly number[] => {
    const around = new Set([offsetAt(shown + 26 * hour), offsetAt(shown - 26 * hour)]);
    return [...around].filter((offset) => offsetAt(shown - offset) === offset);
  };
  return (local) => {
    const shown = asIfUtc(local);
    if (shown === undefined) return undefined;
    const key = Math.floor(shown / hour);
    const found = known.get(key) ?? offsets(shown);
    known.set(key, found);
    return found.map((offset) => shown - offset).sort((a, b) => a - b);
  };
}

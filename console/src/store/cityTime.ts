const parts = (at: number, timeZone: string): Record<string, string> =>
  Object.fromEntries(
    new Intl.DateTimeFormat('en-CA', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    })
      .formatToParts(at)
      .map(({ type, value }) => [type, value]),
  );

export type Precision = 'minute' | 'second';

/** An ISO 8601 moment as a `datetime-local` input writes it, by the clocks of the city. */
export function toCityTime(iso: string, timeZone: string, precision: Precision = 'minute'): string {
  const { year, month, day, hour, minute, second } = parts(Date.parse(iso), timeZone);
  const upToMinute = `${year}-${month}-${day}T${hour}:${minute}`;
  return precision === 'minute' ? upToMinute : `${upToMinute}:${second}`;
}

/** What was entered by the clocks of the city (`2026-11-21T14:30`, with or without seconds) as ISO 8601; '' stays ''. */
export function fromCityTime(entered: string, timeZone: string): string {
  const asUtc = Date.parse(`${entered}Z`);
  if (Number.isNaN(asUtc)) return '';
  const offset = (at: number): number => {
    const second = Math.floor(at / 1_000) * 1_000;
    const shown = toCityTime(new Date(second).toISOString(), timeZone, 'second');
    return Date.parse(`${shown}Z`) - second;
  };
  // Twice, as the offset at the guessed moment may be another one where clocks are changed.
  const guess = asUtc - offset(asUtc);
  return new Date(asUtc - offset(guess)).toISOString();
}

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
    })
      .formatToParts(at)
      .map(({ type, value }) => [type, value]),
  );

/** An ISO 8601 moment as a `datetime-local` input writes it, by the clocks of the city. */
export function toCityTime(iso: string, timeZone: string): string {
  const { year, month, day, hour, minute } = parts(Date.parse(iso), timeZone);
  return `${year}-${month}-${day}T${hour}:${minute}`;
}

const minuteMs = 60_000;

/** What was entered by the clocks of the city (`2026-11-21T14:30`, with or without seconds) as ISO 8601; '' stays ''. */
export function fromCityTime(entered: string, timeZone: string): string {
  const asUtc = Date.parse(`${entered}Z`);
  if (Number.isNaN(asUtc)) return '';
  // In whole minutes, as the clocks are read here.
  const offset = (at: number): number => {
    const minute = Math.floor(at / minuteMs) * minuteMs;
    return Date.parse(`${toCityTime(new Date(minute).toISOString(), timeZone)}Z`) - minute;
  };
  // Twice, as the offset at the guessed moment may be another one where clocks are changed.
  const guess = asUtc - offset(asUtc);
  return new Date(asUtc - offset(guess)).toISOString();
}

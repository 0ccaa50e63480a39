/** An ISO 8601 time so many seconds after another. */
export const secondsAfter = (iso: string, seconds: number): string =>
  new Date(Date.parse(iso) + seconds * 1000).toISOString();

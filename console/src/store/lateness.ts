/** Below this a record counts as made at once. Milliseconds. */
const atOnce = 60_000;

/** How much later something was entered than it happened, in milliseconds; 0 when at once. */
export function lateness({
  occurredAt,
  recordedAt,
}: {
  readonly occurredAt: string;
  /** Null where it is not known. */
  readonly recordedAt: string | null;
}): number {
  if (recordedAt === null) return 0;
  const late = Date.parse(recordedAt) - Date.parse(occurredAt);
  return late > atOnce ? late : 0;
}

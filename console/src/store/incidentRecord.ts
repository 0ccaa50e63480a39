import type { Entry, Incident } from '../api/types.ts';

/** One incident as this console knows it: its newest state and its timeline, oldest first. */
export interface IncidentRecord {
  readonly incident: Incident;
  readonly entries: readonly Entry[];
  /** The revision at which it was opened here; what came later is news. */
  readonly openedAt: string;
}

export const openRecord = (incident: Incident, entries: readonly Entry[]): IncidentRecord => ({
  incident,
  entries,
  openedAt: incident.revision,
});

/** The record with what came after it; what is known already, or older, changes nothing. */
export function withNews(
  known: IncidentRecord,
  incident: Incident,
  entries: readonly Entry[],
): IncidentRecord {
  const last = known.entries.at(-1);
  const after = last === undefined ? -1n : BigInt(last.revision);
  const fresh = entries.filter((entry) => BigInt(entry.revision) > after);
  const newer = BigInt(incident.revision) >= BigInt(known.incident.revision);
  if (fresh.length === 0 && !newer) return known;
  return {
    ...known,
    incident: newer ? incident : known.incident,
    entries: fresh.length === 0 ? known.entries : [...known.entries, ...fresh],
  };
}

/** Entries that another console made since this one opened the incident. */
export const newsFrom = (record: IncidentRecord, console: string): readonly Entry[] =>
  record.entries.filter(
    ({ revision, actor }) =>
      BigInt(revision) > BigInt(record.openedAt) && (actor.onBehalfOf ?? actor).console !== console,
  );

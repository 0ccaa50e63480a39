import type { IncidentEvent } from '../incident/events.ts';
import { evolve, noIncident } from '../incident/evolve.ts';
import type { Incident } from '../incident/incident.ts';
import type { Stored } from '../metadata.ts';

/**
 * A moment of an incident: right after a revision of its record, when everything had been recorded
 * up to a time (what was known then), or when everything had happened that is recorded as having
 * happened up to a time, however late it was entered. Times are ISO 8601 in UTC, with milliseconds.
 */
export type RecordMoment =
  | { readonly revision: bigint }
  | { readonly recordedBy: string }
  | { readonly occurredBy: string };

type Entries = readonly Stored<IncidentEvent>[];

/** The entries that count at a moment, in the record's order. */
export function recordUntil(events: Entries, moment: RecordMoment): Entries {
  if ('occurredBy' in moment)
    return events.filter(({ meta }) => meta.occurredAt <= moment.occurredBy);
  const isLater = ({ revision, meta }: Stored<IncidentEvent>): boolean =>
    'revision' in moment ? revision > moment.revision : meta.recordedAt > moment.recordedBy;
  const end = events.findIndex(isLater);
  return end < 0 ? events : events.slice(0, end);
}

const takeUp = (incident: Incident, event: Stored<IncidentEvent>): Incident =>
  evolve({ ...incident, length: Number(event.revision) }, event);

/** The incident that some entries of its record make; each keeps its place in the record. */
export const foldRecord = (events: Entries, from: Incident = noIncident): Incident =>
  events.reduce(takeUp, from);

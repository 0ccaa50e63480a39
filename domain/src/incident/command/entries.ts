import type { Recorded } from '../../metadata.ts';
import type { IncidentEvent } from '../events.ts';
import type { Incident } from '../incident.ts';

/** What somebody said, and can therefore have said wrongly. */
const strikable: readonly IncidentEvent['type'][] = [
  'NoteAdded',
  'TaskProgressed',
  'DecisionRecorded',
  'SituationReported',
  'AttachmentAdded',
  'FindingRecorded',
  'ActionReported',
];

/** Counts the event in, and remembers it if it may be struck; `incident` is the state after it. */
export function withEntry(incident: Incident, { type, meta }: Recorded<IncidentEvent>): Incident {
  const revision = incident.length;
  if (!strikable.includes(type)) return { ...incident, length: revision + 1 };
  const entry = { revision, by: meta.actor.id, name: meta.actor.name };
  return { ...incident, length: revision + 1, entries: [...incident.entries, entry] };
}

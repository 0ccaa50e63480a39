import type { Recorded } from '../metadata.ts';
import type { IncidentEvent } from './events.ts';
import type { Evidence } from './incident.ts';

/** Who did it and both its times, as a link of an evidence chain. */
export const evidence = ({ meta }: Recorded<IncidentEvent>): Evidence => ({
  by: meta.actor,
  occurredAt: meta.occurredAt,
  recordedAt: meta.recordedAt,
});

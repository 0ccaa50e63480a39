import type { Recorded } from '../../metadata.ts';
import { evidence } from '../evidence.ts';
import type { Incident } from '../incident.ts';
import type { RetentionEvent } from './events.ts';
import type { LegalHold } from './state.ts';

const withHold = (incident: Incident, hold: LegalHold): Incident => ({
  ...incident,
  holds: new Map(incident.holds).set(hold.id, hold),
});

export function evolveRetention(incident: Incident, event: Recorded<RetentionEvent>): Incident {
  switch (event.type) {
    case 'LegalHoldPlaced': {
      const { hold: id, reason } = event.data;
      return withHold(incident, { ...evidence(event), id, reason });
    }
    case 'LegalHoldLifted': {
      const { hold: id, reason } = event.data;
      const known = incident.holds.get(id);
      return known
        ? withHold(incident, { ...known, lifted: { ...evidence(event), reason } })
        : incident;
    }
    case 'IncidentArchived': {
      const { manifest, revision } = event.data;
      return { ...incident, archived: { ...evidence(event), manifest, revision } };
    }
  }
}

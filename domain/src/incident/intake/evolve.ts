import type { Recorded } from '../../metadata.ts';
import { evidence } from '../evidence.ts';
import type { Incident } from '../incident.ts';
import type { IntakeEvent } from './events.ts';

export function evolveIntake(incident: Incident, event: Recorded<IntakeEvent>): Incident {
  switch (event.type) {
    case 'IncidentReported': {
      const { incident: id, ...facts } = event.data;
      return { ...incident, ...facts, id, status: 'reported', reported: evidence(event) };
    }
    case 'ReportLinked': {
      const linked = { ...evidence(event), ...event.data };
      return { ...incident, linked: new Map(incident.linked).set(linked.report, linked) };
    }
    case 'ReportUnlinked': {
      const { report } = event.data;
      const linked = new Map(incident.linked);
      linked.delete(report);
      return { ...incident, linked, unlinked: new Set(incident.unlinked).add(report) };
    }
  }
}

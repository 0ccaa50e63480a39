import type { Recorded } from '../../metadata.ts';
import { evidence } from '../evidence.ts';
import type { Incident } from '../incident.ts';
import { withKeyOf } from '../privacy/evolve.ts';
import type { IntakeEvent } from './events.ts';

export function evolveIntake(incident: Incident, event: Recorded<IntakeEvent>): Incident {
  switch (event.type) {
    case 'IncidentReported': {
      const { incident: id, ...facts } = event.data;
      const begun = { ...incident, ...facts, id };
      const personalKeys = withKeyOf(begun, facts.reporter);
      return { ...begun, personalKeys, status: 'reported', reported: evidence(event) };
    }
    case 'ReportLinked': {
      const linked = { ...evidence(event), ...event.data };
      const personalKeys = withKeyOf(incident, linked.reporter);
      const reports = new Map(incident.linked).set(linked.report, linked);
      return { ...incident, personalKeys, linked: reports };
    }
    case 'ReportUnlinked': {
      const { report } = event.data;
      const linked = new Map(incident.linked);
      linked.delete(report);
      return { ...incident, linked, unlinked: new Set(incident.unlinked).add(report) };
    }
  }
}

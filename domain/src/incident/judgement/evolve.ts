import type { Recorded } from '../../metadata.ts';
import { evidence } from '../evidence.ts';
import type { Incident } from '../incident.ts';
import type { JudgementEvent } from './events.ts';

export function evolveJudgement(incident: Incident, event: Recorded<JudgementEvent>): Incident {
  switch (event.type) {
    case 'IncidentJudged': {
      const { reason, ...judged } = event.data;
      return { ...incident, ...judged };
    }
    case 'ResponsibilityAssigned':
      return { ...incident, responsible: { ...evidence(event), ...event.data } };
    case 'IncidentRaised':
      return { ...incident, jurisdiction: { level: 'city' } };
    case 'IncidentHandedDown':
      return {
        ...incident,
        jurisdiction: { level: 'district', district: event.data.district },
      };
    case 'ResponseLevelSet': {
      const { level, reason } = event.data;
      return { ...incident, responseLevel: { ...evidence(event), level, reason } };
    }
  }
}

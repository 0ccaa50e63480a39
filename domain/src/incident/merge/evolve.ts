import type { Recorded } from '../../metadata.ts';
import { evidence } from '../evidence.ts';
import { type Incident, isOpenStatus } from '../incident.ts';
import type { MergeEvent } from './events.ts';

export function evolveMerge(incident: Incident, event: Recorded<MergeEvent>): Incident {
  switch (event.type) {
    case 'IncidentMerged': {
      const { into, intoWhat, merge, reason } = event.data;
      const before = isOpenStatus(incident.status) ? incident.status : 'reported';
      const merged = { ...evidence(event), into, intoWhat, merge, reason, before };
      return { ...incident, status: 'merged', merged, merges: merge };
    }
    case 'MergeUndone': {
      const { merged, ...rest } = incident;
      return { ...rest, status: event.data.status };
    }
    case 'IncidentAbsorbed': {
      const { incident: id, ...facts } = event.data;
      const absorbed = new Map(incident.absorbed).set(id, { ...evidence(event), id, ...facts });
      return { ...incident, absorbed };
    }
    case 'IncidentSplitOff': {
      const absorbed = new Map(incident.absorbed);
      absorbed.delete(event.data.incident);
      return { ...incident, absorbed };
    }
    case 'AbsorptionRefused':
      return incident;
  }
}

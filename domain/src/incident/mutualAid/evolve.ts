import type { Recorded } from '../../metadata.ts';
import { evidence } from '../evidence.ts';
import type { Incident } from '../incident.ts';
import type { MutualAidEvent } from './events.ts';
import type { MutualAid } from './mutualAid.ts';

function after(
  known: MutualAid | undefined,
  event: Recorded<MutualAidEvent>,
): MutualAid | undefined {
  const link = evidence(event);
  if (event.type === 'MutualAidRequested') return { ...event.data, requested: link, units: [] };
  if (!known) return undefined;
  if (event.type === 'MutualAidEnded')
    return { ...known, ended: { ...link, reason: event.data.reason } };
  const { granted, note, units } = event.data;
  return { ...known, answered: { ...link, granted, note }, units };
}

export function evolveMutualAid(incident: Incident, event: Recorded<MutualAidEvent>): Incident {
  const { request } = event.data;
  const next = after(incident.mutualAid.get(request), event);
  if (!next) return incident;
  return { ...incident, mutualAid: new Map(incident.mutualAid).set(request, next) };
}

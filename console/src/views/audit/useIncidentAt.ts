import { useEffect, useState } from 'react';
import { ask } from '../../api/client.ts';
import { incidentAtDocument } from '../../api/documents/incident.ts';
import type { Incident } from '../../api/types.ts';

export interface IncidentAt {
  readonly at: 'loading' | 'shown' | 'failed';
  /** While the next step loads, the one before stays. */
  readonly incident: Incident | null;
}

// What stood at a revision never changes, so it is asked for once while the page lives.
const known = new Map<string, Incident>();
const most = 500;

function keep(key: string, incident: Incident): void {
  const oldest = known.keys().next().value;
  if (known.size >= most && oldest !== undefined) known.delete(oldest);
  known.set(key, incident);
}

/** The incident as it stood after a revision of its record. */
export function useIncidentAt(id: string, revision: string): IncidentAt {
  const key = `${id} ${revision}`;
  const [last, setLast] = useState<IncidentAt>({ at: 'loading', incident: null });
  const found = known.get(key);
  useEffect(() => {
    if (known.has(key)) return;
    let stopped = false;
    ask(incidentAtDocument, { id, revision }).then(
      ({ incident }) => {
        if (incident) keep(key, incident);
        if (!stopped) setLast({ at: incident ? 'shown' : 'failed', incident });
      },
      () => stopped || setLast({ at: 'failed', incident: null }),
    );
    return () => {
      stopped = true;
    };
  }, [key, id, revision]);
  return found ? { at: 'shown', incident: found } : last;
}

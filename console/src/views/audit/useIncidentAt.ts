import { useEffect, useState } from 'react';
import { askUntilAnswered } from '../../api/askUntilAnswered.ts';
import { incidentAtDocument } from '../../api/documents/replay.ts';
import type { Incident } from '../../api/types.ts';
import type { Asked } from '../../store/axis.ts';

export interface IncidentAt {
  readonly at: 'loading' | 'shown' | 'missing' | 'failed';
  /** What the server refused it with; without it, it is being asked again. */
  readonly why?: string | undefined;
  /** While the next step loads, the one before stays. */
  readonly incident: Incident | null;
}

// What stood at a revision never changes, so it is asked for once while the page lives; what had
// occurred by a time may get late entries yet.
const known = new Map<string, Incident>();
const most = 500;

function keep(key: string, incident: Incident): void {
  const oldest = known.keys().next().value;
  if (known.size >= most && oldest !== undefined) known.delete(oldest);
  known.set(key, incident);
}

/** The incident as it stood at a moment of its record. */
export function useIncidentAt(id: string, asOf: Asked): IncidentAt {
  const said = JSON.stringify(asOf);
  const key = `${id} ${said}`;
  const [last, setLast] = useState<IncidentAt>({ at: 'loading', incident: null });
  const found = known.get(key);
  useEffect(() => {
    if (known.has(key)) return;
    const wanted = JSON.parse(said) as Asked;
    return askUntilAnswered(
      incidentAtDocument,
      { id, asOf: wanted },
      {
        answered: ({ incident }) => {
          if (incident && 'revision' in wanted) keep(key, incident);
          setLast({ at: incident ? 'shown' : 'missing', incident });
        },
        failed: (why) => setLast({ at: 'failed', why, incident: null }),
      },
    );
  }, [key, id, said]);
  return found ? { at: 'shown', incident: found } : last;
}

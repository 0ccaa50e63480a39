import type { Incident, IncidentEvent, Revision, Stored } from '@tocsin/domain';
import { revision } from '@tocsin/domain';
import type { Store } from '@tocsin/domain/store';
import { type IncidentView, viewIncident } from '../incidentView.ts';
import type { Feed } from './feed.ts';
import { iterate, Signal } from './pull.ts';

/** An incident and what was recorded since the subscriber looked last. */
export interface IncidentRecord {
  readonly incident: IncidentView;
  readonly events: readonly Stored<IncidentEvent>[];
}

export interface IncidentRecords {
  /** The incident after each change, from the entries after a revision on. */
  follow(
    id: string,
    after: Revision,
    demand: (state: Incident) => void,
  ): AsyncGenerator<IncidentRecord>;
  close(): void;
}

/** Reads incidents for who follows them: one reading for all who wait for the same. */
export function followRecords(
  store: Pick<Store, 'readIncident' | 'readIncidentEvents'>,
  feed: Pick<Feed, 'onIncident'>,
): IncidentRecords {
  const reading = new Map<string, Promise<IncidentRecord | undefined>>();
  const open = new Set<() => void>();

  async function readNow(id: string, after: Revision): Promise<IncidentRecord | undefined> {
    const events = await store.readIncidentEvents(id, revision(after + 1n));
    const last = events.at(-1);
    const incident = last && viewIncident(await store.readIncident(id, last.revision));
    return incident && { incident, events };
  }

  function read(id: string, after: Revision): Promise<IncidentRecord | undefined> {
    const key = `${id} ${after}`;
    const known = reading.get(key);
    if (known) return known;
    const started = readNow(id, after).finally(() => reading.delete(key));
    reading.set(key, started);
    return started;
  }

  return {
    follow(id, after, demand) {
      const signal = new Signal();
      let closed = false;
      let seen = after;
      const stopWatching = feed.onIncident(id, () => signal.raise());
      const close = () => {
        closed = true;
        stopWatching();
        open.delete(close);
        signal.raise();
      };
      open.add(close);
      signal.raise();
      const pull = async (): Promise<IncidentRecord | undefined> => {
        while (!closed) {
          await signal.wait();
          const record = closed ? undefined : await read(id, seen);
          if (!record) continue;
          demand(record.incident.state);
          seen = record.incident.revision;
          return record;
        }
        return undefined;
      };
      return iterate(pull, close);
    },
    close() {
      for (const close of open) close();
    },
  };
}

import { incidentNumber } from '@tocsin/projections/queries';
import { LRUCache } from 'lru-cache';
import type { Pool } from 'pg';

export interface IncidentNumbers {
  /** The incident's running number in its city; undefined until the boards have it. */
  of(id: string): Promise<number | undefined>;
}

/** An incident's number never changes, so each is read once. */
export function knowNumbers(pool: Pool): IncidentNumbers {
  const known = new LRUCache<string, number>({ max: 20_000 });
  return {
    async of(id) {
      const number = known.get(id) ?? (await incidentNumber(pool, id));
      if (number !== undefined) known.set(id, number);
      return number;
    },
  };
}

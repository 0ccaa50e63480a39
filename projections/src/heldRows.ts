import type { CityRows, IncidentRows, Kept, PersonRows } from './keptRows.ts';
import type { UnitRow } from './queries/rows.ts';
import { RowCache } from './rowCache.ts';
import type { AnyStreamRow } from './streamBoards/index.ts';

/** The current rows as the next event finds them, in memory. */
export class HeldRows {
  readonly incidents = new RowCache<IncidentRows>(3_000);
  readonly units = new RowCache<Kept<UnitRow>>(3_000);
  readonly cities = new RowCache<CityRows>(20);
  readonly people = new RowCache<PersonRows>(1_000);
  /** By stream. */
  readonly streams = new RowCache<Kept<AnyStreamRow>>(2_000);
  /** The last incident number given, by city. */
  readonly counters = new Map<string, number>();
  /** The last second in which something was recorded, as the log counts them; see `moment`. */
  second = '';
  /** The number of the batch being projected. */
  batch = 0;

  /** Batches up to this one are in the database. */
  committed(batch: number): void {
    const caches = [this.incidents, this.units, this.cities, this.people, this.streams];
    for (const cache of caches) cache.trim(batch);
  }
}

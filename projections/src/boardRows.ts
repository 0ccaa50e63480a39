import type { LogEvent } from '@tocsin/domain';
import type { Pool } from 'pg';
import type { CityRows, IncidentRows, Kept, PersonRows } from './keptRows.ts';
import {
  loadCities,
  loadCounters,
  loadIncidents,
  loadPeople,
  loadStreams,
  loadUnits,
} from './loadRows.ts';
import type { UnitRow } from './queries/rows.ts';
import { RowCache } from './rowCache.ts';
import { type AnyStreamRow, streamBoardOf } from './streamBoards/index.ts';
import { isOfCity, isOfIncident, isOfPerson, isOfUnit, subject } from './streams.ts';

/** The current rows as the next event finds them, read from the database only when not at hand. */
export class BoardRows {
  readonly incidents = new RowCache<IncidentRows>(3_000);
  readonly units = new RowCache<UnitRow>(3_000);
  readonly cities = new RowCache<CityRows>(20);
  readonly people = new RowCache<PersonRows>(1_000);
  /** By stream. */
  readonly streams = new RowCache<Kept<AnyStreamRow>>(2_000);
  /** The last incident number given, by city. */
  readonly counters = new Map<string, number>();
  readonly #pool: Pool;
  /** The number of the batch being projected. */
  batch = 0;

  constructor(pool: Pool) {
    this.#pool = pool;
  }

  /** Must have been awaited before the first batch. */
  async open(): Promise<void> {
    for (const { city, number } of await loadCounters(this.#pool)) this.counters.set(city, number);
  }

  /** Reads what the events need and is not at hand, one query a read model. */
  async load(events: readonly LogEvent[]): Promise<void> {
    this.batch += 1;
    const missing = this.#missing(events);
    const put =
      <V>(cache: RowCache<V>) =>
      (key: string, value: V) =>
        cache.set(key, value, this.batch);
    await Promise.all([
      loadIncidents(this.#pool, missing.incidents, put(this.incidents)),
      loadUnits(this.#pool, missing.units, put(this.units)),
      loadCities(this.#pool, missing.cities, put(this.cities)),
      loadPeople(this.#pool, missing.people, put(this.people)),
      loadStreams(this.#pool, missing.streams, put(this.streams)),
    ]);
  }

  #missing(events: readonly LogEvent[]) {
    const incidents = new Set<string>();
    const units = new Set<string>();
    const cities = new Set<string>();
    const people = new Set<string>();
    const streams = new Set<string>();
    const want = (keys: Set<string>, cache: RowCache<unknown>, event: LogEvent): void => {
      const key = subject(event);
      if (!cache.has(key)) keys.add(key);
    };
    for (const event of events) {
      if (event.revision === 0n) continue;
      if (isOfIncident(event)) want(incidents, this.incidents, event);
      else if (isOfUnit(event)) want(units, this.units, event);
      else if (isOfCity(event)) want(cities, this.cities, event);
      else if (isOfPerson(event)) want(people, this.people, event);
      else if (streamBoardOf(event) && !this.streams.has(event.stream)) streams.add(event.stream);
    }
    return { incidents, units, cities, people, streams };
  }

  /** Batches up to this one are in the database. */
  committed(batch: number): void {
    const caches = [this.incidents, this.units, this.cities, this.people, this.streams];
    for (const cache of caches) cache.trim(batch);
  }
}

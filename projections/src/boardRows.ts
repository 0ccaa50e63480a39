import type { LogEvent } from '@tocsin/domain';
import type { Pool } from 'pg';
import { HeldRows } from './heldRows.ts';
import {
  loadCities,
  loadCounters,
  loadIncidents,
  loadPeople,
  loadSecond,
  loadStreams,
  loadUnits,
} from './loadRows.ts';
import type { RowCache } from './rowCache.ts';
import { streamBoardOf } from './streamBoards/index.ts';
import { isOfCity, isOfIncident, isOfPerson, isOfUnit, subject } from './streams.ts';

/** Rows that are read from the database when they are not at hand. */
export class BoardRows extends HeldRows {
  readonly #pool: Pool;
  constructor(pool: Pool) {
    super();
    this.#pool = pool;
  }

  /** Must have been awaited before the first batch. */
  async open(): Promise<void> {
    for (const { city, number } of await loadCounters(this.#pool)) this.counters.set(city, number);
    this.second = await loadSecond(this.#pool);
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
      // A dispatch is told with the unit's home station.
      if (event.type === 'UnitCommitted' && !this.units.has(event.data.unit))
        units.add(event.data.unit);
      if (event.revision === 0n) continue;
      if (isOfIncident(event)) want(incidents, this.incidents, event);
      else if (isOfUnit(event)) want(units, this.units, event);
      else if (isOfCity(event)) want(cities, this.cities, event);
      else if (isOfPerson(event)) want(people, this.people, event);
      else if (streamBoardOf(event) && !this.streams.has(event.stream)) streams.add(event.stream);
    }
    return { incidents, units, cities, people, streams };
  }
}

import type { StreamSubscription } from '@eventstore/db-client';
import type { City } from '../city/city.ts';
import { cityDecider } from '../city/decide.ts';
import type { CityEvent } from '../city/events.ts';
import type { Stored } from '../metadata.ts';
import { cities } from './aggregate.ts';
import { endSubscription, toLogEvent } from './connection.ts';
import { type Desk, refresh } from './desk.ts';

interface Known {
  readonly city: City;
  readonly revision: bigint;
}

/** City profiles kept in memory, each current as long as its subscription lives; else read anew. */
export class CityDirectory {
  readonly #desk: Desk;
  readonly #known = new Map<string, Known>();
  readonly #reading = new Map<string, Promise<City | undefined>>();
  readonly #subscriptions = new Set<StreamSubscription>();
  #closed = false;

  constructor(desk: Desk) {
    this.#desk = desk;
  }

  known(id: string): City | undefined {
    return this.#known.get(id)?.city;
  }

  async read(id: string): Promise<City | undefined> {
    const known = this.#known.get(id)?.city ?? this.#reading.get(id);
    if (known) return known;
    const reading = this.#read(id).finally(() => this.#reading.delete(id));
    this.#reading.set(id, reading);
    return reading;
  }

  /** Makes a change of our own known at once, ahead of the subscription that tells of it again. */
  async renew(id: string): Promise<void> {
    if (!this.#known.has(id)) return;
    const { state, revision } = await this.#fold(id);
    this.#learn(id, state, revision);
  }

  /** Takes what is newer than what is known: an event told late must not turn it back. */
  #learn(id: string, city: City, revision: bigint): void {
    const known = this.#known.get(id);
    if (!known || revision > known.revision) this.#known.set(id, { city, revision });
  }

  #fold(id: string) {
    const stream = cities.prefix + id;
    return this.#desk.lock.run(stream, () => refresh(this.#desk, cityDecider, stream));
  }

  async #read(id: string): Promise<City | undefined> {
    const { state, revision } = await this.#fold(id);
    if (revision < 0n) return undefined;
    if (this.#closed) return state;
    this.#learn(id, state, revision);
    void this.#keepCurrent(id, revision);
    return state;
  }

  async #keepCurrent(id: string, revision: bigint): Promise<void> {
    const { client } = this.#desk.connection;
    const from = { fromRevision: revision };
    const subscription = client.subscribeToStream(cities.prefix + id, from);
    subscription.on('error', () => undefined);
    this.#subscriptions.add(subscription);
    try {
      for await (const resolved of subscription) {
        const event = toLogEvent(resolved) as Stored<CityEvent> | undefined;
        const known = this.#known.get(id);
        if (event && known) this.#learn(id, cityDecider.evolve(known.city, event), event.revision);
      }
    } catch {
      // A lost subscription is not an error: the profile is forgotten below and read anew when asked for.
    } finally {
      this.#subscriptions.delete(subscription);
      this.#known.delete(id);
    }
  }

  async close(): Promise<void> {
    this.#closed = true;
    await Promise.all([...this.#subscriptions].map(endSubscription));
  }
}

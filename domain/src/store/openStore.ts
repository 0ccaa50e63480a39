import { LRUCache } from 'lru-cache';
import type { City, CityCommand } from '../city/city.ts';
import type { Fact } from '../fact.ts';
import type { IncidentCommand } from '../incident/commands.ts';
import { incidentDecider } from '../incident/decide.ts';
import type { IncidentEvent } from '../incident/events.ts';
import type { Incident } from '../incident/incident.ts';
import {
  type CommandMeta,
  type Position,
  type Revision,
  revision,
  type Stored,
} from '../metadata.ts';
import { personDecider } from '../person/decide.ts';
import type { Person, PersonCommand } from '../person/events.ts';
import { unitDecider } from '../unit/decide.ts';
import type { Unit, UnitCommand } from '../unit/events.ts';
import { cities, incidents, people, units } from './aggregate.ts';
import { CityDirectory } from './cityDirectory.ts';
import { Connection } from './connection.ts';
import { type Desk, eventsOf, foldUpTo, refresh } from './desk.ts';
import { follow } from './follow.ts';
import { handleCommand } from './handleCommand.ts';
import { KeyedLock } from './keyedLock.ts';
import type { AsOf, Batch, FollowOptions, Guard, Outcome, Store } from './store.ts';
import type { Folding, StreamState } from './streamState.ts';

export interface StoreOptions {
  readonly clock?: () => Date;
  /** Folded streams kept in memory (default 5,000). */
  readonly cachedStreams?: number;
  /**
   * Read a stream's news before deciding on it. For a process that writes to streams which others
   * write most: there an append on a cached state would mostly fail, and with one failed append
   * the client fails all that are under way.
   */
  readonly readFirst?: boolean;
}

/** Command ids remembered to find one used again on another stream. */
const rememberedCommands = 50_000;

const asOf = <State>({
  state,
  revision: at,
  position,
}: StreamState<State>): AsOf<State> | undefined =>
  at < 0n ? undefined : { state, revision: revision(at), position };

/**
 * Opens EventStoreDB by its connection string (`esdb://…`) and waits until it answers.
 * Throws `STORE_UNREACHABLE`.
 */
export async function openStore(
  connectionString: string,
  options: StoreOptions = {},
): Promise<Store> {
  const connection = new Connection(connectionString);
  const desk: Desk = {
    connection,
    lock: new KeyedLock(),
    streams: new LRUCache({ max: options.cachedStreams ?? 5_000 }),
    recentCommands: new LRUCache({ max: rememberedCommands }),
    clock: options.clock ?? (() => new Date()),
    readFirst: options.readFirst ?? false,
  };
  const store = new EventStore(desk);
  try {
    await store.ping();
  } catch (cause) {
    await connection.close();
    throw cause;
  }
  return store;
}

class EventStore implements Store {
  readonly #desk: Desk;
  readonly #cities: CityDirectory;
  readonly #closing = new AbortController();

  constructor(desk: Desk) {
    this.#desk = desk;
    this.#cities = new CityDirectory(desk);
  }

  incident(
    id: string,
    command: IncidentCommand,
    meta: CommandMeta,
    guard?: Guard<Incident>,
  ): Promise<Outcome> {
    return handleCommand(this.#desk, {
      aggregate: incidents,
      id,
      command,
      meta,
      guard,
      context: (state, now) => {
        const city = command.type === 'ReportIncident' ? command.data.city : state.city;
        const known = this.#cities.known(city);
        if (known) return { now, actor: meta.actor, city: known };
        return this.readCity(city).then((read) => ({ now, actor: meta.actor, city: read }));
      },
    });
  }

  unit(id: string, command: UnitCommand, meta: CommandMeta, guard?: Guard<Unit>): Promise<Outcome> {
    return handleCommand(this.#desk, {
      aggregate: units,
      id,
      command,
      meta,
      guard,
      context: async () => {
        if (command.type !== 'DispatchUnit') return { incident: undefined };
        const incident = await this.readIncident(command.data.incident);
        return { incident: incident?.state };
      },
    });
  }

  async city(id: string, command: CityCommand, meta: CommandMeta): Promise<Outcome> {
    const order = { aggregate: cities, id, command, meta, context: () => undefined };
    const outcome = await handleCommand(this.#desk, order);
    await this.#cities.renew(id);
    return outcome;
  }

  person(account: string, command: PersonCommand, meta: CommandMeta): Promise<Outcome> {
    const order = { aggregate: people, id: account, command, meta, context: () => undefined };
    return handleCommand(this.#desk, order);
  }

  async readIncident(id: string, atRevision?: Revision): Promise<AsOf<Incident> | undefined> {
    const stream = incidents.prefix + id;
    if (atRevision === undefined) return this.#read(incidentDecider, stream);
    const folded = await foldUpTo(this.#desk, incidentDecider, stream, atRevision);
    return folded && asOf(folded);
  }

  async readIncidentEvents(id: string, from?: Revision): Promise<readonly Stored<IncidentEvent>[]> {
    const events: Stored<IncidentEvent>[] = [];
    const stream = incidents.prefix + id;
    for await (const event of eventsOf<IncidentEvent>(this.#desk, stream, from ?? 0n))
      events.push(event);
    return events;
  }

  readUnit(id: string): Promise<AsOf<Unit> | undefined> {
    return this.#read(unitDecider, units.prefix + id);
  }

  readCity(id: string): Promise<City | undefined> {
    return this.#cities.read(id);
  }

  async readPerson(account: string): Promise<Person | undefined> {
    return (await this.#read(personDecider, people.prefix + account))?.state;
  }

  async #read<State, E extends Fact>(
    folding: Folding<State, E>,
    stream: string,
  ): Promise<AsOf<State> | undefined> {
    return asOf(await this.#desk.lock.run(stream, () => refresh(this.#desk, folding, stream)));
  }

  follow(options: FollowOptions): AsyncIterable<Batch> {
    const signal = AbortSignal.any([options.signal, this.#closing.signal]);
    return follow(this.#desk.connection, { ...options, signal });
  }

  lastPosition(): Promise<Position | undefined> {
    return this.#desk.connection.lastPosition();
  }

  async ping(): Promise<void> {
    await this.lastPosition();
  }

  async close(): Promise<void> {
    this.#closing.abort();
    await this.#cities.close();
    await this.#desk.connection.close();
  }
}

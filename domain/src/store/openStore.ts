import { LRUCache } from 'lru-cache';
import type { AccessCommand } from '../access/events.ts';
import type { City, CityCommand } from '../city/city.ts';
import type { CityContext } from '../cityContext.ts';
import { depotDecider } from '../depot/decide.ts';
import type { DepotStock } from '../depot/stock.ts';
import { dutyDecider } from '../duty/decide.ts';
import type { DutyDesk } from '../duty/events.ts';
import type { Fact } from '../fact.ts';
import type { IncidentCommand } from '../incident/commands.ts';
import { incidentDecider } from '../incident/decide.ts';
import type { IncidentEvent } from '../incident/events.ts';
import type { Incident } from '../incident/incident.ts';
import type { Reporter } from '../incident/intake/events.ts';
import {
  type CommandMeta,
  type Position,
  type Revision,
  revision,
  type Stored,
} from '../metadata.ts';
import { personDecider } from '../person/decide.ts';
import type { Person, PersonCommand } from '../person/events.ts';
import { plannedEventDecider } from '../plannedEvent/decide.ts';
import type { PlannedEvent } from '../plannedEvent/events.ts';
import type { KeyStore } from '../privacy/keyStore.ts';
import { type Caller, callerOf } from '../privacy/person.ts';
import { isSeal, type SealBody, sealStream } from '../proof/seal.ts';
import type { Streams, Target } from '../streams.ts';
import type { LogEvent } from '../tocsinEvent.ts';
import { unitDecider } from '../unit/decide.ts';
import type { Unit, UnitCommand } from '../unit/events.ts';
import { warningDecider } from '../warning/decide.ts';
import type { Warning } from '../warning/events.ts';
import {
  type Aggregate,
  accesses,
  cities,
  depots,
  duties,
  incidents,
  people,
  plannedEvents,
  units,
  warnings,
} from './aggregate.ts';
import { CityDirectory } from './cityDirectory.ts';
import { Connection } from './connection.ts';
import { type Desk, foldUpTo, refresh } from './desk.ts';
import { StoreError } from './errors.ts';
import { eventsOf } from './eventsOf.ts';
import { follow } from './follow.ts';
import { handleCommand } from './handleCommand.ts';
import { KeyedLock } from './keyedLock.ts';
import type { StoreObserver } from './observe.ts';
import { type EntryProof, proofOf } from './proofOf.ts';
import { rawLogOf } from './rawLog.ts';
import type { AsOf, Batch, FollowOptions, Guard, Outcome, PlainStream, Store } from './store.ts';
import type { Folding, StreamState } from './streamState.ts';
import { noTails } from './tails.ts';

export interface StoreOptions {
  readonly clock?: () => Date;
  /**
   * The keys to personal data, closed with the store. Without them no event that names a caller can
   * be appended, nor the person be read.
   */
  readonly keys?: KeyStore;
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
    waiting: new Map(),
    tails: noTails(),
    streams: new LRUCache({ max: options.cachedStreams ?? 5_000 }),
    recentCommands: new LRUCache({ max: rememberedCommands }),
    clock: options.clock ?? (() => new Date()),
    keys: options.keys,
    readFirst: options.readFirst ?? false,
    observers: new Set(),
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

const plain = { depot: depots, warning: warnings, plannedEvent: plannedEvents, duty: duties };
type PlainAggregate<K extends PlainStream> = Aggregate<
  Streams[K]['state'],
  Streams[K]['command'],
  Fact,
  CityContext
>;

class EventStore implements Store {
  readonly #desk: Desk;
  readonly #cities: CityDirectory;
  readonly #closing = new AbortController();

  constructor(desk: Desk) {
    this.#desk = desk;
    this.#cities = new CityDirectory(desk);
  }

  send(target: Target, meta: CommandMeta): Promise<Outcome> {
    const { id } = target;
    switch (target.stream) {
      case 'incident':
        return this.incident(id, target.command, meta);
      case 'unit':
        return this.unit(id, target.command, meta);
      case 'city':
        return this.city(id, target.command, meta);
      case 'person':
        return this.person(id, target.command, meta);
      case 'depot':
        return this.#plain(depots, id, target.command, meta);
      case 'warning':
        return this.#plain(warnings, id, target.command, meta);
      case 'plannedEvent':
        return this.#plain(plannedEvents, id, target.command, meta);
      case 'duty':
        return this.#plain(duties, id, target.command, meta);
      case 'access':
        return this.access(id, target.command, meta);
    }
  }

  command<K extends PlainStream>(
    kind: K,
    id: string,
    command: Streams[K]['command'],
    meta: CommandMeta,
    guard?: Guard<Streams[K]['state']>,
  ): Promise<Outcome> {
    // The table has for each kind the aggregate of its own state and commands.
    const aggregate = plain[kind] as unknown as PlainAggregate<K>;
    return this.#plain(aggregate, id, command, meta, guard);
  }

  /** A stream whose decider needs its city's profile; a command that begins one names the city. */
  #plain<State extends { readonly city: string }, C extends Fact, E extends Fact>(
    aggregate: Aggregate<State, C, E, CityContext>,
    id: string,
    command: C,
    meta: CommandMeta,
    guard?: Guard<State>,
  ): Promise<Outcome> {
    const context = async (state: State, now: string): Promise<CityContext> => {
      const named = 'city' in command.data ? String(command.data.city) : '';
      return { now, actor: meta.actor, city: await this.readCity(state.city || named) };
    };
    return handleCommand(this.#desk, { aggregate, id, command, meta, guard, context });
  }

  async incident(
    id: string,
    command: IncidentCommand,
    meta: CommandMeta,
    guard?: Guard<Incident>,
  ): Promise<Outcome> {
    // Read before the stream is locked: two merges into each other would wait for one another.
    const target =
      command.type === 'MergeIncident'
        ? (await this.readIncident(command.data.into))?.state
        : undefined;
    const erases = command.type === 'ErasePersonalData' || command.type === 'DestroyPersonalKeys';
    if (erases && !this.#desk.keys)
      throw new StoreError('STORE_FAILED', 'there is no key store to erase a person’s data in');
    const outcome = await handleCommand(this.#desk, {
      aggregate: incidents,
      id,
      command,
      meta,
      guard,
      context: (state, now) => {
        const city = command.type === 'ReportIncident' ? command.data.city : state.city;
        const known = this.#cities.known(city);
        const { actor } = meta;
        if (known) return { now, actor, city: known, target };
        return this.readCity(city).then((read) => ({ now, actor, city: read, target }));
      },
    });
    if (erases && outcome.kind === 'accepted') await this.#destroyErased(id);
    return outcome;
  }

  async #destroyErased(incident: string): Promise<void> {
    const keys = (await this.readIncident(incident))?.state.erased?.keys ?? [];
    await this.#desk.keys?.erase(keys);
  }

  caller(reporter: Reporter): Caller {
    return callerOf(reporter, this.#desk.keys);
  }

  unit(id: string, command: UnitCommand, meta: CommandMeta, guard?: Guard<Unit>): Promise<Outcome> {
    return handleCommand(this.#desk, {
      aggregate: units,
      id,
      command,
      meta,
      guard,
      context: async (state, now) => {
        const city = state.facts && (await this.readCity(state.facts.city));
        const common = { now, actor: meta.actor, city };
        if (command.type !== 'DispatchUnit') return { ...common, incident: undefined };
        const incident = await this.readIncident(command.data.incident);
        return { ...common, incident: incident?.state };
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

  access(id: string, command: AccessCommand, meta: CommandMeta): Promise<Outcome> {
    const context = (_state: unknown, now: string) => ({ now });
    return handleCommand(this.#desk, { aggregate: accesses, id, command, meta, context });
  }

  async readIncident(id: string, atRevision?: Revision): Promise<AsOf<Incident> | undefined> {
    const stream = incidents.prefix + id;
    if (atRevision === undefined) return this.#read(incidentDecider, stream);
    const folded = await foldUpTo(this.#desk, incidentDecider, stream, atRevision);
    return folded && asOf(folded);
  }

  async readIncidentEvents(
    id: string,
    from?: Revision,
    most?: bigint,
  ): Promise<readonly Stored<IncidentEvent>[]> {
    const events: Stored<IncidentEvent>[] = [];
    const stream = incidents.prefix + id;
    for await (const event of eventsOf<IncidentEvent>(this.#desk, stream, from ?? 0n, most))
      events.push(event);
    return events;
  }

  async readEvents(stream: string, upTo: Position): Promise<readonly LogEvent[]> {
    const events: LogEvent[] = [];
    for await (const event of this.#desk.connection.read(stream, 0n)) {
      if (event.position > upTo) break;
      events.push(event);
    }
    return events;
  }

  proofOf(incident: string, at: Revision): Promise<EntryProof | undefined> {
    return proofOf(rawLogOf(this.#desk.connection.client), incidents.prefix + incident, at);
  }

  readUnit(id: string): Promise<AsOf<Unit> | undefined> {
    return this.#read(unitDecider, units.prefix + id);
  }

  readDepot(id: string): Promise<AsOf<DepotStock> | undefined> {
    return this.#read(depotDecider, depots.prefix + id);
  }

  readWarning(id: string): Promise<AsOf<Warning> | undefined> {
    return this.#read(warningDecider, warnings.prefix + id);
  }

  readPlannedEvent(id: string): Promise<AsOf<PlannedEvent> | undefined> {
    return this.#read(plannedEventDecider, plannedEvents.prefix + id);
  }

  readDuty(id: string): Promise<AsOf<DutyDesk> | undefined> {
    return this.#read(dutyDecider, duties.prefix + id);
  }

  readCity(id: string): Promise<City | undefined> {
    return this.#cities.read(id);
  }

  async readPerson(account: string): Promise<Person | undefined> {
    const person = (await this.#read(personDecider, people.prefix + account))?.state;
    return person?.account === '' ? undefined : person;
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

  observe(observer: StoreObserver): () => void {
    this.#desk.observers.add(observer);
    return () => void this.#desk.observers.delete(observer);
  }

  lastPosition(): Promise<Position | undefined> {
    return this.#desk.connection.lastPosition();
  }

  async lastSeal(): Promise<SealBody | undefined> {
    const found = await this.#desk.connection.lastOf(sealStream);
    return isSeal(found) ? found.body : undefined;
  }

  async ping(): Promise<void> {
    await this.lastPosition();
  }

  async close(): Promise<void> {
    this.#closing.abort();
    await this.#cities.close();
    await this.#desk.connection.close();
    await this.#desk.keys?.close();
  }
}

import type { AccessCommand } from '../access/events.ts';
import type { City, CityCommand } from '../city/city.ts';
import type { DepotStock } from '../depot/stock.ts';
import type { DutyDesk } from '../duty/events.ts';
import type { IncidentCommand } from '../incident/commands.ts';
import type { IncidentEvent } from '../incident/events.ts';
import type { Incident } from '../incident/incident.ts';
import type { Reporter } from '../incident/intake/events.ts';
import type { Actor, CommandMeta, Position, Revision, Stored } from '../metadata.ts';
import type { Person, PersonCommand } from '../person/events.ts';
import type { PlannedEvent } from '../plannedEvent/events.ts';
import type { Caller } from '../privacy/person.ts';
import type { SealBody } from '../proof/seal.ts';
import type { Rejection } from '../rejection.ts';
import type { StreamKind, Streams, Target } from '../streams.ts';
import type { LogEvent } from '../tocsinEvent.ts';
import type { Unit, UnitCommand } from '../unit/events.ts';
import type { Warning } from '../warning/events.ts';
import type { StoreObserver } from './observe.ts';
import type { EntryProof } from './proofOf.ts';

/** What somebody else did to the same thing after the revision that the caller saw. */
export interface Meanwhile {
  readonly revision: Revision;
  readonly type: string;
  readonly actor: Actor;
  readonly occurredAt: string;
  readonly recordedAt: string;
}

export type Outcome =
  | {
      readonly kind: 'accepted';
      readonly revision: Revision;
      /** The log position of the last event; a reader can wait for it. */
      readonly position: Position;
      /** How many events were recorded; 0 when it was already so. */
      readonly events: number;
      /** The same command had been carried out before; this is its answer again. */
      readonly repeated: boolean;
    }
  | { readonly kind: 'rejected'; readonly rejection: Rejection }
  | {
      readonly kind: 'conflict';
      readonly expected: Revision;
      readonly actual: Revision;
      readonly meanwhile: readonly Meanwhile[];
    };

/** A state as of a revision. `revision` is undefined when the stream doesn't exist. */
export interface AsOf<State> {
  readonly state: State;
  readonly revision: Revision | undefined;
  readonly position: Position | undefined;
}

/** A run of events in log order; `position` is the last event's, or a later one up to which nothing concerns Tocsin. */
export interface Batch {
  readonly events: readonly LogEvent[];
  /** Undefined only in the empty batch that says that an empty log has been caught up with. */
  readonly position: Position | undefined;
  /** Nothing further stood in the log when this batch was made. */
  readonly caughtUp: boolean;
}

export interface FollowOptions {
  /** The last position already handled; absent: from the beginning. */
  readonly after?: Position;
  /** At most this many events a batch (default 2,000). */
  readonly batchSize?: number;
  /** Stops the iteration. */
  readonly signal: AbortSignal;
  /** Told of each lost connection; following goes on by itself from the last batch handed out. */
  readonly onDrop?: (cause: unknown) => void;
}

/** Checked against the state that the command will meet, before it is decided: who may do it. */
export type Guard<State> = (state: State) => Rejection | undefined;

/** Streams whose deciders need nothing but their city's profile. */
export type PlainStream = Extract<StreamKind, 'depot' | 'warning' | 'plannedEvent' | 'duty'>;

/**
 * The one place that talks to EventStoreDB. Technical failures throw a `StoreError` with a code
 * (`STORE_UNREACHABLE`, `STORE_CONTENDED`, `STORE_CLOSED`) and a cause; a rejection is an answer.
 */
export interface Store {
  /** Sends a command to the stream that its target names. */
  send(target: Target, meta: CommandMeta): Promise<Outcome>;
  /** The same for one kind of stream, with a guard on its state. */
  command<K extends PlainStream>(
    kind: K,
    id: string,
    command: Streams[K]['command'],
    meta: CommandMeta,
    guard?: Guard<Streams[K]['state']>,
  ): Promise<Outcome>;
  incident(
    id: string,
    command: IncidentCommand,
    meta: CommandMeta,
    guard?: Guard<Incident>,
  ): Promise<Outcome>;
  unit(id: string, command: UnitCommand, meta: CommandMeta, guard?: Guard<Unit>): Promise<Outcome>;
  city(id: string, command: CityCommand, meta: CommandMeta): Promise<Outcome>;
  person(account: string, command: PersonCommand, meta: CommandMeta): Promise<Outcome>;
  /** Into the log of who looked at what; `id` is that of `accessLogId`. */
  access(id: string, command: AccessCommand, meta: CommandMeta): Promise<Outcome>;

  /** Opens who reported an incident; it looks at the keys on each call. */
  caller(reporter: Reporter): Caller;
  /** The incident as it stands, or as it stood right after `revision`; undefined if there is none. */
  readIncident(id: string, atRevision?: Revision): Promise<AsOf<Incident> | undefined>;
  /** The incident's record, oldest first, from `from` (default the first) on, `most` events at most. */
  readIncidentEvents(
    id: string,
    from?: Revision,
    most?: bigint,
  ): Promise<readonly Stored<IncidentEvent>[]>;
  /** A stream's events up to a log position, oldest first; `stream` is its name, as in an event. */
  readEvents(stream: string, upTo: Position): Promise<readonly LogEvent[]>;
  /** What stands behind an event of an incident's record; undefined where there is none. */
  proofOf(incident: string, revision: Revision): Promise<EntryProof | undefined>;
  readUnit(id: string): Promise<AsOf<Unit> | undefined>;
  readDepot(id: string): Promise<AsOf<DepotStock> | undefined>;
  readWarning(id: string): Promise<AsOf<Warning> | undefined>;
  readPlannedEvent(id: string): Promise<AsOf<PlannedEvent> | undefined>;
  readDuty(id: string): Promise<AsOf<DutyDesk> | undefined>;
  /** The city's profile; kept in memory and kept current by a subscription. */
  readCity(id: string): Promise<City | undefined>;
  /** Undefined for nobody, and for somebody dismissed. */
  readPerson(account: string): Promise<Person | undefined>;

  /** Tells the observer of every command and append, until the answer is called. */
  observe(observer: StoreObserver): () => void;
  /** Every event of Tocsin in log order, then live, for ever, across reconnections. */
  follow(options: FollowOptions): AsyncIterable<Batch>;
  /** The position of the log's last event; undefined when it is empty. */
  lastPosition(): Promise<Position | undefined>;
  /** What the newest seal says; undefined where nothing was ever sealed. */
  lastSeal(): Promise<SealBody | undefined>;
  /** Throws `STORE_UNREACHABLE` unless the server answers. */
  ping(): Promise<void>;
  close(): Promise<void>;
}

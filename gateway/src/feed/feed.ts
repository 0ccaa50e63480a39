import { moment } from '@tocsin/domain/store';
import {
  type Board,
  type BoardChange,
  type BoardsAt,
  type Cursor,
  compareCursors,
  parseCursor,
} from '@tocsin/projections/queries';
import { refuse } from '../operation/refusal.ts';
import type { BoardSource } from './boardSource.ts';
import { ChangeRing } from './changeRing.ts';
import type { ChangeSource } from './changeSource.ts';
import type { FeedTrace } from './feedTrace.ts';
import type { Member, Outlet } from './member.ts';
import type { Render } from './missed.ts';
import { Room } from './room.ts';
import { Waiters } from './waiters.ts';

/** Changes read from the change log at once. */
const chunk = 1_000;
const usualRing = 10_000;

export interface FeedOptions {
  readonly source: ChangeSource;
  /** Told of each row that was replaced by a newer one before it was rendered. */
  readonly onConflated?: () => void;
  /** Told of each batch that is executed and serialized. */
  readonly onRendered?: () => void;
  /** Told how many were sent a batch that was rendered for another. */
  readonly onShared?: (sends: number) => void;
  /** Told how changes get from the change log to the sockets. */
  readonly trace?: FeedTrace | undefined;
  /** Told when the change log could not be read; the feed tries again by itself. */
  readonly onFailure?: (error: unknown) => void;
  readonly ringCapacity?: number;
}

/** One subscription on its way into a room. */
export interface Joining {
  readonly source: BoardSource<unknown>;
  /** The same for who is sent the same bytes: document, operation, variables. */
  readonly form: string;
  /** How rows are rendered in that form. */
  readonly render: Render;
  readonly outlet: Outlet;
}

/** What the feed has to do. */
export interface FeedLoad {
  readonly subscriptions: number;
  readonly rooms: number;
  /** Subscriptions that have only their place in the log. */
  readonly behind: number;
  /** Rows that wait to be rendered. */
  readonly waiting: number;
}

type AllOptions = Required<Omit<FeedOptions, 'trace'>> & Pick<FeedOptions, 'trace'>;

const nothing = (): void => undefined;
const groupOf = ({ board, city }: { board: Board; city: string }): string => `${board} ${city}`;

function byGroup(changes: readonly BoardChange[]): ReadonlyMap<string, readonly BoardChange[]> {
  const groups = new Map<string, BoardChange[]>();
  for (const change of changes) {
    const group = groups.get(groupOf(change));
    if (group) group.push(change);
    else groups.set(groupOf(change), [change]);
  }
  return groups;
}

/**
 * The live feed of one gateway: reads the change log once for all rooms, each of which renders
 * once for all its members. It knows nothing of GraphQL or sockets; `advance` is called whenever
 * there may be something new.
 */
export class Feed {
  readonly #options: AllOptions;
  readonly #source: ChangeSource;
  readonly #rooms = new Map<string, Map<string, Room>>();
  readonly #incidents = new Map<string, Set<() => void>>();
  readonly #waiters = new Waiters();
  #ring: ChangeRing;
  #head: BoardsAt;
  #reading = false;
  #again = false;
  #swapped = false;
  #closed = false;

  private constructor(options: AllOptions, head: BoardsAt) {
    this.#options = options;
    this.#source = options.source;
    this.#ring = new ChangeRing(options.ringCapacity, head.cursor);
    this.#head = head;
  }

  /** Opens the feed at the newest change. Throws when the change log can't be read. */
  static async open(options: FeedOptions): Promise<Feed> {
    const { onConflated = nothing, onRendered = nothing, onShared = nothing } = options;
    const { onFailure = nothing, ringCapacity = usualRing } = options;
    const { trace } = options;
    const all = { onConflated, onRendered, onShared, onFailure, ringCapacity, trace };
    return new Feed({ source: options.source, ...all }, await headOf(options.source));
  }

  /** The log position up to which the boards are known here. */
  get position(): bigint {
    return this.#head.position;
  }

  /** Up to where the change log was read here. */
  get cursor(): Cursor {
    return this.#head.cursor;
  }

  get load(): FeedLoad {
    const load = { subscriptions: 0, rooms: 0, behind: 0, waiting: 0 };
    for (const room of this.#all()) {
      load.rooms += 1;
      load.subscriptions += room.size;
      load.behind += room.behind;
      load.waiting += room.waiting;
    }
    return load;
  }

  /** Starts reading what is new; while it reads, calls amount to one more reading after this one. */
  advance(): void {
    this.#again = true;
    if (!this.#reading) void this.#readAll();
  }

  /** The read models were swapped for changed ones: every subscriber is sent the whole board. */
  reset(): void {
    this.#swapped = true;
    this.advance();
  }

  /** True once the boards here have reached a log position, false when they don't in time. */
  reached(position: bigint, timeoutMs: number): Promise<boolean> {
    if (position <= this.#head.position) return Promise.resolve(true);
    const waiting = this.#waiters.wait(position, timeoutMs);
    this.advance();
    return waiting;
  }

  /** The cursor; throws a refusal for one that no board has given out. */
  async checked(after: string): Promise<Cursor> {
    const cursor = parseCursor(after) ?? refuse('cursorInvalid', {}, 'after');
    if (compareCursors(cursor, this.#head.cursor) <= 0) return cursor;
    const newest = await this.#source.newest();
    if (compareCursors(cursor, newest) > 0) refuse('cursorOfTheFuture', { newest }, 'after');
    return cursor;
  }

  /** Lets a subscription into its room, until the answer is called. */
  join({ source, form, render, outlet }: Joining): () => void {
    const { scope, after } = source;
    const group = groupOf(scope);
    const key = `${scope.department ?? ''} ${form}`;
    const rooms = this.#rooms.get(group) ?? new Map<string, Room>();
    const room = rooms.get(key) ?? new Room(scope, render, this.#parts());
    this.#rooms.set(group, rooms.set(key, room));
    const member: Member = { outlet, cursor: after, left: false };
    room.join(member);
    if (this.#closed) room.close();
    return () => {
      room.leave(member);
      if (room.size === 0 && rooms.get(key) === room) rooms.delete(key);
      if (rooms.size === 0 && this.#rooms.get(group) === rooms) this.#rooms.delete(group);
    };
  }

  /** Calls back after each change of an incident, until the answer is called. */
  onIncident(id: string, changed: () => void): () => void {
    const watching = this.#incidents.get(id) ?? new Set();
    this.#incidents.set(id, watching.add(changed));
    return () => {
      watching.delete(changed);
      if (watching.size === 0) this.#incidents.delete(id);
    };
  }

  /** Ends every subscription. */
  close(): void {
    this.#closed = true;
    this.#waiters.close();
    for (const room of this.#all()) room.close();
  }

  *#all(): Iterable<Room> {
    for (const rooms of this.#rooms.values()) yield* rooms.values();
  }

  #parts() {
    return { ...this.#options, ring: () => this.#ring, head: () => this.#head };
  }

  async #readAll(): Promise<void> {
    this.#reading = true;
    try {
      while (this.#again && !this.#closed) {
        this.#again = false;
        if (this.#swapped) await this.#startOver();
        const begun = moment();
        const read = await this.#source.read({ after: this.#head.cursor, limit: chunk });
        this.#options.trace?.read(read.changes, { begun, ended: moment() });
        if (read.more) this.#again = true;
        this.#handOut(read.changes, read);
      }
    } catch (error) {
      this.#options.onFailure(error);
    } finally {
      this.#reading = false;
    }
  }

  async #startOver(): Promise<void> {
    const head = await headOf(this.#source);
    this.#swapped = false;
    this.#head = head;
    this.#ring = new ChangeRing(this.#options.ringCapacity, head.cursor);
    for (const room of this.#all()) room.reset();
  }

  #handOut(changes: readonly BoardChange[], { cursor, position, asOf }: BoardsAt): void {
    // While the boards are rebuilt they are behind what was handed out already.
    if (compareCursors(cursor, this.#head.cursor) < 0) return;
    this.#ring.add(changes);
    this.#head = { cursor, position, asOf };
    for (const [group, own] of byGroup(changes))
      for (const room of this.#rooms.get(group)?.values() ?? []) room.offer(own);
    for (const { board, key } of changes)
      if (board === 'incident') for (const changed of this.#incidents.get(key) ?? []) changed();
    this.#waiters.reached(position);
  }
}

async function headOf(source: ChangeSource): Promise<BoardsAt> {
  const after = await source.newest();
  const { cursor, position, asOf } = await source.read({ after, limit: 1 });
  return { cursor, position, asOf };
}

import {
  type Board,
  type BoardChange,
  type BoardsAt,
  compareCursors,
  parseCursor,
} from '@tocsin/projections/queries';
import { refuse } from '../operation/refusal.ts';
import type { BoardBatch, BoardScope } from './boardBatch.ts';
import { BoardSubscription } from './boardSubscription.ts';
import { ChangeRing } from './changeRing.ts';
import type { ChangeSource } from './changeSource.ts';
import { iterate } from './pull.ts';
import { Waiters } from './waiters.ts';

/** Changes read from the change log at once. */
const chunk = 1_000;
const ringCapacity = 10_000;

export interface FeedOptions {
  readonly source: ChangeSource;
  /** Told of each row that was replaced before its subscriber had read it. */
  readonly onConflated?: () => void;
  /** Told when the change log could not be read; the feed tries again by itself. */
  readonly onFailure?: (error: unknown) => void;
  readonly ringCapacity?: number;
}

/** What the feed needs of a subscription, whichever board it is of. */
type Member = Pick<BoardSubscription<Board>, 'depth' | 'offer' | 'close'>;

/** Whether a change may be shown to a subscriber, asked when it is delivered. */
export type Allows = (change: BoardChange) => boolean;

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
 * The live feed of one gateway: reads the change log once for all subscribers, who each get what
 * their scope holds, from their own cursor on. It knows nothing of GraphQL or sockets; `advance`
 * is called whenever there may be something new.
 */
export class Feed {
  readonly #source: ChangeSource;
  readonly #ring: ChangeRing;
  readonly #onConflated: () => void;
  readonly #onFailure: (error: unknown) => void;
  readonly #subscriptions = new Map<string, Set<Member>>();
  readonly #incidents = new Map<string, Set<() => void>>();
  readonly #waiters = new Waiters();
  #head: BoardsAt;
  #reading = false;
  #again = false;
  #closed = false;

  private constructor(options: FeedOptions, head: BoardsAt) {
    this.#source = options.source;
    this.#onConflated = options.onConflated ?? (() => undefined);
    this.#onFailure = options.onFailure ?? (() => undefined);
    this.#ring = new ChangeRing(options.ringCapacity ?? ringCapacity, head.cursor);
    this.#head = head;
  }

  /** Opens the feed at the newest change. Throws when the change log can't be read. */
  static async open(options: FeedOptions): Promise<Feed> {
    const after = await options.source.newest();
    const { cursor, position, asOf } = await options.source.read({ after, limit: 1 });
    return new Feed(options, { cursor, position, asOf });
  }

  /** The log position up to which the boards are known here. */
  get position(): bigint {
    return this.#head.position;
  }

  /** How many subscriptions live from the boards, and how many rows wait for them. */
  get load(): { readonly subscriptions: number; readonly waiting: number } {
    let subscriptions = 0;
    let waiting = 0;
    for (const group of this.#subscriptions.values()) {
      subscriptions += group.size;
      for (const one of group) waiting += one.depth;
    }
    return { subscriptions, waiting };
  }

  /** Starts reading what is new; while it reads, calls amount to one more reading after this one. */
  advance(): void {
    this.#again = true;
    if (!this.#reading) void this.#readAll();
  }

  /** True once the boards here have reached a log position, false when they don't in time. */
  reached(position: bigint, timeoutMs: number): Promise<boolean> {
    if (position <= this.#head.position) return Promise.resolve(true);
    const waiting = this.#waiters.wait(position, timeoutMs);
    this.advance();
    return waiting;
  }

  /**
   * What changes in the scope after a cursor. Throws a refusal (`cursorInvalid`,
   * `cursorOfTheFuture`) for a cursor that no board has given out.
   */
  async changes<B extends Board>(
    scope: BoardScope<B>,
    after: string,
    allows: Allows,
  ): Promise<AsyncGenerator<BoardBatch<B>>> {
    const cursor = parseCursor(after) ?? refuse('cursorInvalid', {}, 'after');
    if (compareCursors(cursor, this.#head.cursor) > 0) {
      const newest = await this.#source.newest();
      if (compareCursors(cursor, newest) > 0) refuse('cursorOfTheFuture', { newest }, 'after');
    }
    const subscription = new BoardSubscription(scope, cursor, allows, {
      source: this.#source,
      ring: this.#ring,
      head: () => this.#head,
      onConflated: this.#onConflated,
      onFailure: this.#onFailure,
    });
    const leave = this.#join(groupOf(scope), subscription);
    return iterate(
      () => subscription.next(),
      () => {
        leave();
        subscription.close();
      },
    );
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
    for (const group of this.#subscriptions.values()) for (const one of group) one.close();
  }

  #join(group: string, subscription: Member): () => void {
    const members = this.#subscriptions.get(group) ?? new Set();
    this.#subscriptions.set(group, members.add(subscription));
    if (this.#closed) subscription.close();
    return () => {
      members.delete(subscription);
      if (members.size === 0 && this.#subscriptions.get(group) === members)
        this.#subscriptions.delete(group);
    };
  }

  async #readAll(): Promise<void> {
    this.#reading = true;
    try {
      while (this.#again && !this.#closed) {
        this.#again = false;
        const read = await this.#source.read({ after: this.#head.cursor, limit: chunk });
        if (read.more) this.#again = true;
        this.#handOut(read.changes, read);
      }
    } catch (error) {
      this.#onFailure(error);
    } finally {
      this.#reading = false;
    }
  }

  #handOut(changes: readonly BoardChange[], { cursor, position, asOf }: BoardsAt): void {
    // While the boards are rebuilt they are behind what was handed out already.
    if (compareCursors(cursor, this.#head.cursor) < 0) return;
    this.#ring.add(changes);
    this.#head = { cursor, position, asOf };
    for (const [group, own] of byGroup(changes))
      for (const one of this.#subscriptions.get(group) ?? []) one.offer(own);
    for (const { board, key } of changes)
      if (board === 'incident') for (const changed of this.#incidents.get(key) ?? []) changed();
    this.#waiters.reached(position);
  }
}

import { setTimeout as sleep } from 'node:timers/promises';
import {
  type Board,
  type BoardChange,
  type BoardsAt,
  type Cursor,
  compareCursors,
} from '@tocsin/projections/queries';
import { type BoardBatch, type BoardScope, isIn, rowsOf } from './boardBatch.ts';
import type { ChangeRing } from './changeRing.ts';
import type { ChangeSource } from './changeSource.ts';
import { Mailbox } from './mailbox.ts';
import { Signal } from './pull.ts';

/** Changes read from the change log at once while catching up. */
const chunk = 500;
/** Rows that may wait for one subscriber before it goes back to reading the change log. */
export const mailboxCapacity = 2_000;
/** How long to leave a database alone that doesn't answer or has nothing yet, in milliseconds. */
const retryAfter = 1_000;

export interface SubscriptionParts {
  readonly source: ChangeSource;
  readonly ring: ChangeRing;
  /** What the feed itself has read up to. */
  readonly head: () => BoardsAt;
  readonly onConflated: () => void;
  readonly onFailure: (error: unknown) => void;
}

/**
 * One subscriber's way through the changes of a board. It reads the change log until the ring
 * covers its cursor and then lives from its mailbox; when that overflows it reads again. Either
 * way it gives every changed row once, in its newest state, and never goes back.
 */
export class BoardSubscription<B extends Board> {
  readonly scope: BoardScope<B>;
  readonly #parts: SubscriptionParts;
  readonly #allows: (change: BoardChange) => boolean;
  readonly #mailbox = new Mailbox<BoardChange>(mailboxCapacity);
  readonly #signal = new Signal();
  readonly #closing = new AbortController();
  #cursor: Cursor;
  #live = false;

  constructor(
    scope: BoardScope<B>,
    after: Cursor,
    allows: (change: BoardChange) => boolean,
    parts: SubscriptionParts,
  ) {
    this.scope = scope;
    this.#cursor = after;
    this.#allows = allows;
    this.#parts = parts;
  }

  /** Rows that wait to be sent. */
  get depth(): number {
    return this.#mailbox.size;
  }

  /** Changes that the feed has just read, in order. */
  offer(changes: readonly BoardChange[]): void {
    if (!this.#live) return;
    let wanted = false;
    for (const change of changes) {
      if (!isIn(this.scope, change) || compareCursors(change.cursor, this.#cursor) <= 0) continue;
      wanted = true;
      if (this.#mailbox.put(change.key, change)) this.#parts.onConflated();
    }
    if (wanted) this.#signal.raise();
  }

  /** The next batch, once there is one; undefined when closed. */
  async next(): Promise<BoardBatch<B> | undefined> {
    while (!this.#closing.signal.aborted) {
      const batch = this.#live ? await this.#waiting() : await this.#catchUp();
      if (batch) return batch;
    }
    return undefined;
  }

  close(): void {
    this.#closing.abort();
    this.#mailbox.clear();
    this.#signal.raise();
  }

  async #waiting(): Promise<BoardBatch<B> | undefined> {
    await this.#signal.wait();
    if (this.#mailbox.overflowed) {
      this.#mailbox.clear();
      this.#live = false;
      return undefined;
    }
    const { values, conflated } = this.#mailbox.take();
    const head = this.#parts.head();
    return this.#batch(values, conflated, head);
  }

  #batch(
    changes: readonly BoardChange[],
    conflated: boolean,
    at: BoardsAt,
  ): BoardBatch<B> | undefined {
    this.#moveTo(at.cursor);
    const { rows, removed } = rowsOf(this.scope.board, changes.filter(this.#allows));
    if (rows.length === 0 && removed.length === 0) return undefined;
    const { position, asOf } = at;
    return { rows, removed, cursor: this.#cursor, position, asOf, conflated };
  }

  #moveTo(cursor: Cursor): void {
    if (compareCursors(cursor, this.#cursor) > 0) this.#cursor = cursor;
  }

  async #catchUp(): Promise<BoardBatch<B> | undefined> {
    if (this.#parts.ring.covers(this.#cursor)) {
      this.#live = true;
      this.offer(this.#parts.ring.after(this.#cursor));
      return undefined;
    }
    try {
      const { board, city, department } = this.scope;
      const read = await this.#parts.source.read({
        after: this.#cursor,
        boards: [board],
        city,
        ...(department === undefined ? {} : { department }),
        limit: chunk,
      });
      const newest = new Mailbox<BoardChange>(chunk);
      for (const change of read.changes) newest.put(change.key, change);
      const { values, conflated } = newest.take();
      const before = this.#cursor;
      const batch = this.#batch(values, conflated, read);
      // The boards are being rebuilt and are behind this subscriber: wait for them.
      if (this.#cursor === before) await this.#pause();
      return batch;
    } catch (error) {
      this.#parts.onFailure(error);
      await this.#pause();
      return undefined;
    }
  }

  async #pause(): Promise<void> {
    await sleep(retryAfter, undefined, { signal: this.#closing.signal }).catch(() => undefined);
  }
}

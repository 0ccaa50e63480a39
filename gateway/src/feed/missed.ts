import {
  type BoardChange,
  type BoardsAt,
  type Cursor,
  compareCursors,
} from '@tocsin/projections/queries';
import {
  type BoardBatch,
  type BoardScope,
  changesBatch,
  isIn,
  snapshotBatch,
} from './boardBatch.ts';
import type { ChangeRing } from './changeRing.ts';
import type { ChangeSource } from './changeSource.ts';
import { Mailbox } from './mailbox.ts';
import type { Rendering } from './rendering.ts';
import { Shared } from './shared.ts';

/** More changed rows than these are not read one by one: the board itself is less. */
export const mostDifferences = 5_000;
/** How long what was read for one is given to others who ask for the same, in milliseconds. */
const keepMs = 1_000;

/** Executes and serializes a batch. Rejects with what its subscribers are told. */
export type Render = (batch: BoardBatch) => Promise<string>;

export interface MissedParts {
  readonly source: ChangeSource;
  readonly ring: () => ChangeRing;
  /** What the feed has read up to. */
  readonly head: () => BoardsAt;
  readonly render: (batch: BoardBatch) => Promise<Rendering>;
}

/** What brings somebody from a cursor to a newer one; no rendering where nothing changed. */
export interface Step {
  readonly cursor: Cursor;
  readonly rendering?: Rendering;
}

/** What members of a room have missed: read and rendered once for all who missed the same. */
export class Missed {
  readonly #scope: BoardScope;
  readonly #parts: MissedParts;
  readonly #steps = new Shared<Step>(keepMs);

  constructor(scope: BoardScope, parts: MissedParts) {
    this.#scope = scope;
    this.#parts = parts;
  }

  /** Whether who stands at the cursor has everything that the feed has read. */
  nothingAfter(cursor: Cursor): boolean {
    const ring = this.#parts.ring();
    return ring.covers(cursor) && !ring.after(cursor).some((change) => isIn(this.#scope, change));
  }

  /** From a cursor, or without one the whole board. Rejects when it can't be read or rendered. */
  since(cursor: Cursor | undefined): Promise<Step> {
    if (cursor === undefined) return this.#steps.get('', () => this.#board());
    return this.#steps.get(cursor, () =>
      this.#parts.ring().covers(cursor) ? this.#fromRing(cursor) : this.#fromLog(cursor),
    );
  }

  /** What was read is true no more. */
  forget(): void {
    this.#steps.clear();
  }

  async #step(batch: BoardBatch): Promise<Step> {
    return { cursor: batch.cursor, rendering: await this.#parts.render(batch) };
  }

  async #board(): Promise<Step> {
    const board = await this.#parts.source.board(this.#scope);
    return this.#step(snapshotBatch(this.#scope, board.rows, board));
  }

  async #fromRing(cursor: Cursor): Promise<Step> {
    const newest = new Mailbox<BoardChange>(Number.POSITIVE_INFINITY);
    for (const change of this.#parts.ring().after(cursor))
      if (isIn(this.#scope, change)) newest.put(change.key, change);
    const { values, conflated } = newest.take();
    return this.#changes(values, this.#parts.head(), conflated);
  }

  async #fromLog(after: Cursor): Promise<Step> {
    const { source } = this.#parts;
    const { board, city, department } = this.#scope;
    const scope = { board, city, ...(department === undefined ? {} : { department }) };
    const read = await source.difference({ ...scope, after, limit: mostDifferences });
    // Asked afterwards: what was dropped while reading would be missing.
    const lost = compareCursors(after, await source.resumableAfter()) < 0;
    if (lost || !read) return this.#board();
    if (compareCursors(read.cursor, after) < 0) return { cursor: after };
    return this.#changes(read.changes, read, read.conflated);
  }

  async #changes(changes: readonly BoardChange[], at: BoardsAt, conflated: boolean): Promise<Step> {
    if (changes.length === 0) return { cursor: at.cursor };
    return this.#step(changesBatch(this.#scope, changes, at, conflated));
  }
}

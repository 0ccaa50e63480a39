import { type BoardChange, type Cursor, compareCursors } from '@tocsin/projections/queries';

/** The latest changes, kept so that who was away for a moment needn't read the change log. */
export class ChangeRing {
  readonly #capacity: number;
  #changes: BoardChange[] = [];
  /** Every change after this one is in the ring. */
  #floor: Cursor;

  constructor(capacity: number, floor: Cursor) {
    this.#capacity = capacity;
    this.#floor = floor;
  }

  add(changes: readonly BoardChange[]): void {
    this.#changes.push(...changes);
    // Cut in halves, not one by one, so that adding stays cheap.
    if (this.#changes.length <= 2 * this.#capacity) return;
    const cut = this.#changes.length - this.#capacity;
    this.#floor = this.#changes[cut - 1]?.cursor ?? this.#floor;
    this.#changes = this.#changes.slice(cut);
  }

  /** Whether nothing after the cursor is missing here. */
  covers(cursor: Cursor): boolean {
    return compareCursors(cursor, this.#floor) >= 0;
  }

  after(cursor: Cursor): readonly BoardChange[] {
    let first = this.#changes.length;
    while (first > 0) {
      const change = this.#changes[first - 1];
      if (!change || compareCursors(change.cursor, cursor) <= 0) break;
      first -= 1;
    }
    return this.#changes.slice(first);
  }
}

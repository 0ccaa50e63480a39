import {
  type Cursor,
  compareCursors,
  type DataState,
  dataState,
  type ProjectionStatus,
} from '@tocsin/projections/queries';

/** How true the boards are; `unknown` while the database doesn't answer. */
export type DataAge = DataState | 'unknown';

/**
 * For how long what the boards have reached may not be shown here, in milliseconds: longer than the
 * second after which a lost nudge is made good.
 */
export const lateAfterMs = 1_500;

/**
 * Says how true the boards are by what is read of their runner again and again. A heartbeat's age
 * is counted here from when it was first seen, so that no clock that is set moves it; only the
 * first one's is the database's word.
 */
export class AgeWatch {
  #beatAt: string | undefined;
  #seenAt = 0;
  #liveAt: number;
  /** What the boards were seen to have reached and this gateway had not shown, and since when. */
  #awaited: { readonly cursor: Cursor; readonly since: number } | undefined;

  /** @param now milliseconds that only go forward, here and below */
  constructor(now: number) {
    this.#liveAt = now;
  }

  /** @param shown up to where this gateway has read the changes that it sends to consoles */
  read({ boards, cursor }: ProjectionStatus, shown: Cursor, now: number): DataState {
    if (boards && boards.beatAt !== this.#beatAt) {
      const first = this.#beatAt === undefined;
      this.#seenAt = first ? now - boards.ageMs : now;
      this.#beatAt = boards.beatAt;
      if (first) this.#liveAt = Math.min(this.#liveAt, this.#seenAt);
    }
    const late = this.#isLate(cursor, shown, now);
    const theirs = dataState(boards && { ...boards, ageMs: now - this.#seenAt });
    const state = theirs === 'live' && late ? 'behind' : theirs;
    if (state === 'live') this.#liveAt = now;
    return state;
  }

  /** Whether this gateway has not kept up with boards that did: its reading hangs, say. */
  #isLate(reached: Cursor, shown: Cursor, now: number): boolean {
    if (compareCursors(reached, shown) <= 0) this.#awaited = undefined;
    else if (!this.#awaited || compareCursors(this.#awaited.cursor, shown) <= 0)
      this.#awaited = { cursor: reached, since: now };
    return this.#awaited !== undefined && now - this.#awaited.since > lateAfterMs;
  }

  /** For how long the boards have not been live, as far as is known here. */
  lagMs(now: number): number {
    return now - this.#liveAt;
  }
}

import { type DataState, dataState, type ProjectionStatus } from '@tocsin/projections/queries';

/** How true the boards are; `unknown` while the database doesn't answer. */
export type DataAge = DataState | 'unknown';

/**
 * Says how true the boards are by what is read of their runner again and again. A heartbeat's age
 * is counted here from when it was first seen, so that no clock that is set moves it; only the
 * first one's is the database's word.
 */
export class AgeWatch {
  #beatAt: string | undefined;
  #seenAt = 0;
  #liveAt: number;

  /** @param now milliseconds that only go forward, here and below */
  constructor(now: number) {
    this.#liveAt = now;
  }

  read({ boards }: ProjectionStatus, now: number): DataState {
    if (boards && boards.beatAt !== this.#beatAt) {
      const first = this.#beatAt === undefined;
      this.#seenAt = first ? now - boards.ageMs : now;
      this.#beatAt = boards.beatAt;
      if (first) this.#liveAt = Math.min(this.#liveAt, this.#seenAt);
    }
    const state = dataState(boards && { ...boards, ageMs: now - this.#seenAt });
    if (state === 'live') this.#liveAt = now;
    return state;
  }

  /** For how long the boards have not been live, as far as is known here. */
  lagMs(now: number): number {
    return now - this.#liveAt;
  }
}

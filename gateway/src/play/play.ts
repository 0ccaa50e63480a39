import { setTimeout as sleep } from 'node:timers/promises';
import { position } from '@tocsin/domain';
import type { BoardChange, BoardsAt, Moment } from '@tocsin/projections/queries';
import {
  type BoardBatch,
  type BoardRow,
  type BoardScope,
  changesBatch,
} from '../feed/boardBatch.ts';
import { iterate } from '../feed/pull.ts';

/** An idle stretch tells the time this often, in milliseconds. */
const tickMs = 1_000;
/** What falls due within so many milliseconds is sent together. */
const frameMs = 50;

export interface PlayParts {
  readonly scope: BoardScope;
  readonly from: Moment;
  readonly to: Moment;
  /** Seconds of the log in one second. */
  readonly speed: number;
  /** A pause without any change of the board takes no more seconds of the log than this. */
  readonly longestPause: number | undefined;
  /** The whole board as it stood at `from`. */
  readonly rows: () => Promise<readonly BoardRow[]>;
  /** What changed on it from there to `to`, in log order. */
  readonly changes: () => AsyncGenerator<readonly BoardChange[]>;
  /** Whether a change may be shown, asked when it is due. */
  readonly allows: (change: BoardChange) => boolean;
}

/**
 * Plays a board forward: its rows as they stood, then each change when it is due, paced by the
 * recorded times; a batch at least each second, so that the clock moves. Ends with the board of
 * `to`. Who reads slowly gets later what is due by then, the newest of each row.
 *
 * @param ended called once, whatever ends it
 */
export function play(parts: PlayParts, ended: () => void): AsyncGenerator<BoardBatch> {
  const player = new Player(parts);
  return iterate(
    () => player.next(),
    () => {
      player.close();
      ended();
    },
  );
}

class Player {
  readonly #parts: PlayParts;
  readonly #closing = new AbortController();
  readonly #changes: AsyncGenerator<readonly BoardChange[]>;
  #waiting: BoardChange[] = [];
  #state: 'new' | 'playing' | 'over' = 'new';
  #at: Moment;
  /** When the play's clock would have shown 1970, in milliseconds of this process's clock. */
  #origin = 0;
  /** The play's clock at the last change, in milliseconds since 1970. */
  #clock: number;

  constructor(parts: PlayParts) {
    this.#parts = parts;
    this.#changes = parts.changes();
    this.#at = parts.from;
    this.#clock = Date.parse(parts.from.asOf ?? parts.to.asOf ?? '') || 0;
  }

  close(): void {
    this.#closing.abort();
    void this.#changes.return(undefined);
  }

  async next(): Promise<BoardBatch | undefined> {
    if (this.#state === 'over') return undefined;
    if (this.#state === 'new') return this.#begin();
    const told = performance.now();
    const next = await this.#peek();
    const end = Date.parse(this.#parts.to.asOf ?? '') || this.#clock;
    const due = this.#dueAt(next ? Date.parse(next.recordedAt) : end);
    await this.#sleepUntil(Math.min(due, told + tickMs));
    if (this.#closing.signal.aborted) return undefined;
    const now = performance.now();
    if (now + frameMs < due) return this.#tick(now);
    return next ? this.#take(now + frameMs) : this.#finish();
  }

  async #begin(): Promise<BoardBatch> {
    const rows = await this.#parts.rows();
    this.#state = 'playing';
    this.#origin = performance.now() - this.#clock / this.#parts.speed;
    return this.#batch({ rows, snapshot: true });
  }

  async #peek(): Promise<BoardChange | undefined> {
    while (this.#waiting.length === 0) {
      const { done, value } = await this.#changes.next();
      if (done) return undefined;
      this.#waiting = [...value];
    }
    return this.#waiting[0];
  }

  /** When the play's clock shows this time, or when it would after the longest pause there may be. */
  #dueAt(time: number): number {
    const { speed, longestPause } = this.#parts;
    const gap = time - this.#clock;
    const over = longestPause === undefined ? 0 : gap - longestPause * 1_000;
    if (over > 0) {
      this.#origin -= over / speed;
      this.#clock += over;
    }
    return this.#origin + time / speed;
  }

  async #sleepUntil(until: number): Promise<void> {
    const wait = until - performance.now();
    const signal = this.#closing.signal;
    if (wait > 0) await sleep(wait, undefined, { signal }).catch(() => undefined);
  }

  #tick(now: number): BoardBatch {
    const shown = (now - this.#origin) * this.#parts.speed;
    return this.#batch({ asOf: new Date(shown).toISOString() });
  }

  /** Everything due by then, the newest of each row. */
  async #take(by: number): Promise<BoardBatch> {
    const newest = new Map<string, BoardChange>();
    let conflated = false;
    for (let next = await this.#peek(); next; next = await this.#peek()) {
      const time = Math.max(this.#clock, Date.parse(next.recordedAt));
      if (newest.size > 0 && this.#origin + time / this.#parts.speed > by) break;
      this.#waiting.shift();
      this.#clock = time;
      const { cursor, position: at } = next;
      this.#at = { cursor, position: at, asOf: new Date(time).toISOString() };
      if (!this.#parts.allows(next)) continue;
      conflated = newest.delete(next.key) || conflated;
      newest.set(next.key, next);
    }
    const { rows, removed } = changesBatch(
      this.#parts.scope,
      [...newest.values()],
      this.#shown(),
      false,
    );
    return this.#batch({ rows, removed, conflated });
  }

  #finish(): BoardBatch {
    this.#state = 'over';
    this.#at = this.#parts.to;
    return this.#batch({});
  }

  #shown(): BoardsAt {
    const { cursor, position: at, asOf } = this.#at;
    return { cursor, position: position(at < 0n ? 0n : at), asOf };
  }

  #batch(some: Partial<BoardBatch>): BoardBatch {
    const nothing = { rows: [], removed: [], conflated: false, snapshot: false };
    return { ...nothing, ...this.#shown(), ...some };
  }
}

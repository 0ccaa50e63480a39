import { setTimeout as sleep } from 'node:timers/promises';
import { moment } from '@tocsin/domain/store';
import { type BoardChange, type Cursor, compareCursors } from '@tocsin/projections/queries';
import { Refusal } from '../operation/refusal.ts';
import { type BoardBatch, type BoardScope, changesBatch, isIn } from './boardBatch.ts';
import type { FeedTrace } from './feedTrace.ts';
import { Mailbox } from './mailbox.ts';
import type { Member } from './member.ts';
import { Missed, type MissedParts, type Render } from './missed.ts';
import { Rendering } from './rendering.ts';

/** Rows that may wait to be rendered; with more, the members read the log again. */
export const queueCapacity = 2_000;
/** How long to leave a database alone that doesn't answer or has nothing yet, in milliseconds. */
const retryAfter = 1_000;

export interface RoomParts extends Omit<MissedParts, 'render'> {
  /** Told of each row that was replaced before it was rendered. */
  readonly onConflated: () => void;
  readonly onRendered: () => void;
  /** Told how many were sent what was rendered for another. */
  readonly onShared: (sends: number) => void;
  readonly onFailure: (error: unknown) => void;
  readonly trace?: FeedTrace | undefined;
}

/**
 * Everybody who sees the same of a board in the same form. What changes is executed and serialized
 * once and the bytes are handed to each member whose outlet takes them. A member whose outlet is
 * full keeps its cursor only; once drained, it gets the difference and is live again.
 */
export class Room {
  readonly scope: BoardScope;
  readonly #parts: RoomParts;
  readonly #render: Render;
  readonly #missed: Missed;
  readonly #members = new Set<Member>();
  readonly #live = new Set<Member>();
  readonly #queue = new Mailbox<BoardChange>(queueCapacity);
  #rendering = false;
  #sentUpTo: Cursor | undefined;
  /** Counts the swaps of the boards. */
  #epoch = 0;

  constructor(scope: BoardScope, render: Render, parts: RoomParts) {
    this.scope = scope;
    this.#render = render;
    this.#parts = parts;
    this.#missed = new Missed(scope, { ...parts, render: (batch) => this.#rendered(batch) });
  }

  get size(): number {
    return this.#members.size;
  }

  /** Members that only have their place in the log. */
  get behind(): number {
    return this.#members.size - this.#live.size;
  }

  /** Rows that wait to be rendered. */
  get waiting(): number {
    return this.#queue.size;
  }

  join(member: Member): void {
    this.#members.add(member);
    void this.#catchUp(member);
  }

  leave(member: Member): void {
    member.left = true;
    this.#members.delete(member);
    this.#live.delete(member);
  }

  /** Changes of the room's board and city that the feed has just read, in order. */
  offer(changes: readonly BoardChange[]): void {
    // Nobody to render for; what is left over would be old when somebody is live again.
    if (this.#live.size === 0) {
      this.#queue.clear();
      return;
    }
    for (const change of changes)
      if (isIn(this.scope, change) && this.#queue.put(change.key, change))
        this.#parts.onConflated();
    if (this.#queue.overflowed) this.#allBehind();
    if (!this.#rendering && this.#queue.size > 0) void this.#sendAll();
  }

  /** The boards were swapped for others: everybody needs the whole board. */
  reset(): void {
    this.#epoch += 1;
    this.#missed.forget();
    for (const member of this.#members) member.cursor = undefined;
    this.#allBehind();
  }

  close(): void {
    for (const member of this.#members) {
      this.leave(member);
      member.outlet.end();
    }
  }

  #allBehind(): void {
    const members = [...this.#live];
    this.#live.clear();
    this.#queue.clear();
    for (const member of members) void this.#catchUp(member);
  }

  async #rendered(batch: BoardBatch): Promise<Rendering> {
    this.#parts.onRendered();
    return new Rendering(batch.cursor, await this.#render(batch));
  }

  async #sendAll(): Promise<void> {
    this.#rendering = true;
    try {
      while (this.#live.size > 0 && this.#queue.size > 0) {
        const { values, conflated } = this.#queue.take();
        const begun = moment();
        const batch = changesBatch(this.scope, values, this.#parts.head(), conflated);
        const rendering = await this.#rendered(batch);
        const rendered = moment();
        this.#deliver(rendering);
        const { sent: sockets } = rendering;
        this.#parts.trace?.delivered({
          changes: values,
          begun,
          rendered,
          ended: moment(),
          sockets,
        });
      }
    } catch (error) {
      this.#queue.clear();
      for (const member of this.#live) this.#fail(member, error);
    } finally {
      this.#rendering = false;
    }
  }

  #deliver(rendering: Rendering): void {
    const { cursor } = rendering;
    const before = rendering.sent;
    for (const member of this.#live) {
      // Who has caught up beyond this batch, or comes from a gateway that is ahead.
      const inStep = member.cursor !== undefined && member.cursor === this.#sentUpTo;
      if (!inStep && member.cursor && compareCursors(member.cursor, cursor) >= 0) continue;
      if (member.outlet.full) {
        this.#live.delete(member);
        void this.#catchUp(member);
      } else this.#send(member, rendering);
    }
    this.#sentUpTo = cursor;
    this.#countShared(rendering, before);
  }

  #send(member: Member, rendering: Rendering): void {
    member.outlet.send(rendering);
    member.cursor = rendering.cursor;
    rendering.sent += 1;
  }

  #countShared(rendering: Rendering, before: number): void {
    const shared = rendering.sent - Math.max(before, 1);
    if (shared > 0) this.#parts.onShared(shared);
  }

  #fail(member: Member, error: unknown): void {
    this.leave(member);
    member.outlet.fail(error);
  }

  /** Brings a member up to what the feed has read, then makes it live. */
  async #catchUp(member: Member): Promise<void> {
    while (!member.left) {
      const from = member.cursor;
      if (member.outlet.full) await member.outlet.drained();
      else if (from !== undefined && this.#missed.nothingAfter(from)) {
        this.#live.add(member);
        return;
      } else if (!(await this.#step(member))) await sleep(retryAfter, undefined, { ref: false });
    }
  }

  /** One step nearer; false when there was none. */
  async #step(member: Member): Promise<boolean> {
    const from = member.cursor;
    const epoch = this.#epoch;
    try {
      const { cursor, rendering } = await this.#missed.since(from);
      // It has left, or the boards were swapped meanwhile.
      if (member.left || this.#epoch !== epoch) return true;
      if (rendering) {
        const before = rendering.sent;
        this.#send(member, rendering);
        this.#countShared(rendering, before);
      }
      member.cursor = cursor;
      return cursor !== from;
    } catch (error) {
      if (error instanceof Refusal) this.#fail(member, error);
      else this.#parts.onFailure(error);
      return false;
    }
  }
}

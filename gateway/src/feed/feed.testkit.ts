import { position } from '@tocsin/domain';
import {
  type BoardChange,
  type BoardsAt,
  type Changes,
  type ChangesWanted,
  type Cursor,
  compareCursors,
  type Difference,
  type DifferenceWanted,
  formatCursor,
  type Snapshot,
  START_CURSOR,
  type UnitRow,
} from '@tocsin/projections/queries';
import { type BoardBatch, type BoardRow, type BoardScope, isIn } from './boardBatch.ts';
import { BoardSource } from './boardSource.ts';
import type { ChangeSource } from './changeSource.ts';
import type { Feed } from './feed.ts';
import type { Outlet } from './member.ts';
import type { Render } from './missed.ts';
import type { Rendering } from './rendering.ts';

export const units = { board: 'unit', city: 'xinghe' } as const;

/** A change log in memory, written by the test; reading it can be made to fail. */
export class ScriptedLog implements ChangeSource {
  readonly changes: BoardChange[] = [];
  /** How often changes were read, differences and boards. */
  readonly readings = { changes: 0, differences: 0, boards: 0 };
  failure: Error | undefined;
  kept: Cursor = START_CURSOR;
  #position = 0n;

  /** Records that a unit changed (or left, for `left`); the row's station carries the count. */
  change(key: string, { city = 'xinghe', department = 'fire', left = false } = {}): Cursor {
    this.#position += 10n;
    const cursor = formatCursor(this.#position, 0);
    const row = { id: key, city, department, station: `${this.changes.length}` } as UnitRow;
    this.changes.push({
      board: 'unit',
      key,
      city,
      department,
      row: left ? null : row,
      cursor,
      position: position(this.#position),
      recordedAt: new Date(Number(this.#position)).toISOString(),
    });
    return cursor;
  }

  /** The board as a query would give it now. */
  rows(scope: BoardScope = units): Map<string, UnitRow> {
    const rows = new Map<string, UnitRow>();
    for (const change of this.changes) {
      if (!isIn(scope, change)) continue;
      const row = change.row as UnitRow | null;
      if (row && (scope.matches?.(row) ?? true)) rows.set(change.key, row);
      else rows.delete(change.key);
    }
    return rows;
  }

  get end(): Cursor {
    return this.changes.at(-1)?.cursor ?? START_CURSOR;
  }

  get #at(): BoardsAt {
    return { cursor: this.end, position: position(this.#position), asOf: undefined };
  }

  async newest(): Promise<Cursor> {
    return this.end;
  }

  async resumableAfter(): Promise<Cursor> {
    return this.kept;
  }

  async read({ after, limit }: ChangesWanted): Promise<Changes> {
    this.readings.changes += 1;
    if (this.failure) throw this.failure;
    const wanted = this.changes.filter(({ cursor }) => compareCursors(cursor, after) > 0);
    const changes = wanted.slice(0, limit);
    const last = changes.at(-1);
    if (!last || changes.length < limit) return { changes, more: false, ...this.#at };
    return { changes, more: true, cursor: last.cursor, position: last.position, asOf: undefined };
  }

  async difference({ after, limit, ...scope }: DifferenceWanted): Promise<Difference | undefined> {
    this.readings.differences += 1;
    if (this.failure) throw this.failure;
    const newest = new Map<string, BoardChange>();
    let count = 0;
    for (const change of this.changes) {
      if (!isIn(scope, change) || compareCursors(change.cursor, after) <= 0) continue;
      count += 1;
      newest.delete(change.key);
      newest.set(change.key, change);
    }
    if (newest.size > limit) return undefined;
    return { changes: [...newest.values()], conflated: count > newest.size, ...this.#at };
  }

  async board({ matches: _, ...scope }: BoardScope): Promise<Snapshot<BoardRow>> {
    this.readings.boards += 1;
    if (this.failure) throw this.failure;
    return { rows: [...this.rows(scope).values()], ...this.#at };
  }
}

interface Message {
  readonly id: string;
  readonly payload: Omit<BoardBatch<UnitRow>, 'position'>;
}

/** A console that keys by row; `full` while it doesn't read. */
export class Console implements Outlet {
  readonly rows = new Map<string, string>();
  readonly batches: Message['payload'][] = [];
  readonly frames: Buffer[] = [];
  /** Null: from a snapshot on. */
  cursor: string | null;
  full = false;
  failed: unknown;
  ended = false;
  leave: () => void = () => undefined;
  #letGo: (() => void)[] = [];

  constructor(cursor: string | null = START_CURSOR) {
    this.cursor = cursor;
  }

  send(rendering: Rendering): void {
    const frame = rendering.frames.of('unit');
    const { payload } = JSON.parse(frame.toString()) as Message;
    this.frames.push(frame);
    this.batches.push(payload);
    if (payload.snapshot) this.rows.clear();
    for (const row of payload.rows) this.rows.set(row.id, row.station);
    for (const key of payload.removed) this.rows.delete(key);
    this.cursor = payload.cursor;
  }

  drained(): Promise<void> {
    return new Promise((resolve) => this.#letGo.push(resolve));
  }

  read(): void {
    this.full = false;
    for (const letGo of this.#letGo.splice(0)) letGo();
  }

  end(): void {
    this.ended = true;
  }

  fail(error: unknown): void {
    this.failed = error;
  }
}

export const plainly: Render = async ({ position: _, ...batch }) => JSON.stringify(batch);

export interface JoinOptions {
  readonly scope?: BoardScope;
  readonly form?: string;
  readonly render?: Render;
}

/** Lets a console into its room, from its cursor on. */
export async function join(
  feed: Feed,
  console: Console,
  { scope = units, form = 'form', render = plainly }: JoinOptions = {},
): Promise<Console> {
  const after = console.cursor === null ? undefined : await feed.checked(console.cursor);
  console.leave = feed.join({
    source: new BoardSource(scope, after),
    form,
    render,
    outlet: console,
  });
  return console;
}

/** Until nothing is left to be done that needs no time. */
export const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 1));

/** What a console that keys by row must have. */
export const stations = (rows: ReadonlyMap<string, UnitRow>): Map<string, string> =>
  new Map([...rows].map(([key, { station }]) => [key, station]));

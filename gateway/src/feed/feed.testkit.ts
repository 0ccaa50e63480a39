import { position } from '@tocsin/domain';
import {
  type BoardChange,
  type Changes,
  type ChangesWanted,
  type Cursor,
  compareCursors,
  formatCursor,
  START_CURSOR,
  type UnitRow,
} from '@tocsin/projections/queries';
import type { ChangeSource } from './changeSource.ts';

/** A change log in memory, written by the test; reading it can be made to fail. */
export class ScriptedLog implements ChangeSource {
  readonly changes: BoardChange[] = [];
  readings = 0;
  failure: Error | undefined;
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

  get #newest(): Cursor {
    return this.changes.at(-1)?.cursor ?? START_CURSOR;
  }

  async newest(): Promise<Cursor> {
    return this.#newest;
  }

  async read({ after, boards, city, department, limit }: ChangesWanted): Promise<Changes> {
    this.readings += 1;
    if (this.failure) throw this.failure;
    const wanted = this.changes.filter(
      (change) =>
        compareCursors(change.cursor, after) > 0 &&
        (!boards || boards.includes(change.board)) &&
        (city === undefined || change.city === city) &&
        (department === undefined || change.department === department),
    );
    const changes = wanted.slice(0, limit);
    const last = changes.at(-1);
    const at = { position: position(this.#position), asOf: undefined };
    if (!last || changes.length < limit)
      return { changes, more: false, cursor: this.#newest, ...at };
    return { changes, more: true, cursor: last.cursor, position: last.position, asOf: undefined };
  }
}

export const everything = (): boolean => true;

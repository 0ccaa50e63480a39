import type { Store } from '@tocsin/domain/store';
import type { Cursor } from '../cursor.ts';
import type { Board } from '../rows.ts';
import type { Db } from '../snapshot.ts';

/** What the boards of the past are read from: the read models, and the log for what those no longer keep. */
export interface Past {
  readonly db: Db;
  readonly log: Pick<Store, 'readEvents' | 'follow'>;
}

/** A place in the log, no later than what the boards contain. */
export interface Moment {
  /** Everything up to here, and nothing later; -1n before the first event. */
  readonly position: bigint;
  /** When the last event up to there was recorded, ISO 8601; undefined before the first. */
  readonly asOf: string | undefined;
  /** Every change behind it is of later; those at the position itself may come again. */
  readonly cursor: Cursor;
}

export interface PastChangesWanted {
  readonly board: Board;
  readonly city: string;
  /** Left out: every department's. */
  readonly department?: string;
  /** Only changes behind this log position, up to and with the other. */
  readonly after: bigint;
  readonly upTo: bigint;
}

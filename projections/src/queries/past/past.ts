import type { Store } from '@tocsin/domain/store';
import type { Cursor } from '../cursor.ts';
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

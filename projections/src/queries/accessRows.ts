import type { AccessFacts, AccessKind, Actor } from '@tocsin/domain';
import { type Db, type Snapshot, snapshot } from './snapshot.ts';

/** An entry of the access log: who did what about the record, besides adding to it. */
export interface AccessRow extends AccessFacts {
  /** The event's place in the log; the newest comes first. */
  readonly position: string;
  /** ISO 8601. */
  readonly recordedAt: string;
  readonly kind: AccessKind;
  /** Absent where nobody was signed in. */
  readonly by?: Pick<Actor, 'id' | 'name' | 'role' | 'department' | 'console'>;
  /** So many more of the same, between two times; the first of them is an entry of its own. */
  readonly count?: number;
  readonly from?: string;
  readonly until?: string;
}

export interface AccessWanted {
  /** Entries of this city, and those that belong to none. */
  readonly city: string;
  readonly account?: string | undefined;
  readonly incident?: string | undefined;
  readonly kinds?: readonly AccessKind[] | undefined;
  /** Recorded from then on, and before then; ISO 8601. */
  readonly from?: string | undefined;
  readonly until?: string | undefined;
  /** Those before this position. */
  readonly before?: bigint | undefined;
  /** Those up to this position. */
  readonly upTo?: bigint | undefined;
  readonly limit: number;
}

/** The newest entries that fit, newest first. */
export function accessRows(db: Db, wanted: AccessWanted): Promise<Snapshot<AccessRow>> {
  const { city, account, incident, kinds, from, until, before, upTo, limit } = wanted;
  const values: unknown[] = [city];
  const where = ['(city = $1 or city is null)'];
  const add = (condition: string, value: unknown): void => {
    if (value === undefined) return;
    values.push(value);
    where.push(condition.replace('?', `$${values.length}`));
  };
  add('account = ?', account);
  add('incident = ?', incident);
  add('kind = any(?)', kinds && [...kinds]);
  add('recorded_at >= ?', from);
  add('recorded_at < ?', until);
  add('position < ?', before);
  add('position <= ?', upTo);
  values.push(limit);
  const rows = `select row::json from access_row where ${where.join(' and ')}
    order by position desc limit $${values.length}`;
  return snapshot(db, rows, values);
}

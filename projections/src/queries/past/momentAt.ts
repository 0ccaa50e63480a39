import { position } from '@tocsin/domain';
import { formatCursor, START_CURSOR } from '../cursor.ts';
import type { Db } from '../snapshot.ts';
import type { Moment, Past } from './past.ts';

interface MomentColumns {
  readonly position: string;
  readonly event_at: Date;
  readonly changed: string;
  readonly ordinal: number;
}

/** The moment right after the event at a position, or the newest one the boards contain if that is earlier. */
export async function momentAt(db: Db, upTo: bigint): Promise<Moment> {
  const found = await db.query<MomentColumns>(
    `select least(c.position, $1::bigint) as position,
       coalesce(last.position, least(c.position, $1::bigint)) as changed, coalesce(last.ordinal, 0) as ordinal,
       case when c.event_position <= $1 then c.event_at
         else coalesce(last.recorded_at, sec.second) end as event_at
     from checkpoint c
       left join lateral (select position, ordinal, recorded_at from change
         where position <= least(c.position, $1::bigint)
         order by position desc, ordinal desc limit 1) last on true
       left join lateral (select second from moment where position <= $1
         order by position desc limit 1) sec on true
     where c.name = 'boards' and sec.second is not null`,
    [upTo],
  );
  const at = found.rows[0];
  if (!at) return { position: -1n, asOf: undefined, cursor: START_CURSOR };
  const cursor = formatCursor(at.changed, at.ordinal);
  return { position: BigInt(at.position), asOf: at.event_at.toISOString(), cursor };
}

interface SecondColumns {
  readonly before: string | null;
  readonly first: string | null;
  readonly next: string | null;
  readonly last: string | null;
  readonly kept: string;
}

/**
 * The moment when everything was recorded up to a time, and nothing later. A log's time only goes
 * forward: what a clock that was set back recorded counts as recorded when the event before it was.
 *
 * @param time ISO 8601 in UTC, with milliseconds
 */
export async function momentOfTime(past: Past, time: string): Promise<Moment> {
  const found = await past.db.query<SecondColumns>(
    `select (select position from moment where second <= $1 order by second desc limit 1) as first,
       (select position from moment where second <= $1 order by second desc offset 1 limit 1)
         as before,
       (select position from moment where second > $1 order by second limit 1) as next,
       c.position as last, c.kept_position as kept
     from checkpoint c where c.name = 'boards'`,
    [time],
  );
  const row = found.rows[0];
  if (!row || row.first === null) return momentAt(past.db, -1n);
  const first = BigInt(row.first);
  const end = row.next === null ? BigInt(row.last ?? 0) + 1n : BigInt(row.next);
  const dropped = first <= BigInt(row.kept);
  const later = dropped
    ? await laterInLog(past, row.before, first, end, time)
    : await laterChange(past.db, first, end, time);
  return momentAt(past.db, (later ?? end) - 1n);
}

/** The first position of those from `first` to before `end` whose event was recorded after the time. */
async function laterChange(
  db: Db,
  first: bigint,
  end: bigint,
  time: string,
): Promise<bigint | undefined> {
  const found = await db.query<{ position: string }>(
    `select position from change where position >= $1 and position < $2 and recorded_at > $3
     order by position, ordinal limit 1`,
    [first, end, time],
  );
  return found.rows[0] && BigInt(found.rows[0].position);
}

/** The same, of the log itself, which is read from an event before on. */
async function laterInLog(
  { log }: Past,
  before: string | null,
  first: bigint,
  end: bigint,
  time: string,
): Promise<bigint | undefined> {
  const done = new AbortController();
  const after = before === null ? {} : { after: position(before) };
  try {
    for await (const batch of log.follow({ ...after, batchSize: 100, signal: done.signal })) {
      for (const { position: at, meta } of batch.events) {
        if (at >= end) return undefined;
        if (at >= first && meta.recordedAt > time) return at;
      }
      if (batch.caughtUp) return undefined;
    }
    return undefined;
  } finally {
    done.abort();
  }
}

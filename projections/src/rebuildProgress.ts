import type { Position } from '@tocsin/domain';
import type { Pool } from 'pg';

export interface RebuildProgress {
  readonly events: number;
  /** Events a second since the beginning. */
  readonly rate: number;
  /** 0 to 100, by the log's positions; 100 once the new read models are shown. */
  readonly percent: number;
  /** Until it is through, as fast as it was so far; undefined while that can't be said. */
  readonly leftMs: number | undefined;
}

export interface Reached {
  readonly position: Position | undefined;
  readonly events: number;
}

/** How far a rebuild is that began `tookMs` ago and goes to `target`, the log's end then. */
export function progressAt(
  { position, events }: Reached,
  target: Position | undefined,
  tookMs: number,
): RebuildProgress {
  const part = partOf(position, target);
  return {
    events,
    rate: (events * 1_000) / Math.max(1, tookMs),
    percent: Math.min(99, Math.floor(part * 100)),
    leftMs: part > 0 ? Math.round((tookMs * (1 - part)) / part) : undefined,
  };
}

function partOf(position: Position | undefined, target: Position | undefined): number {
  if (target === undefined || target === 0n) return 1;
  if (position === undefined) return 0;
  return Math.min(1, Number((position * 10_000n) / target) / 10_000);
}

/** Writes it down for who looks from elsewhere. */
export async function tellProgress(
  pool: Pool,
  state: 'running' | 'done' | 'failed',
  { events, rate, percent, leftMs }: RebuildProgress,
): Promise<void> {
  await pool.query(
    `insert into rebuild (state, events, rate, ratio, left_ms, began_at, told_at)
     values ($1, $2, $3, $4, $5, clock_timestamp(), clock_timestamp())
     on conflict (one) do update set state = excluded.state, events = excluded.events,
       rate = excluded.rate, ratio = excluded.ratio, left_ms = excluded.left_ms,
       told_at = excluded.told_at,
       began_at = case when rebuild.state = 'running' and rebuild.events <= excluded.events
         then rebuild.began_at else excluded.began_at end`,
    [state, events, rate, percent / 100, leftMs ?? null],
  );
}

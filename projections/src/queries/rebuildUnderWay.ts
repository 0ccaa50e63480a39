import type { Db } from './snapshot.ts';

/** How far the boards that are made beside those that are shown have come. */
export interface RebuildUnderWay {
  /** Of the log, 0 to 1. */
  readonly ratio: number;
  readonly events: number;
  readonly eventsPerSecond: number;
  /** Undefined while that can't be said. */
  readonly secondsLeft: number | undefined;
}

interface Columns {
  readonly ratio: number;
  readonly events: string;
  readonly rate: number;
  readonly left_ms: string | null;
}

/** The rebuild that is under way; undefined when none is, or the one that was has been killed. */
export async function rebuildUnderWay(db: Db): Promise<RebuildUnderWay | undefined> {
  const found = await db.query<Columns>({
    name: 'rebuild-under-way',
    text: `select ratio, events, rate, left_ms from rebuild
      where state = 'running' and told_at > clock_timestamp() - interval '5 s'`,
  });
  const row = found.rows[0];
  return (
    row && {
      ratio: row.ratio,
      events: Number(row.events),
      eventsPerSecond: row.rate,
      secondsLeft: row.left_ms === null ? undefined : Number(row.left_ms) / 1000,
    }
  );
}

import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';

export interface Beat {
  readonly leader: string;
  readonly state: string;
  /** By the database's clock, milliseconds. */
  readonly at: number;
}

export interface Heartbeats {
  readonly beats: readonly Beat[];
  stop(): Promise<void>;
}

/** Writes down the boards' heartbeats as they come. */
export function watchBeats(pool: pg.Pool): Heartbeats {
  const beats: Beat[] = [];
  let stopped = false;
  const watch = async (): Promise<void> => {
    while (!stopped) {
      const found = await pool
        .query<{ leader: string; state: string; beat_at: Date }>(
          `select leader, state, beat_at from runner where name = 'boards'`,
        )
        .catch(() => ({ rows: [] }));
      const [row] = found.rows;
      const at = row?.beat_at.getTime() ?? 0;
      if (row && beats.at(-1)?.at !== at) beats.push({ leader: row.leader, state: row.state, at });
      await sleep(20);
    }
  };
  const watching = watch();
  return {
    beats,
    stop: async () => {
      stopped = true;
      await watching;
    },
  };
}

/** Milliseconds from the last beat of each leader to the first of the next. */
export const takeOvers = (beats: readonly Beat[]): readonly number[] =>
  beats.flatMap((beat, at) => {
    const before = beats[at - 1];
    return before && before.leader !== beat.leader ? [beat.at - before.at] : [];
  });

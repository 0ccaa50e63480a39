import { type Position, position } from '@tocsin/domain';
import { atColumns, type BoardsAt, boardsAtOf, type Db } from './snapshot.ts';

/** The last heartbeat of one of the runner's consumers. */
export interface Heartbeat {
  /** `failed`: an event could not be handled and nothing behind it will be. */
  readonly state: 'running' | 'failed' | 'stopped';
  readonly position: Position | undefined;
  /** Nothing further stood in the log when it looked last. */
  readonly caughtUp: boolean;
  /** Why it failed. */
  readonly message: string | undefined;
  readonly beatAt: string;
  /** How old the heartbeat is, by the database's clock. */
  readonly ageMs: number;
}

export interface ProjectionStatus extends BoardsAt {
  /** Undefined until a runner has led for the first time. */
  readonly boards: Heartbeat | undefined;
  readonly policies: Heartbeat | undefined;
  /** The boards' heartbeat is young and says that they are caught up. */
  readonly live: boolean;
}

interface StatusColumns {
  readonly name: 'boards' | 'policies' | null;
  readonly state: Heartbeat['state'];
  readonly at: string | null;
  readonly caught_up: boolean;
  readonly message: string | null;
  readonly beat_at: Date;
  readonly age_ms: number;
}

/** A heartbeat older than this is a runner that is gone or stuck. */
const STALE_AFTER_MS = 3_000;

export async function status(db: Db): Promise<ProjectionStatus> {
  const found = await db.query<StatusColumns & Parameters<typeof boardsAtOf>[0]>(
    `select ${atColumns}, r.name, r.state, r.position as at, r.caught_up, r.message, r.beat_at,
       (extract(epoch from clock_timestamp() - r.beat_at) * 1000)::float8 as age_ms
     from checkpoint c left join runner r on true where c.name = 'boards'`,
  );
  const of = (name: string) => found.rows.filter((row) => row.name === name).map(heartbeat)[0];
  const boards = of('boards');
  const live = boards?.state === 'running' && boards.caughtUp && boards.ageMs < STALE_AFTER_MS;
  return { ...boardsAtOf(found.rows[0]), boards, policies: of('policies'), live };
}

const heartbeat = (row: StatusColumns): Heartbeat => ({
  state: row.state,
  position: row.at === null ? undefined : position(row.at),
  caughtUp: row.caught_up,
  message: row.message ?? undefined,
  beatAt: row.beat_at.toISOString(),
  ageMs: Math.max(0, row.age_ms),
});

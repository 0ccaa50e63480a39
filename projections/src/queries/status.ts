import { type Position, position } from '@tocsin/domain';
import { atColumns, type BoardsAt, boardsAtOf, type Db } from './snapshot.ts';

/** The last heartbeat of one of the runner's consumers. */
export interface Heartbeat {
  /** `failed`: an event could not be handled and nothing behind it will be. */
  readonly state: 'running' | 'failed' | 'stopped';
  readonly position: Position | undefined;
  /** Nothing further stood in the log when it looked last. */
  readonly caughtUp: boolean;
  /** For how long it has not been up to date; undefined: not since it began. */
  readonly behindMs: number | undefined;
  /** Why it failed. */
  readonly message: string | undefined;
  readonly beatAt: string;
  /** How old the heartbeat is, by the database's clock. */
  readonly ageMs: number;
  /** Which process beats; another one after a take-over. */
  readonly leader: string | undefined;
}

export interface ProjectionStatus extends BoardsAt {
  /** Undefined until a runner has led for the first time. */
  readonly boards: Heartbeat | undefined;
  readonly policies: Heartbeat | undefined;
  /** The boards' heartbeat is young and says that they are up to date. */
  readonly live: boolean;
}

interface StatusColumns {
  readonly name: 'boards' | 'policies' | null;
  readonly state: Heartbeat['state'];
  readonly at: string | null;
  readonly caught_up: boolean;
  readonly behind_ms: string | null;
  readonly message: string | null;
  readonly beat_at: Date;
  readonly age_ms: number;
  readonly leader: string | null;
}

/** A heartbeat older than this is of a runner that is gone or stuck: five beats are missing. */
export const staleAfterMs = 1_250;
/** Boards that have not been up to date for so long are behind. */
export const behindAfterMs = 1_000;

/**
 * How true the boards are: `live`, or `behind` the log while the runner works on it, `stopped`
 * where no runner beats, `failed` at an event that it can't handle.
 */
export type DataState = 'live' | 'behind' | 'stopped' | 'failed';

export function dataState(boards: Heartbeat | undefined): DataState {
  if (!boards) return 'stopped';
  if (boards.state !== 'running') return boards.state;
  if (boards.ageMs > staleAfterMs) return 'stopped';
  const { behindMs = Number.POSITIVE_INFINITY } = boards;
  return behindMs > behindAfterMs ? 'behind' : 'live';
}

export async function status(db: Db): Promise<ProjectionStatus> {
  const found = await db.query<StatusColumns & Parameters<typeof boardsAtOf>[0]>(
    `select ${atColumns}, r.name, r.state, r.position as at, r.caught_up, r.behind_ms, r.message,
       r.beat_at, r.leader,
       (extract(epoch from clock_timestamp() - r.beat_at) * 1000)::float8 as age_ms
     from checkpoint c left join runner r on true where c.name = 'boards'`,
  );
  const of = (name: string) => found.rows.filter((row) => row.name === name).map(heartbeat)[0];
  const boards = of('boards');
  const live = dataState(boards) === 'live';
  return { ...boardsAtOf(found.rows[0]), boards, policies: of('policies'), live };
}

const heartbeat = (row: StatusColumns): Heartbeat => ({
  state: row.state,
  position: row.at === null ? undefined : position(row.at),
  caughtUp: row.caught_up,
  behindMs: row.behind_ms === null ? undefined : Number(row.behind_ms),
  message: row.message ?? undefined,
  beatAt: row.beat_at.toISOString(),
  ageMs: Math.max(0, row.age_ms),
  leader: row.leader ?? undefined,
});

import type { Db } from './snapshot.ts';

/** What the database says of the runner's work, for figures. */
export interface RunnerFigures {
  /** How far each consumer has come: 0 while it has handled nothing. */
  readonly consumers: readonly {
    readonly name: string;
    readonly position: number;
    readonly events: number;
    /** It is at work, as far as its last heartbeat says. */
    readonly running: boolean;
  }[];
  readonly timersWaiting: number;
  /** Due and not yet carried out. */
  readonly timersDue: number;
}

interface Columns {
  readonly name: string;
  readonly position: number;
  readonly events: number;
  readonly running: boolean;
  readonly waiting: number;
  readonly due: number;
}

const statement = `
with timers as (
  select count(*)::float8 as waiting, count(*) filter (where due <= clock_timestamp())::float8 as due
  from timer
), consumer as (
  select name, position, events from checkpoint
  union all select name, position, events from policy_checkpoint
)
select c.name, coalesce(c.position, 0)::float8 as position, c.events::float8 as events,
  coalesce(r.state = 'running' and r.beat_at > clock_timestamp() - interval '3 seconds', false)
    as running, timers.*
from consumer c left join runner r using (name), timers order by c.name`;

export async function runnerFigures(db: Db): Promise<RunnerFigures> {
  const { rows } = await db.query<Columns>(statement);
  const [first] = rows;
  return {
    consumers: rows.map(({ name, position, events, running }) => ({
      name,
      position,
      events,
      running,
    })),
    timersWaiting: first?.waiting ?? 0,
    timersDue: first?.due ?? 0,
  };
}

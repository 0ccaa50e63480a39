import type { Position, Target } from '@tocsin/domain';
import type { ClientBase, Pool } from 'pg';
import { CheckpointMoved } from '../checkpoint.ts';
import type { Timer } from './orders.ts';

export interface PolicyAdvance {
  readonly from: Position | undefined;
  readonly to: Position;
  readonly generation: string;
  /** Position and recorded time of the last event handled, if there was one. */
  readonly eventPosition: Position | undefined;
  readonly eventAt: string | undefined;
  readonly events: number;
}

const columns =
  'timer text, due timestamptz, policy text, target json, command_id text, causation_id text, correlation_id text';

const advance = `
with moved as (
  update policy_checkpoint set
    position = $3,
    event_position = coalesce($4, event_position),
    event_at = coalesce($5, event_at),
    events = events + $6
  where name = 'policies' and generation = $1 and position is not distinct from $2
  returning 1
), cancelled as (
  delete from timer using moved where timer.timer = any ($7::text[])
), scheduled as (
  insert into timer (timer, due, policy, target, command_id, causation_id, correlation_id)
  select given.* from moved, json_to_recordset($8::json) as given (${columns})
  on conflict (timer) do update set due = excluded.due, policy = excluded.policy,
    target = excluded.target, command_id = excluded.command_id,
    causation_id = excluded.causation_id, correlation_id = excluded.correlation_id
)
select from moved`;

/**
 * Moves the policies' checkpoint and sets and cancels their timers, in one transaction.
 *
 * @throws CheckpointMoved when the checkpoint did not stand at `from`
 */
export async function advancePolicies(
  db: ClientBase | Pool,
  step: PolicyAdvance,
  timers: ReadonlyMap<string, Timer | undefined>,
): Promise<void> {
  const set = [...timers.values()].filter((timer) => timer !== undefined);
  const cancelled = [...timers].filter(([, timer]) => !timer).map(([key]) => key);
  const { generation, from, to, eventPosition, eventAt, events } = step;
  const done = await db.query({
    name: 'advance-policies',
    text: advance,
    values: [
      generation,
      from ?? null,
      to,
      eventPosition ?? null,
      eventAt ?? null,
      events,
      cancelled,
      JSON.stringify(set.map(columnsOf)),
    ],
  });
  if (done.rowCount !== 1) {
    throw new CheckpointMoved(`The policies no longer stand at ${from ?? 'the beginning'}.`);
  }
}

const columnsOf = ({ commandId, causationId, correlationId, ...rest }: Timer) => ({
  ...rest,
  command_id: commandId,
  causation_id: causationId,
  correlation_id: correlationId,
});

interface TimerColumns {
  readonly timer: string;
  readonly due: Date;
  readonly policy: string;
  readonly target: Target;
  readonly command_id: string;
  readonly causation_id: string;
  readonly correlation_id: string;
}

/** The timers due by then, the longest overdue first, at most `most`. */
export async function dueTimers(pool: Pool, now: Date, most: number): Promise<readonly Timer[]> {
  const found = await pool.query<TimerColumns>({
    name: 'due-timers',
    text: 'select * from timer where due <= $1 order by due, timer limit $2',
    values: [now, most],
  });
  return found.rows.map(({ due, command_id, causation_id, correlation_id, ...rest }) => ({
    ...rest,
    due: due.toISOString(),
    commandId: command_id,
    causationId: causation_id,
    correlationId: correlation_id,
  }));
}

/** Deletes a timer that has fired, unless it was set anew meanwhile. */
export async function deleteTimer(pool: Pool, { timer, commandId }: Timer): Promise<void> {
  await pool.query('delete from timer where timer = $1 and command_id = $2', [timer, commandId]);
}

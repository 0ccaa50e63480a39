import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import type { Position } from '@tocsin/domain';
import type { Pool } from 'pg';
import type { Logger } from 'pino';
import type { Consumer } from './checkpoint.ts';
import { pause } from './pause.ts';

/** How a consumer is doing; written to the database four times a second. */
export interface Pulse {
  readonly consumer: Consumer;
  state: 'running' | 'failed' | 'stopped';
  position: Position | undefined;
  eventAt: Date | undefined;
  caughtUp: boolean;
  /**
   * Since when it has not been up to date, by `performance.now()`; undefined while it is, minus
   * infinity while it has not been yet.
   */
  behindSince: number | undefined;
  message: string | undefined;
  /** The generation that the consumer works under, or failed under. */
  generation: string | undefined;
  /** Ends the session, or the standstill after a failure: a rebuild has begun. */
  restart: () => void;
}

export const newPulse = (consumer: Consumer): Pulse => ({
  consumer,
  state: 'running',
  position: undefined,
  eventAt: undefined,
  caughtUp: false,
  behindSince: Number.NEGATIVE_INFINITY,
  message: undefined,
  generation: undefined,
  restart: () => undefined,
});

/** There is something that the consumer has not handled. */
export function fallBehind(pulse: Pulse): void {
  pulse.behindSince ??= performance.now();
}

/** The consumer has handled everything that there is, or not, as of this moment. */
export function tellCaughtUp(pulse: Pulse, caughtUp: boolean): void {
  pulse.caughtUp = caughtUp;
  if (caughtUp) pulse.behindSince = undefined;
  else fallBehind(pulse);
}

/** Four times a second: whoever reads it takes a process whose beats are missing for dead. */
const beatMs = 250;

/** This process among those that may lead: where it runs, for people, and what tells it apart. */
export const leaderName = (): string => `${hostname()}:${process.pid}:${randomUUID().slice(0, 8)}`;

/** Beats until the signal is aborted, then once more to say that it stopped. */
export async function beat(
  pool: Pool,
  leader: string,
  pulses: readonly Pulse[],
  logger: Logger,
  signal: AbortSignal,
): Promise<void> {
  while (!signal.aborted) {
    await beatOnce(pool, leader, pulses, logger);
    await pause(beatMs, signal);
  }
  for (const pulse of pulses) {
    if (pulse.state === 'running') pulse.state = 'stopped';
    tellCaughtUp(pulse, false);
  }
  await beatOnce(pool, leader, pulses, logger);
}

/** A beat that can't be written is only logged: the reader sees by its age that it is missing. */
async function beatOnce(
  pool: Pool,
  leader: string,
  pulses: readonly Pulse[],
  logger: Logger,
): Promise<void> {
  try {
    const generations = await write(pool, leader, pulses);
    for (const pulse of pulses) {
      const now = generations.get(pulse.consumer);
      if (pulse.generation !== undefined && now !== pulse.generation) pulse.restart();
    }
  } catch (err) {
    logger.warn({ err }, 'the heartbeat could not be written');
  }
}

const columns = `name text, state text, position bigint, event_at timestamptz, caught_up boolean,
  behind_ms bigint, message text, generation bigint`;

/** Who stopped says so only where nobody else leads already. */
const statement = `
with beaten as (
  insert into runner as r
    (leader, beat_at, name, state, position, event_at, caught_up, behind_ms, message, generation)
  select $1, clock_timestamp(), given.* from json_to_recordset($2::json) as given (${columns})
  on conflict (name) do update set leader = excluded.leader, state = excluded.state,
    position = excluded.position, event_at = excluded.event_at, caught_up = excluded.caught_up,
    behind_ms = excluded.behind_ms, message = excluded.message, generation = excluded.generation,
    beat_at = excluded.beat_at
  where excluded.state <> 'stopped' or r.leader = excluded.leader
)
select name, generation from checkpoint union all select name, generation from policy_checkpoint`;

/** @returns the generation of each consumer's checkpoint */
async function write(
  pool: Pool,
  leader: string,
  pulses: readonly Pulse[],
): Promise<ReadonlyMap<string, string>> {
  const done = await pool.query<{ name: string; generation: string }>({
    name: 'beat',
    text: statement,
    values: [leader, JSON.stringify(pulses.map(columnsOf))],
  });
  return new Map(done.rows.map(({ name, generation }) => [name, generation]));
}

const columnsOf = (pulse: Pulse) => {
  const { consumer: name, state, position, eventAt, caughtUp, message, generation } = pulse;
  return {
    name,
    state,
    position: position?.toString(),
    event_at: eventAt,
    caught_up: caughtUp,
    behind_ms: behindMs(pulse),
    message,
    generation,
  };
};

function behindMs({ behindSince }: Pulse): number | null {
  if (behindSince === undefined) return 0;
  return behindSince < 0 ? null : Math.round(performance.now() - behindSince);
}

import type { Position } from '@tocsin/domain';
import type { Pool } from 'pg';
import type { Logger } from 'pino';
import type { Consumer } from './checkpoint.ts';
import { pause } from './pause.ts';

/** How a consumer is doing; written to the database once a second. */
export interface Pulse {
  readonly consumer: Consumer;
  state: 'running' | 'failed' | 'stopped';
  position: Position | undefined;
  eventAt: Date | undefined;
  caughtUp: boolean;
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
  message: undefined,
  generation: undefined,
  restart: () => undefined,
});

const beatMs = 1_000;

/** Beats until the signal is aborted, then once more to say that it stopped. */
export async function beat(
  pool: Pool,
  pulses: readonly Pulse[],
  logger: Logger,
  signal: AbortSignal,
): Promise<void> {
  while (!signal.aborted) {
    await beatOnce(pool, pulses, logger);
    await pause(beatMs, signal);
  }
  for (const pulse of pulses) {
    if (pulse.state === 'running') pulse.state = 'stopped';
    pulse.caughtUp = false;
  }
  await beatOnce(pool, pulses, logger);
}

/** A beat that can't be written is only logged: the reader sees by its age that it is missing. */
async function beatOnce(pool: Pool, pulses: readonly Pulse[], logger: Logger): Promise<void> {
  for (const pulse of pulses) {
    try {
      const generation = await write(pool, pulse);
      if (pulse.generation !== undefined && generation !== pulse.generation) pulse.restart();
    } catch (err) {
      logger.warn({ err, consumer: pulse.consumer }, 'the heartbeat could not be written');
    }
  }
}

async function write(pool: Pool, pulse: Pulse): Promise<string | undefined> {
  const { consumer, state, position, eventAt, caughtUp, message, generation } = pulse;
  const done = await pool.query<{ generation: string }>({
    name: 'beat',
    text: `insert into runner as r (name, state, position, event_at, caught_up, message, generation, beat_at)
      values ($1, $2, $3, $4, $5, $6, $7, clock_timestamp())
      on conflict (name) do update set state = excluded.state, position = excluded.position,
        event_at = excluded.event_at, caught_up = excluded.caught_up, message = excluded.message,
        generation = excluded.generation, beat_at = excluded.beat_at
      returning (select generation from checkpoint where checkpoint.name = r.name)`,
    values: [
      consumer,
      state,
      position ?? null,
      eventAt ?? null,
      caughtUp,
      message ?? null,
      generation ?? null,
    ],
  });
  return done.rows[0]?.generation;
}

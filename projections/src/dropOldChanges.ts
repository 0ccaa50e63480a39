import type { Pool, PoolClient } from 'pg';
import type { Logger } from 'pino';
import { listPartitions, type Partition } from './changePartitions.ts';
import { pause } from './pause.ts';

export interface Retention {
  readonly pool: Pool;
  readonly logger: Logger;
  readonly clock: () => Date;
  /** How many days a change is kept at least. */
  readonly keepDays: number;
}

/** Changes are kept this many days unless the settings say otherwise. */
export const usualKeepDays = 400;

const lookMs = 3_600_000;
const dayMs = 86_400_000;
/** Rather than hold up everybody who reads the boards, it tries again at the next look. */
const patience = '5s';

/** Looks once an hour, until the signal is aborted, for changes that need not be kept any longer. */
export async function keepDropping(retention: Retention, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    try {
      const dropped = await dropOldChanges(retention);
      if (dropped > 0) retention.logger.info({ dropped }, 'dropped old changes');
    } catch (err) {
      retention.logger.warn({ err }, 'old changes could not be dropped');
    }
    await pause(lookMs, signal);
  }
}

/**
 * Drops the partitions whose newest change is older than what is kept, oldest first, and writes
 * down what was dropped up to. The partition that is being written to always stays.
 *
 * @returns how many were dropped
 */
export async function dropOldChanges({ pool, clock, keepDays }: Retention): Promise<number> {
  const before = new Date(clock().getTime() - keepDays * dayMs);
  let dropped = 0;
  const client = await pool.connect();
  try {
    for (const partition of await listPartitions(client)) {
      if (!(await dropIfOld(client, partition, before))) break;
      dropped += 1;
    }
    client.release();
  } catch (error) {
    client.release(true);
    throw error;
  }
  return dropped;
}

async function dropIfOld(client: PoolClient, partition: Partition, before: Date): Promise<boolean> {
  const { name, to } = partition;
  const found = await client.query<{ position: string; ordinal: number; recorded_at: Date }>(
    `select position, ordinal, recorded_at from ${name} order by position desc, ordinal desc limit 1`,
  );
  const newest = found.rows[0];
  if (newest && newest.recorded_at >= before) return false;
  await client.query('begin');
  await client.query(`set local lock_timeout = '${patience}'`);
  // In the order in which everybody locks them, see swapBoards.ts.
  await client.query('lock table checkpoint in access exclusive mode');
  const passed = await client.query(
    `update checkpoint set
       kept_position = case when kept_position < $2 then $2 else kept_position end,
       kept_ordinal = case when kept_position < $2 then $3 else kept_ordinal end
     where name = 'boards' and position >= $1`,
    [to, newest?.position ?? 0, newest?.ordinal ?? 0],
  );
  if (passed.rowCount === 1) await client.query(`drop table ${name}`);
  await client.query('commit');
  return passed.rowCount === 1;
}

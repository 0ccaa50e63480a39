import { setTimeout as sleep } from 'node:timers/promises';
import type { ClientBase } from 'pg';
import { CHANGES_CHANNEL } from './queries/channel.ts';

/** How long the leader's writes may be held up until the new read models have come as far. */
const reachMs = 3_000;
/** How long it may take until nobody reads in the read models that are shown. */
const patience = '1s';

export interface Swap {
  /** The read models that are shown are of another log: how far they are means nothing. */
  readonly another: boolean;
  /** Ends what is written into `next`; resolves when nothing is any more. */
  readonly settle: () => Promise<void>;
}

/**
 * Puts `next` in the place of `live` in one transaction, once it is at or beyond it, under a new
 * generation: who wrote under the old one writes nothing more. Readers are held up only while the
 * names change; each finds either all of the old or all of the new.
 *
 * @returns false when it can't be done now; then nothing has changed
 * @throws what PostgreSQL threw, `55P03` when somebody reads for so long that the rebuild is to be
 * begun anew; then nothing has changed either
 */
export async function swapBoards(client: ClientBase, swap: Swap): Promise<boolean> {
  await client.query('begin');
  try {
    await client.query(`set local lock_timeout = '${patience}'`);
    // Nobody writes; everybody reads.
    await client.query('lock table live.checkpoint in exclusive mode');
    if (!swap.another && !(await nextIsThere(client))) {
      await client.query('rollback');
      return false;
    }
    await swap.settle();
    // Every reader of several tables locks this one first.
    await client.query('lock table live.checkpoint in access exclusive mode');
    await rename(client, swap.another);
    await client.query('commit');
    return true;
  } catch (error) {
    await client.query('rollback');
    throw error;
  }
}

/** Waits a moment until the new read models contain what the old ones do. */
async function nextIsThere(client: ClientBase): Promise<boolean> {
  const until = performance.now() + reachMs;
  for (;;) {
    const found = await client.query(
      `select from live.checkpoint l, next.checkpoint n
       where coalesce(n.position, -1) >= coalesce(l.position, -1)`,
    );
    if (found.rowCount === 1) return true;
    if (performance.now() > until) return false;
    await sleep(10);
  }
}

const afterRename = `
update live.checkpoint n set
  generation = o.generation + 1,
  newest_position = case when (o.newest_position, o.newest_ordinal) > (n.newest_position, n.newest_ordinal)
    then o.newest_position else n.newest_position end,
  newest_ordinal = case when (o.newest_position, o.newest_ordinal) > (n.newest_position, n.newest_ordinal)
    then o.newest_ordinal else n.newest_ordinal end,
  kept_position = greatest(o.kept_position, n.kept_position),
  kept_ordinal = case when o.kept_position > n.kept_position then o.kept_ordinal else n.kept_ordinal end
from old.checkpoint o`;

async function rename(client: ClientBase, another: boolean): Promise<void> {
  await client.query('alter schema live rename to old');
  await client.query('alter schema next rename to live');
  if (another) {
    await client.query(
      'update live.checkpoint n set generation = o.generation + 1 from old.checkpoint o',
    );
    await forgetPolicies(client);
  } else await client.query(afterRename);
  await client.query(
    `select pg_notify('${CHANGES_CHANNEL}', coalesce(position, 0)::text) from live.checkpoint`,
  );
}

/** The process managers begin anew with another log, and its timers come from it. */
async function forgetPolicies(client: ClientBase): Promise<void> {
  await client.query(
    `update policy_checkpoint set generation = generation + 1, position = null,
       event_position = null, event_at = null, events = 0`,
  );
  await client.query('truncate timer');
}

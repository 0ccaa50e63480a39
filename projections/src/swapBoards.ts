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
 * @returns false when it can't be done now, because `next` is behind or somebody reads for long;
 * then nothing has changed, but what is written into `next` may have been ended
 * @throws what PostgreSQL threw; then nothing has changed either
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
    if (isLockTimeout(error)) return false;
    throw error;
  }
}

const isLockTimeout = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === '55P03';

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

/** Boards of another version begin behind every cursor given out before, so that none resumes there. */
const afterRename = `
update live.checkpoint n set
  generation = o.generation + 1,
  newest_position = m.position,
  newest_ordinal = m.ordinal + m.changed,
  cursor_position = case when m.changed = 1 then m.position else n.cursor_position end,
  cursor_ordinal = case when m.changed = 1 then m.ordinal + 1 else n.cursor_ordinal end,
  same_position = case when m.changed = 1 then m.position else o.same_position end,
  same_ordinal = case when m.changed = 1 then m.ordinal + 1 else o.same_ordinal end,
  kept_position = greatest(o.kept_position, n.kept_position),
  kept_ordinal = case when o.kept_position > n.kept_position then o.kept_ordinal else n.kept_ordinal end
from old.checkpoint o, (
  select
    case when later then a.newest_position else b.newest_position end as position,
    case when later then a.newest_ordinal else b.newest_ordinal end as ordinal,
    (a.version <> b.version)::int as changed
  from old.checkpoint a, live.checkpoint b, lateral (
    select (a.newest_position, a.newest_ordinal) > (b.newest_position, b.newest_ordinal) as later
  ) compared
) m`;

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

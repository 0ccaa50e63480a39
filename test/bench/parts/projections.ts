import { join } from 'node:path';
import type { Position } from '@tocsin/domain';
import type { Scope } from '../scope.ts';
import { type Part, startTocsin, until } from './child.ts';
import type { Database } from './postgres.ts';

/** `tocsin projections` in a process of its own; the bench's logs were never sealed, and stay so. */
export function startProjections(
  scope: Scope,
  folder: string,
  eventStore: string,
  database: Database,
): Part {
  return startTocsin(
    scope,
    ['projections'],
    {
      EVENTSTORE_URL: eventStore,
      DATABASE_URL: database.url,
      TOCSIN_SEAL_SECONDS: '0',
      TOCSIN_DATA: join(folder, 'projections'),
    },
    join(folder, 'projections.log'),
  );
}

interface Reached {
  readonly name: string;
  readonly position: string | null;
}

/** Waits until the boards (and the policies, if asked) have come to `position`. */
export async function projected(
  { pool }: Pick<Database, 'pool'>,
  runner: Pick<Part, 'assertRunning'>,
  position: Position,
  consumers: readonly ('boards' | 'policies')[],
): Promise<void> {
  await until('the projections catch up', async () => {
    runner.assertRunning();
    const { rows } = await pool.query<Reached>(
      `select name, position from checkpoint union all select name, position from policy_checkpoint`,
    );
    const reached = rows.filter((row) => row.position !== null && BigInt(row.position) >= position);
    const names = reached.map((row) => row.name);
    return consumers.every((name) => names.includes(name)) ? true : undefined;
  });
}

/** Waits for the runner's first sign of life in its database. */
export async function runnerAwake({ pool }: Database, runner: Part): Promise<void> {
  await until(
    'the runner starts',
    async () => {
      runner.assertRunning();
      const { rows } = await pool.query<{ awake: boolean }>(
        `select exists (select from runner where name = 'boards')
           or exists (select from checkpoint where name = 'boards' and position is not null) as awake`,
      );
      return rows[0]?.awake || undefined;
    },
    { everyMs: 10, limitMs: 60_000 },
  );
}

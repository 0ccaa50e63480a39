import type { Position } from '@tocsin/domain';
import { Scope } from '../scope.ts';
import { forkPart, nextMessage } from './child.ts';
import type { PostgresServer } from './postgres.ts';
import { residentMemory } from './processTree.ts';
import { projected, runnerAwake, startProjections } from './projections.ts';

/** A log to be caught up with. */
export interface Log {
  readonly connectionString: string;
  readonly events: number;
  readonly end: Position;
}

/** At a quarter of the way, and each further one. */
export interface Quarter {
  /** Since the beginning, in milliseconds. */
  readonly ms: number;
  /** Of the runner, in bytes. */
  readonly resident: number;
}

export interface CaughtUp {
  /** Events a second. */
  readonly rate: number;
  readonly quarters: readonly Quarter[];
}

let databases = 0;

/** The projections from empty read models to the log's end, in a process that has already started. */
export async function catchUp(
  scope: Scope,
  folder: string,
  server: PostgresServer,
  { connectionString, events, end }: Log,
): Promise<CaughtUp> {
  const round = new Scope();
  scope.defer(() => round.close());
  databases += 1;
  const database = await server.database(`catch_up_${databases}`);
  const runner = startProjections(round, folder, connectionString, database);
  await runnerAwake(database, runner);
  const begun = performance.now();
  const quarters: Quarter[] = [];
  for (const quarter of [1n, 2n, 3n, 4n]) {
    const place = ((end * quarter) / 4n) as Position;
    await projected(database, runner, place, ['boards']);
    const ms = performance.now() - begun;
    quarters.push({ ms, resident: await residentMemory(runner.child.pid) });
  }
  const took = quarters.at(-1)?.ms ?? 0;
  await round.close();
  await database.drop();
  return { rate: (events * 1000) / took, quarters };
}

/** The bare client reading the same events, in a process that has already started. Events a second. */
export async function readLog(scope: Scope, { connectionString, events }: Log): Promise<number> {
  const round = new Scope();
  scope.defer(() => round.close());
  const { child } = await forkPart(round, 'parts/readProcess.js', connectionString, String(events));
  child.send('go');
  const took = await nextMessage<number>(child);
  await round.close();
  return (events * 1000) / took;
}

import { openStore, type Store } from '@tocsin/domain/store';
import { type RunnerParts, startRunner } from '@tocsin/projections';
import pg from 'pg';
import { pino } from 'pino';
import type { DayClock } from './dayClock.ts';

type ProjectedStore = RunnerParts['store'];

/** A runner that can be torn out of its work at any command, and is then replaced by another. */
export interface CrashingRunner {
  /** The next command of a process manager is the last that this runner sends; its answer is lost. */
  crash(): Promise<void>;
  stop(): Promise<void>;
  /** Once the day is over: a process that is gone has no farewell, so its client stays till then. */
  close(): Promise<void>;
}

export interface RunnerWorld {
  readonly eventStore: string;
  readonly database: string;
  readonly clock: DayClock;
  /** Told what a process manager was refused. */
  readonly onRefused: (line: string) => void;
}

const refusal = 'a process manager was refused';

function loggerOf(onRefused: (line: string) => void) {
  const write = (line: string): void => {
    if (line.includes(refusal)) onRefused(line);
  };
  return pino({ level: 'warn' }, { write });
}

/** After the crash nothing it calls comes back, as of a process that is gone. */
function crashable(store: Store): { store: ProjectedStore; die: () => Promise<void> } {
  let dead = false;
  let died = (): void => undefined;
  const never = new Promise<never>(() => undefined);
  const send: ProjectedStore['send'] = async (target, meta) => {
    if (dead) return never;
    const answer = await store.send(target, meta);
    if (!dead) return answer;
    died();
    return never;
  };
  return {
    store: {
      follow: (options) => store.follow(options),
      lastPosition: () => store.lastPosition(),
      send,
    },
    die: () =>
      new Promise((resolve) => {
        dead = true;
        died = resolve;
        // Where it sends nothing for a while, it dies idle.
        setTimeout(resolve, 20);
      }),
  };
}

let started = 0;

export async function startCrashingRunner(world: RunnerWorld): Promise<CrashingRunner> {
  const { eventStore, database, clock, onRefused } = world;
  started += 1;
  const store = await openStore(eventStore, { clock: clock.now, readFirst: true });
  const name = `day-runner-${started}`;
  const pool = new pg.Pool({ connectionString: database, application_name: name });
  pool.on('error', () => undefined);
  const { store: mortal, die } = crashable(store);
  const runner = await startRunner({
    store: mortal,
    pool,
    logger: loggerOf(onRefused),
    clock: clock.now,
  });
  const killer = new pg.Pool({ connectionString: database, max: 1 });
  killer.on('error', () => undefined);
  return {
    crash: async () => {
      await die();
      // Its connections break off in the middle of what they do; the lead falls to the stand-by.
      // What waits for an answer that never comes waits for ever, and is forgotten with the process.
      void Promise.allSettled([runner.stop(), pool.end()]);
      await killer.query(
        'select pg_terminate_backend(pid) from pg_stat_activity where application_name = $1',
        [name],
      );
      await killer.end();
    },
    stop: async () => {
      await runner.stop();
      await Promise.all([pool.end(), killer.end()]);
    },
    close: () => store.close(),
  };
}

import type { Store } from '@tocsin/domain/store';
import { runnerFigures } from '@tocsin/projections/queries';
import type { Pool } from 'pg';
import type { Feed } from './feed/feed.ts';
import type { StatusTicker } from './feed/statusTicker.ts';
import { version } from './version.ts';

export type HealthPart = 'gateway' | 'eventStore' | 'database' | 'boards' | 'policies' | 'sealing';
/** `unknown`: what would say it doesn't answer. */
export type HealthState = 'well' | 'late' | 'failed' | 'unknown';

/** One figure of a part: its name, and the value in words or digits. */
export interface HealthFact {
  readonly key: string;
  readonly value: string;
}

export interface PartHealth {
  readonly part: HealthPart;
  readonly state: HealthState;
  readonly facts: readonly HealthFact[];
}

export interface HealthSources {
  readonly store: Pick<Store, 'lastPosition' | 'lastSeal'>;
  readonly pool: Pool;
  readonly feed: Pick<Feed, 'load'>;
  readonly status: Pick<StatusTicker, 'read'>;
}

/** How long a part may take to answer, and how old the newest seal may be; milliseconds. */
const patienceMs = 2_000;
const sealedWithinMs = 300_000;

async function timed<T>(work: Promise<T>): Promise<{ readonly value: T; readonly ms: number }> {
  const begun = performance.now();
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${patienceMs} ms`)), patienceMs);
  });
  try {
    return { value: await Promise.race([work, late]), ms: performance.now() - begun };
  } finally {
    clearTimeout(timer);
  }
}

const facts = (of: Readonly<Record<string, string | number | bigint | undefined>>): HealthFact[] =>
  Object.entries(of).flatMap(([key, value]) =>
    value === undefined ? [] : [{ key, value: String(value) }],
  );

const failed = (part: HealthPart, error: unknown): PartHealth => ({
  part,
  state: 'failed',
  facts: facts({ problem: error instanceof Error ? error.message : String(error) }),
});

const rounded = (ms: number): string => ms.toFixed(1);

function gateway({ feed }: HealthSources): PartHealth {
  const { subscriptions, behind } = feed.load;
  const memory = Math.round(process.memoryUsage().rss / 1e6);
  return {
    part: 'gateway',
    state: 'well',
    facts: facts({
      version,
      node: process.versions.node,
      upSeconds: Math.round(process.uptime()),
      megabytes: memory,
      subscriptions,
      behind,
    }),
  };
}

async function eventStore({ store }: HealthSources): Promise<PartHealth> {
  const { value, ms } = await timed(store.lastPosition());
  return { part: 'eventStore', state: 'well', facts: facts({ position: value, ms: rounded(ms) }) };
}

async function database({ pool }: HealthSources): Promise<PartHealth> {
  const query = `select current_setting('server_version') as version,
    pg_database_size(current_database())::float8 as bytes,
    (select count(*)::int from pg_stat_activity where datname = current_database()) as connections`;
  const { value, ms } = await timed(
    pool.query<{ version: string; bytes: number; connections: number }>(query),
  );
  const [row] = value.rows;
  return {
    part: 'database',
    state: 'well',
    facts: facts({
      version: row?.version,
      megabytes: row && Math.round(row.bytes / 1e6),
      connections: row?.connections,
      ms: rounded(ms),
    }),
  };
}

/** What carries events on: the boards' rows and the process managers. */
async function runner({ pool, status }: HealthSources): Promise<readonly PartHealth[]> {
  const [{ value: told }, now] = await Promise.all([timed(runnerFigures(pool)), status.read()]);
  return (['boards', 'policies'] as const).map((part) => {
    const own = told.consumers.find(({ name }) => name === part);
    const lag = Number(now.position ?? 0n) - (own?.position ?? 0);
    const running = own?.running ?? false;
    const behind = part === 'boards' && now.state !== 'live';
    return {
      part,
      state: running ? (behind ? 'late' : 'well') : 'failed',
      facts: facts({
        position: own?.position,
        events: own?.events,
        lagPositions: Math.max(0, lag),
        ...(part === 'boards'
          ? { lagSeconds: rounded(now.lagSeconds) }
          : { timersWaiting: told.timersWaiting, timersDue: told.timersDue }),
      }),
    };
  });
}

/** The newest seal; a log in which nothing happens needs no new one. */
async function sealing({ store, status }: HealthSources): Promise<PartHealth> {
  const [{ value: seal }, now] = await Promise.all([timed(store.lastSeal()), status.read()]);
  if (seal === undefined) return { part: 'sealing', state: 'unknown', facts: [] };
  const unsealed = now.lastEventAt !== undefined && now.lastEventAt > seal.time;
  const age = Date.now() - Date.parse(seal.time);
  return {
    part: 'sealing',
    state: unsealed && age > sealedWithinMs ? 'late' : 'well',
    facts: facts({ sealedAt: seal.time, seals: seal.number + 1, sealedEvents: seal.to }),
  };
}

/** How each part of the system does, as this gateway sees it now. */
export async function health(sources: HealthSources): Promise<readonly PartHealth[]> {
  const guarded = (part: HealthPart, work: Promise<PartHealth>): Promise<PartHealth> =>
    work.catch((error: unknown) => failed(part, error));
  const [log, rows, work, seals] = await Promise.all([
    guarded('eventStore', eventStore(sources)),
    guarded('database', database(sources)),
    runner(sources).catch((error: unknown) => [failed('boards', error), failed('policies', error)]),
    guarded('sealing', sealing(sources)),
  ]);
  return [gateway(sources), log, rows, ...work, seals];
}

import { setTimeout as sleep } from 'node:timers/promises';
import type { Store } from '@tocsin/domain/store';
import {
  type Cursor,
  type ProjectionStatus,
  status as projectionStatus,
  type RebuildUnderWay,
  rebuildUnderWay,
} from '@tocsin/projections/queries';
import type { Pool } from 'pg';
import { version } from '../version.ts';
import { AgeWatch, type DataAge } from './dataAge.ts';
import { iterate, Signal } from './pull.ts';

/** How the server is doing. */
export interface ServerStatus {
  readonly serverTime: string;
  /** The log's last position. */
  readonly position: bigint | undefined;
  readonly lastEventAt: string | undefined;
  readonly projectionsPosition: bigint | undefined;
  readonly projectionsAt: string | undefined;
  readonly state: DataAge;
  readonly live: boolean;
  readonly lagSeconds: number;
  readonly lagPositions: bigint;
  /** Boards that are being made again beside those that are shown. */
  readonly rebuild: RebuildUnderWay | undefined;
  readonly version: string;
}

export interface StatusTicker {
  /** As of now, or of a quarter of a second ago. */
  read(): Promise<ServerStatus>;
  /** Every second, and at once when the state changes; from one timer and one reading for all. */
  follow(): AsyncGenerator<ServerStatus>;
  close(): void;
}

/** How often it is looked, and how often told when nothing changes; milliseconds. */
const lookMs = 250;
const tellMs = 1_000;
/** How long the log and the database each may take to answer before they count as not answering. */
const patienceMs = 750;

/** Undefined when there is no answer in time, whatever comes later. */
async function inTime<T>(
  work: Promise<T>,
  onFailure: (error: unknown) => void,
): Promise<T | undefined> {
  const late = new AbortController();
  const answer = work.catch((error: unknown) => void onFailure(error));
  const patience = sleep(patienceMs, undefined, { signal: late.signal }).catch(() => undefined);
  try {
    return (await Promise.race([answer, patience])) ?? undefined;
  } finally {
    late.abort();
  }
}

interface StatusParts {
  readonly store: Pick<Store, 'lastPosition'>;
  readonly pool: Pool;
  /** Up to where this gateway has read the changes that it sends to consoles. */
  readonly shown: () => Cursor;
}

export function tickStatus(
  { store, pool, shown }: StatusParts,
  onFailure: (error: unknown) => void,
): StatusTicker {
  const followers = new Set<Signal>();
  const age = new AgeWatch(performance.now());
  let closed = false;
  let timer: NodeJS.Timeout | undefined;
  let position: bigint | undefined;
  let projections: ProjectionStatus | undefined;
  let last: { readonly at: number; readonly reading: Promise<ServerStatus> } | undefined;
  let reading: Promise<ServerStatus> | undefined;
  let told: { readonly at: number; readonly state: DataAge } | undefined;

  async function readNow(): Promise<ServerStatus> {
    const [end, found, rebuild] = await Promise.all([
      inTime(store.lastPosition(), onFailure),
      inTime(projectionStatus(pool), onFailure),
      inTime(rebuildUnderWay(pool), onFailure),
    ]);
    position = end ?? position;
    projections = found ?? projections;
    const now = performance.now();
    const state = found ? age.read(found, shown(), now) : 'unknown';
    const behind = (position ?? 0n) - (projections?.position ?? 0n);
    return {
      serverTime: new Date().toISOString(),
      position,
      lastEventAt: projections?.asOf,
      projectionsPosition: projections?.position,
      projectionsAt: projections?.boards?.beatAt,
      state,
      live: state === 'live',
      lagSeconds: age.lagMs(now) / 1000,
      lagPositions: behind > 0n ? behind : 0n,
      rebuild,
      version,
    };
  }

  function read(): Promise<ServerStatus> {
    if (reading) return reading;
    if (last && performance.now() - last.at < lookMs) return last.reading;
    const started = readNow().finally(() => {
      reading = undefined;
    });
    reading = started;
    last = { at: performance.now(), reading: started };
    return started;
  }

  async function look(): Promise<void> {
    const { state } = await read();
    const now = performance.now();
    // The next look may come a little early; a tick that waits for the one after would be late.
    if (told?.state === state && now - told.at < tellMs - lookMs / 2) return;
    told = { at: now, state };
    for (const follower of followers) follower.raise();
  }

  function leave(follower: Signal): void {
    followers.delete(follower);
    follower.raise();
    if (followers.size > 0 || !timer) return;
    clearInterval(timer);
    timer = undefined;
  }

  return {
    read,
    follow() {
      const follower = new Signal();
      let left = false;
      followers.add(follower);
      timer ??= setInterval(() => void look().catch(onFailure), lookMs);
      follower.raise();
      const pull = async () => {
        await follower.wait();
        return left || closed ? undefined : read();
      };
      return iterate(pull, () => {
        left = true;
        leave(follower);
      });
    },
    close() {
      closed = true;
      for (const follower of followers) leave(follower);
    },
  };
}

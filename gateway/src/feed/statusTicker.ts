import type { Store } from '@tocsin/domain/store';
import { status as projectionStatus } from '@tocsin/projections/queries';
import type { Pool } from 'pg';
import { version } from '../version.ts';
import { iterate, Signal } from './pull.ts';

/** How the server is doing. */
export interface ServerStatus {
  readonly serverTime: string;
  /** The log's last position. */
  readonly position: bigint | undefined;
  readonly lastEventAt: string | undefined;
  readonly projectionsPosition: bigint | undefined;
  readonly projectionsAt: string | undefined;
  readonly live: boolean;
  readonly lagSeconds: number;
  readonly version: string;
}

export interface StatusTicker {
  /** As of now, or of a quarter of a second ago. */
  read(): Promise<ServerStatus>;
  /** Every second, from one timer and one reading for all. */
  follow(): AsyncGenerator<ServerStatus>;
  close(): void;
}

const tickMs = 1_000;
const freshMs = 250;

export function tickStatus(
  { store, pool }: { store: Pick<Store, 'lastPosition'>; pool: Pool },
  onFailure: (error: unknown) => void,
): StatusTicker {
  const followers = new Set<Signal>();
  let closed = false;
  let timer: NodeJS.Timeout | undefined;
  let liveAt = Date.now();
  let last: { readonly at: number; readonly reading: Promise<ServerStatus> } | undefined;

  async function readNow(): Promise<ServerStatus> {
    const [position, projections] = await Promise.all([
      store.lastPosition(),
      projectionStatus(pool),
    ]);
    const now = Date.now();
    if (projections.live) liveAt = now;
    return {
      serverTime: new Date(now).toISOString(),
      position,
      lastEventAt: projections.asOf,
      projectionsPosition: projections.position,
      projectionsAt: projections.boards?.beatAt,
      live: projections.live,
      lagSeconds: (now - liveAt) / 1000,
      version,
    };
  }

  function read(): Promise<ServerStatus> {
    const now = Date.now();
    if (last && now - last.at < freshMs) return last.reading;
    const reading = readNow();
    last = { at: now, reading };
    return reading;
  }

  function tick(): void {
    read().then(
      () => {
        for (const follower of followers) follower.raise();
      },
      (error) => {
        last = undefined;
        onFailure(error);
      },
    );
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
      timer ??= setInterval(tick, tickMs);
      tick();
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

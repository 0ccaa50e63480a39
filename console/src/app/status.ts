import { useEffect } from 'react';
import { statusSubscription } from '../api/documents/session.ts';
import type { Live } from '../api/live.ts';
import type { ServerStatus } from '../api/types.ts';
import { setServerTime } from '../store/clock.ts';
import type { DataState } from '../store/connection.ts';
import { signal } from '../store/signal.ts';

const dataStates: Readonly<Record<ServerStatus['state'], DataState>> = {
  LIVE: 'live',
  BEHIND: 'behind',
  STOPPED: 'stopped',
  FAILED: 'failed',
  UNKNOWN: 'unknown',
};

/** What the server last said of itself; null until it has spoken. */
export const status = signal<ServerStatus | null>(null);

/**
 * Listens to the server's heartbeat: it sets the clock, tells whether the line still lives and what
 * the city prepares for.
 */
export function useStatus(live: Live | null, city: string | undefined): void {
  useEffect(() => {
    if (live === null || city === undefined) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let stop = (): void => {};
    const listen = (): void => {
      stop = live.subscribe(statusSubscription, () => ({ city }), {
        next: ({ status: told }) => {
          status.set(told);
          setServerTime(told.serverTime);
          live.heard(dataStates[told.state]);
        },
        ended: () => {
          timer = setTimeout(listen, 2000);
        },
      });
    };
    listen();
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [live, city]);
}

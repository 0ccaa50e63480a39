import { setTimeout as sleep } from 'node:timers/promises';
import type { Member } from './forkPart.ts';

/** Contract: none of these may throw. */
export interface KeepAliveEvents {
  /** It ended by itself, or could not be started again; the next attempt comes after the pause. */
  readonly onEnd: (how: string, pauseSeconds: number) => void;
  readonly onBack: () => void;
}

const longestPause = 30;
/** After this long a member has proved itself, and the next pause is short again. */
const provenMs = 60_000;

/**
 * Starts a member again whenever it ends by itself, after pauses of 1, 2, 4 … 30 seconds. Returns
 * how to end it for good, which also ends an attempt under way.
 */
export function keepAlive(
  first: Member,
  start: (signal: AbortSignal) => Promise<Member>,
  events: KeepAliveEvents,
): () => Promise<void> {
  const stopping = new AbortController();
  const { signal } = stopping;
  let current: Member | undefined = first;
  let pause = 1;
  const wait = async (how: string): Promise<void> => {
    events.onEnd(how, pause);
    await sleep(pause * 1000, undefined, { signal }).catch(() => {});
    pause = Math.min(pause * 2, longestPause);
  };
  const restarted = async (): Promise<Member | undefined> => {
    try {
      return await start(signal);
    } catch (error) {
      if (!signal.aborted) await wait(error instanceof Error ? error.message : String(error));
      return undefined;
    }
  };
  const watch = async (): Promise<void> => {
    while (!signal.aborted) {
      if (current === undefined) {
        current = await restarted();
        if (current !== undefined && !signal.aborted) events.onBack();
        continue;
      }
      const began = performance.now();
      const how = await current.ended;
      if (signal.aborted) return;
      current = undefined;
      if (performance.now() - began > provenMs) pause = 1;
      await wait(how);
    }
  };
  const watching = watch();
  return async () => {
    stopping.abort();
    await current?.close();
    await watching;
    await current?.close();
  };
}

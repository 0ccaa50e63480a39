import { setTimeout as sleep } from 'node:timers/promises';
import type { Member } from './forkPart.ts';

/** Contract: none of these may throw. */
export interface KeepAliveEvents {
  /** It ended by itself, or could not be started again; the next attempt comes after the pause. */
  readonly onEnd: (how: string, pauseSeconds: number) => void;
  readonly onBack: () => void;
}

const defaultPauses = [1, 2, 4, 8, 16, 30];
/** After this long a member has proved itself, and the next pause is short again. */
const provenMs = 60_000;

/**
 * Starts a member again whenever it ends by itself, after ever longer pauses (seconds). Returns how
 * to end it for good, which also ends an attempt under way.
 */
export function keepAlive(
  first: Member,
  start: (signal: AbortSignal) => Promise<Member>,
  events: KeepAliveEvents,
  pauses: readonly number[] = defaultPauses,
): () => Promise<void> {
  const stopping = new AbortController();
  const { signal } = stopping;
  let current: Member | undefined = first;
  let failures = 0;
  const wait = async (how: string): Promise<void> => {
    const pause = pauses[Math.min(failures, pauses.length - 1)] ?? 0;
    failures += 1;
    events.onEnd(how, pause);
    await sleep(pause * 1000, undefined, { signal }).catch(() => {});
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
      if (performance.now() - began > provenMs) failures = 0;
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

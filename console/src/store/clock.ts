import { useSyncExternalStore } from 'react';

// One timer for every number that counts: it runs while someone looks, on the whole second.
const listeners = new Set<() => void>();
let timer: ReturnType<typeof setTimeout> | undefined;
let offset = 0;
let shown = Date.now();

const tick = (): void => {
  shown = Date.now() + offset;
  timer = setTimeout(tick, 1000 - (shown % 1000));
  for (const listener of [...listeners]) listener();
};

const watch = (listener: () => void): (() => void) => {
  listeners.add(listener);
  if (timer === undefined) tick();
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearTimeout(timer);
    timer = undefined;
  };
};

/** The server's time now, in milliseconds: this machine's clock set right by the last status. */
export const serverNow = (): number => Date.now() + offset;

/** Sets the clock by what the server said. */
export const setServerTime = (iso: string, receivedAt = Date.now()): void => {
  offset = Date.parse(iso) - receivedAt;
};

/** The server's time, drawn again each second. */
export const useNow = (): number => useSyncExternalStore(watch, () => shown);

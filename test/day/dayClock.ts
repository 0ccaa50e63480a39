import { closeSync, openSync, writeSync } from 'node:fs';

/**
 * The day's time: it goes on with every command sent, and can be waited for. It stands in a file,
 * eight bytes (milliseconds, a float64), so that other processes go by it.
 */
export interface DayClock {
  readonly file: string;
  readonly now: () => Date;
  /** A command takes some time of the day. */
  readonly tick: () => void;
  /** Resolves when the day has come to this time; others must send commands meanwhile. */
  readonly until: (time: number) => Promise<void>;
  /** Moves on at once, over what nobody does anything in. */
  readonly leap: (ms: number) => void;
  /** Somebody waits for a time to come. */
  readonly isAwaited: () => boolean;
  readonly close: () => void;
}

/** @param stepMs how long a command takes of the day */
export function dayClock(file: string, begin: number, stepMs: number): DayClock {
  const written = openSync(file, 'w+');
  const stands = new Float64Array([begin]);
  let time = begin;
  let waiters: { readonly time: number; readonly wake: () => void }[] = [];
  const move = (ms: number): void => {
    time += ms;
    stands[0] = time;
    writeSync(written, stands, 0, stands.byteLength, 0);
    const due = waiters.filter((one) => one.time <= time);
    if (due.length === 0) return;
    waiters = waiters.filter((one) => one.time > time);
    for (const { wake } of due) wake();
  };
  move(0);
  return {
    file,
    now: () => new Date(time),
    tick: () => move(stepMs),
    until: (wanted) =>
      wanted <= time
        ? Promise.resolve()
        : new Promise((wake) => {
            waiters.push({ time: wanted, wake });
          }),
    leap: move,
    isAwaited: () => waiters.length > 0,
    close: () => closeSync(written),
  };
}

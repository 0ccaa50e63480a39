/** The day's time: it goes on with every command sent, and can be waited for. */
export interface DayClock {
  readonly now: () => Date;
  readonly tick: () => void;
  /** Resolves when the day has come to this time; others must send commands meanwhile. */
  readonly until: (time: number) => Promise<void>;
  /** Moves on at once, over what nobody does anything in. */
  readonly leap: (ms: number) => void;
  /** How many wait. */
  readonly waiting: () => number;
}

/** @param stepMs how long a command takes of the day */
export function dayClock(begin: number, stepMs: number): DayClock {
  let time = begin;
  let waiters: { readonly time: number; readonly wake: () => void }[] = [];
  const moved = (): void => {
    const due = waiters.filter((one) => one.time <= time);
    if (due.length === 0) return;
    waiters = waiters.filter((one) => one.time > time);
    for (const { wake } of due) wake();
  };
  return {
    now: () => new Date(time),
    tick: () => {
      time += stepMs;
      moved();
    },
    until: (wanted) =>
      wanted <= time
        ? Promise.resolve()
        : new Promise((wake) => {
            waiters.push({ time: wanted, wake });
          }),
    leap: (ms) => {
      time += ms;
      moved();
    },
    waiting: () => waiters.length,
  };
}

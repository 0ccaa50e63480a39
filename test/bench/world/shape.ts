import { inFlight } from '../rounds.ts';

/** Each of the 64 workers has four streams of its own, so that none waits for another's. */
export const streamsEach = 4;
export const streamCount = inFlight * streamsEach;

/** The item that a worker uses on a turn. */
export function itemOf<T>(items: readonly T[], worker: number, turn: number): T {
  const item = items[worker * streamsEach + (turn % streamsEach)];
  if (item === undefined) throw new Error('there are fewer items than workers need');
  return item;
}

import { setTimeout as sleep } from 'node:timers/promises';

/** Acts so many times a second for so many seconds, each at its time, whatever the others take. */
export async function pace(
  perSecond: number,
  seconds: number,
  act: (number: number) => Promise<void>,
): Promise<void> {
  const begun = performance.now();
  const acts: Promise<void>[] = [];
  for (let number = 0; number < perSecond * seconds; number += 1) {
    const wait = (number * 1000) / perSecond - (performance.now() - begun);
    if (wait > 0) await sleep(wait);
    acts.push(act(number));
  }
  await Promise.all(acts);
}

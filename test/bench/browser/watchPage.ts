import type { CDPSession, Page } from 'playwright-core';

/** How busy a page was over a while. */
export interface Watched {
  /** Of one processor, by the page's main thread, 0 to 1. */
  readonly mainThread: number;
  readonly framesPerSecond: number;
}

async function metric(session: CDPSession, name: string): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  const found = metrics.find((one) => one.name === name);
  if (found === undefined) throw new Error(`the browser does not tell ${name}`);
  return found.value;
}

/** Counts a page's frames and its main thread's processor time while `act` runs. */
export async function watchPage(page: Page, act: () => Promise<void>): Promise<Watched> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  const counter = await page.evaluateHandle(() => {
    const counted = { frames: 0, on: true };
    const frame = (): void => {
      counted.frames += 1;
      if (counted.on) requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
    return counted;
  });
  const frames = () => counter.evaluate(({ frames: so }) => ({ so, at: performance.now() }));
  const [used, before] = [await metric(session, 'ThreadTime'), await frames()];
  await act();
  const [usedThen, after] = [await metric(session, 'ThreadTime'), await frames()];
  await counter.evaluate((counted) => {
    counted.on = false;
  });
  await session.detach();
  const seconds = (after.at - before.at) / 1000;
  return {
    mainThread: (usedThen - used) / seconds,
    framesPerSecond: (after.so - before.so) / seconds,
  };
}

/** What a page keeps in memory once everything that can go has gone, in bytes. */
export async function heapOf(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.enable');
  await session.send('HeapProfiler.collectGarbage');
  await session.send('Performance.enable');
  const used = await metric(session, 'JSHeapUsedSize');
  await session.detach();
  return used;
}

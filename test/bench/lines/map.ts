import type { Page } from 'playwright-core';
import { listenIn, openBareBoard } from '../browser/bareBoard.ts';
import { openConsoleWorld } from '../browser/consoleWorld.ts';
import { newDesk, openBrowser, openConsole } from '../browser/openBrowser.ts';
import { type Watched, watchPage } from '../browser/watchPage.ts';
import { type Figure, median, ownFigure } from '../figures.ts';
import type { Run } from '../options.ts';
import { alternate } from '../rounds.ts';
import type { Scope } from '../scope.ts';
import { pace } from '../world/pace.ts';

export const mapLines = ['main thread of a map, 5,000 units moving and 2,000 incidents'] as const;

/** Each of 5,000 units says where it is every ten seconds. */
const movesASecond = 500;

/** The map view while every unit moves, against the same subscriptions into a bare map of rows. */
export async function measureMap(scope: Scope, run: Run): Promise<readonly Figure[]> {
  const counts = { incidents: run.count(2_000, 200), units: run.count(5_000, 500) };
  const world = await openConsoleWorld(scope, run, counts);
  const browser = await openBrowser(scope);
  const seconds = run.count(10, 4);
  const moves = run.count(movesASecond, movesASecond / 10);
  let number = 0;
  const watch = (page: Page): Promise<Watched> =>
    watchPage(page, () => pace(moves, seconds, () => world.move(number++)));

  let subscriptions: ReturnType<typeof listenIn> = [];
  const ours = async (): Promise<Watched> => {
    const context = await newDesk(browser, world, { map: true });
    const heard = listenIn(context);
    const page = await openConsole(context, world, 'map', '[data-testid="map"][data-ready="true"]');
    subscriptions = heard.filter(({ query }) => /(incident|unit)Changes/.test(query));
    // Until it has drawn what stood there.
    await page.waitForTimeout(5_000);
    const watched = await watch(page);
    await context.close();
    return watched;
  };
  const bare = async (): Promise<Watched> => {
    const context = await newDesk(browser, world);
    const watched = await watch(await openBareBoard(context, world, subscriptions));
    await context.close();
    return watched;
  };
  const { first, second } = await alternate(
    run.count(3, 1),
    { name: 'console', measure: ours },
    { name: 'bare row store', measure: bare },
    (name, { framesPerSecond, mainThread }) =>
      run.say(
        `${name}: main thread ${(mainThread * 100).toFixed(1)} %, ${framesPerSecond.toFixed(1)} fps`,
      ),
  );
  const busy = (all: readonly Watched[]): number =>
    median(all.map(({ mainThread }) => mainThread)) * 100;
  return [ownFigure(mapLines[0], '%', busy(first), busy(second), 15, 'most')];
}

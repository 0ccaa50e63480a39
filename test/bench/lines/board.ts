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

export const boardLines = [
  'frames a second, a board of 5,000 rows, 200 changes a second',
  'main thread of that, beyond the bare row store',
] as const;

const changesASecond = 200;

/** The dispatch view with a long queue, against the same subscriptions into a bare map of rows. */
export async function measureBoard(scope: Scope, run: Run): Promise<readonly Figure[]> {
  const rows = run.count(5_000, 500);
  const world = await openConsoleWorld(scope, run, { incidents: rows, units: 200 });
  const browser = await openBrowser(scope);
  const seconds = run.count(10, 4);
  let number = 0;
  const watch = (page: Page): Promise<Watched> =>
    watchPage(page, () => pace(changesASecond, seconds, () => world.happen(number++ * 7)));

  let subscriptions: ReturnType<typeof listenIn> = [];
  const ours = async (): Promise<Watched> => {
    const context = await newDesk(browser, world);
    const heard = listenIn(context);
    const page = await openConsole(
      context,
      world,
      'dispatch',
      '[data-testid="queue"] [role=option]',
    );
    subscriptions = heard.filter(({ query }) => query.includes('incidentChanges'));
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
  const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;
  const { first, second } = await alternate(
    run.count(3, 1),
    { name: 'console', measure: ours },
    { name: 'bare row store', measure: bare },
    (name, { framesPerSecond, mainThread }) =>
      run.say(`${name}: ${framesPerSecond.toFixed(1)} fps, main thread ${percent(mainThread)}`),
  );
  const of = (all: readonly Watched[], what: keyof Watched): number =>
    median(all.map((one) => one[what]));
  const [fps, bareFps] = [of(first, 'framesPerSecond'), of(second, 'framesPerSecond')];
  const [busy, bareBusy] = [of(first, 'mainThread') * 100, of(second, 'mainThread') * 100];
  return [
    ownFigure(boardLines[0], 'fps', fps, bareFps, 55, 'least'),
    ownFigure(boardLines[1], '%', busy, bareBusy, 15, 'beyond'),
  ];
}

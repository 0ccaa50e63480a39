import { readFile } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';
import type { BrowserContext } from 'playwright-core';
import { openConsoleWorld } from '../browser/consoleWorld.ts';
import { newDesk, openBrowser } from '../browser/openBrowser.ts';
import { type Figure, median, ownFigure } from '../figures.ts';
import type { Run } from '../options.ts';
import { root } from '../parts/paths.ts';
import { alternate } from '../rounds.ts';
import type { Scope } from '../scope.ts';

export const firstViewLines = [
  'from the address to a usable dispatch view, cold cache',
  'what the first page loads of scripts and styles, gzipped',
] as const;

/** Milliseconds from the navigation to the frame in which `selector` stands. */
async function timeTo(context: BrowserContext, url: string, selector: string): Promise<number> {
  await context.addInitScript((wanted) => {
    const look = (): void => {
      if (document.querySelector(wanted) === null) requestAnimationFrame(look);
      else
        requestAnimationFrame(() => {
          Object.assign(window, { shownAfter: performance.now() });
        });
    };
    requestAnimationFrame(look);
  }, selector);
  const page = await context.newPage();
  await page.goto(url);
  const shown = await page.waitForFunction(
    () => (window as unknown as { shownAfter?: number }).shownAfter,
  );
  return Number(await shown.jsonValue());
}

/** Every script and style that the page names, each as a server would compress it, in bytes. */
async function entrySize(): Promise<number> {
  const folder = new URL('console/dist/', root);
  const page = await readFile(new URL('index.html', folder), 'utf8');
  const named = [...page.matchAll(/(?:src|href)="\/(assets\/[^"]+\.(?:js|css))"/g)];
  const sizes = named.map(async ([, path = '']) => {
    const file = await readFile(new URL(path, folder));
    return gzipSync(file).length;
  });
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
}

/** The first view in a window that has nothing yet, against an empty page of the same server. */
export async function measureFirstView(scope: Scope, run: Run): Promise<readonly Figure[]> {
  const counts = { incidents: run.count(500, 100), units: run.count(300, 50) };
  const world = await openConsoleWorld(scope, run, counts);
  const browser = await openBrowser(scope);
  const { url } = world.gateway;
  const time = async (at: string, selector: string): Promise<number> => {
    const context = await newDesk(browser, world);
    const took = await timeTo(context, at, selector);
    await context.close();
    return took;
  };
  const ours = () => time(`${url}/#/dispatch`, '[data-testid="queue"] [role=option]');
  const bare = () => time(`${url}/healthz`, 'body');
  await ours();
  await bare();
  const { first, second } = await alternate(
    run.count(9, 3),
    { name: 'dispatch view', measure: ours },
    { name: 'empty page', measure: bare },
    (name, took) => run.say(`${name}: ${took.toFixed(0)} ms`),
  );
  return [
    ownFigure(firstViewLines[0], 'ms', median(first), median(second), 1_000, 'most'),
    ownFigure(firstViewLines[1], 'kB', (await entrySize()) / 1000, null, 200, 'most'),
  ];
}

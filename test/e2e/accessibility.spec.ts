import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeBusy } from '../screens/busyCity.ts';
import {
  freePort,
  type RunningSystem,
  removeFolder,
  startSystem,
  temporaryFolder,
} from '../system/runningSystem.ts';
import { faults } from './axeFaults.ts';
import { launchBrowser } from './browser.ts';

let folder: string;
let system: RunningSystem;
let browser: Browser;

beforeAll(async () => {
  folder = await temporaryFolder();
  [system, browser] = await Promise.all([startSystem(folder, await freePort()), launchBrowser()]);
  await makeBusy(system.url);
}, 240_000);
afterAll(async () => {
  await browser?.close();
  await system?.stop();
  await removeFolder(folder);
});

/** Who looks at what, and what must be there before it is examined. */
const walks = [
  ['dispatcher', 'dispatch', '[data-testid="queue"] [role="option"]'],
  ['dispatcher', 'map', '[data-testid="map"][data-ready="true"]'],
  ['commander', 'cockpit', '[data-testid="map"][data-ready="true"]'],
  ['dispatcher', 'units', '.board'],
  ['dispatcher', 'supplies', '[data-testid^="depot-"]'],
  ['commander', 'warnings', '.card'],
  ['commander', 'plannedEvents', '.card'],
  ['commander', 'duty', '.board'],
  ['commander', 'corrective', '.board'],
  ['auditor', 'audit', '[data-testid^="found-"]'],
  ['auditor', 'intervals', '[data-testid="interval-figures"]'],
  ['fire', 'department', '.department'],
  ['administrator', 'admin', '.admin'],
] as const;

async function open(
  account: string,
  view: string,
  ready: string,
  look: { readonly colorScheme: 'light' | 'dark'; readonly width: number; readonly height: number },
): Promise<Page> {
  const { colorScheme, width, height } = look;
  const viewport = { width, height };
  const context = await browser.newContext({ locale: 'en-US', viewport, colorScheme });
  context.setDefaultTimeout(30_000);
  const page = await context.newPage();
  await page.goto(`${system.url}/#/${view}`);
  await page.getByTestId(`demo-${account}`).click();
  await page.locator(ready).first().waitFor();
  return page;
}

test.each(['light', 'dark'] as const)(
  '[V42] no view breaks a rule that axe knows, %s',
  { timeout: 240_000 },
  async (colorScheme) => {
    const found: string[] = [];
    for (const [account, view, ready] of walks) {
      const page = await open(account, view, ready, { colorScheme, width: 1600, height: 900 });
      found.push(...(await faults(page)).map((fault) => `${view}: ${fault}`));
      await page.context().close();
    }
    expect(found).toEqual([]);
  },
);

test('[V42] what a liaison presses on a phone is large enough for a thumb', async () => {
  const look = { colorScheme: 'light', width: 390, height: 844 } as const;
  const page = await open('fire', 'department', '[data-testid^="card-"]', look);
  const small = await page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('button, a[href], input, select, textarea')]
      .filter((one) => one.checkVisibility())
      .map((one) => ({ one, box: one.getBoundingClientRect() }))
      .filter(({ one, box }) => {
        const least = one.closest('.department') ? 48 : 24;
        return box.width > 0 && (box.height < least || box.width < 24);
      })
      .map(
        ({ one, box }) => `${one.textContent} ${Math.round(box.width)}×${Math.round(box.height)}`,
      ),
  );
  expect(small).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  await page.context().close();
}, 60_000);

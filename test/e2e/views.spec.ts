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
  ['auditor', 'access', '[data-testid="access-row"]'],
  ['auditor', 'intervals', '[data-testid="interval-figures"]'],
  ['fire', 'department', '.department'],
  ['administrator', 'admin', '.admin'],
] as const;

async function open(
  account: string,
  view: string,
  ready: string,
  look: { readonly colorScheme: 'light' | 'dark'; readonly width: number; readonly height: number },
  locale = 'en-US',
): Promise<Page> {
  const { colorScheme, width, height } = look;
  const viewport = { width, height };
  const context = await browser.newContext({ locale, viewport, colorScheme });
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
    const look = { colorScheme, width: 1600, height: 900 };
    const pages = new Map<string, Page>();
    for (const [account, view, ready] of walks) {
      const page = pages.get(account) ?? (await open(account, view, ready, look));
      pages.set(account, page);
      await page.goto(`${system.url}/#/${view}`);
      await page.locator(ready).first().waitFor();
      found.push(...(await faults(page)).map((fault) => `${view}: ${fault}`));
    }
    for (const page of pages.values()) await page.context().close();
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

/** A person at a view, who touches nothing but the keyboard. */
class Hand {
  readonly page: Page;
  constructor(page: Page) {
    this.page = page;
  }

  /**
   * Presses an action's button: by its verb where there is a command line, which only goes to what is
   * guarded or one of several, else by the Tab key.
   */
  async does(action: string, verb: string): Promise<void> {
    if (!(await this.page.getByTestId('command-line').isVisible())) {
      await this.tabTo(`[data-action="${action}"]`);
      await this.page.keyboard.press('Enter');
      return;
    }
    await this.page.keyboard.press('Control+k');
    await this.page.keyboard.insertText(`/${verb}`);
    await this.page.keyboard.press('Enter');
    const isThere = await this.page.evaluate(
      (wanted) => document.activeElement?.getAttribute('data-action') === wanted,
      action,
    );
    if (isThere) await this.page.keyboard.press('Enter');
  }

  async tabTo(selector: string): Promise<void> {
    const target = this.page.locator(selector).first();
    await target.waitFor();
    for (let stops = 0; stops < 250; stops += 1) {
      if (await target.evaluate((element) => element === document.activeElement)) return;
      await this.page.keyboard.press('Tab');
    }
    throw new Error(`${selector} isn't reached by the Tab key`);
  }

  async writes(...texts: readonly string[]): Promise<void> {
    for (const [index, text] of texts.entries()) {
      if (index > 0) await this.page.keyboard.press('Tab');
      await this.page.keyboard.insertText(text);
    }
  }

  press(key: string): Promise<void> {
    return this.page.keyboard.press(key);
  }

  async sees(selector: string): Promise<void> {
    await this.page.locator(selector).first().waitFor();
  }
}

interface Story {
  readonly account: string;
  readonly view: string;
  readonly ready: string;
  readonly work: (hand: Hand, verb: (en: string, zh: string) => string) => Promise<void>;
}

/** What each view is for, done so that it can be done again. */
const stories: readonly Story[] = [
  {
    account: 'commander',
    view: 'dispatch',
    ready: '[data-testid="queue"] [role="option"]',
    async work(hand) {
      await hand.tabTo('[data-testid="queue"]');
      await hand.press('ArrowDown');
      await hand.press('Enter');
      await hand.tabTo('[data-testid="forms-fold"] summary');
      await hand.press('Enter');
      await hand.sees('[data-testid="forms"] [lang="en"]');
    },
  },
  {
    account: 'dispatcher',
    view: 'units',
    ready: '[data-testid="unit-item-T01"]',
    async work(hand, verb) {
      await hand.tabTo('[data-testid="units"] input[type="search"]');
      await hand.writes('T01');
      await hand.does('hold', verb('hold', '备勤'));
      await hand.writes('Kept for the river bank');
      await hand.press('Enter');
      await hand.sees('[data-testid="unit-item-T01"][data-status="reserve"]');
      await hand.does('unhold', verb('release', '解备'));
      await hand.sees('[data-testid="unit-item-T01"][data-status="free"]');
    },
  },
  {
    account: 'fire',
    view: 'supplies',
    ready: '[data-action="count"]',
    async work(hand, verb) {
      await hand.does('count', verb('count', '盘点'));
      await hand.press('ArrowDown');
      await hand.press('Tab');
      await hand.writes('7', 'Counted on the shelf');
      await hand.press('Enter');
      await hand.page.locator('.supplies form').waitFor({ state: 'detached' });
    },
  },
  {
    account: 'commander',
    view: 'warnings',
    ready: '[data-action="liftWarning"]',
    async work(hand, verb) {
      const before = await hand.page.locator('[data-action="liftWarning"]').count();
      await hand.does('liftWarning', verb('lift', '解除'));
      await hand.writes('The rain is over');
      await hand.press('Tab');
      await hand.press('Enter');
      await expect
        .poll(() => hand.page.locator('[data-action="liftWarning"]').count(), { timeout: 10_000 })
        .toBe(before - 1);
    },
  },
  {
    account: 'commander',
    view: 'plannedEvents',
    ready: '[data-action="post"]',
    async work(hand, verb) {
      const posts = hand.page.locator('[data-action="removePost"]');
      const before = await posts.count();
      await hand.does('post', verb('post', '设岗'));
      await hand.writes('North gate', 'By the fountain');
      await hand.press('Tab');
      await hand.press('ArrowDown');
      await hand.press('Tab');
      await hand.writes('4');
      await hand.press('Enter');
      await expect.poll(() => posts.count(), { timeout: 10_000 }).toBe(before + 1);
    },
  },
  {
    account: 'gas',
    view: 'duty',
    ready: '[data-testid="own-desk"]',
    async work(hand, verb) {
      await hand.does('takeDuty', verb('takeover', '接班'));
      await hand.sees('[data-action="endDuty"]');
      await hand.does('endDuty', verb('leave', '离席'));
      await hand.page.locator('[data-action="endDuty"]').waitFor({ state: 'detached' });
    },
  },
  {
    account: 'auditor',
    view: 'audit',
    ready: '[data-testid^="found-"]',
    async work(hand) {
      await hand.tabTo('[data-testid^="found-"]');
      await hand.press('Enter');
      await hand.tabTo('[data-testid="audit-slider"]');
      await hand.press('Home');
      await hand.sees('[data-testid="incident-sheet"][data-revision="0"]');
      await hand.press('ArrowRight');
      await hand.sees('[data-testid="incident-sheet"][data-revision="1"]');
    },
  },
  {
    account: 'auditor',
    view: 'access',
    ready: '[data-testid="access-row"]',
    async work(hand) {
      await hand.tabTo('[data-testid="access-account"]');
      await hand.writes('nobody-at-all');
      await hand.page.locator('[data-testid="access-row"]').first().waitFor({ state: 'detached' });
      await hand.press('Control+a');
      await hand.writes('auditor');
      await hand.sees('[data-testid="access-row"]');
    },
  },
  {
    account: 'auditor',
    view: 'intervals',
    ready: '[data-testid="interval-figures"]',
    async work(hand) {
      await hand.tabTo('.chips button:last-of-type');
      await hand.press('Enter');
      await hand.tabTo('main button[type="submit"]');
      await hand.press('Enter');
      await hand.sees('[data-testid="interval-figures"] tbody tr');
    },
  },
  {
    account: 'administrator',
    view: 'admin',
    ready: '.admin .profile tbody tr',
    async work(hand) {
      await hand.tabTo('.profile input[type="search"]');
      await hand.writes('auditor');
      const rows = hand.page.locator('.admin .profile tbody tr');
      await expect.poll(() => rows.count(), { timeout: 10_000 }).toBe(1);
    },
  },
];

test.each([
  ['en', { width: 1600, height: 900 }],
  ['zh-CN', { width: 390, height: 844 }],
] as const)(
  '[V56] each view’s work is done by the keyboard alone, in %s',
  { timeout: 240_000 },
  async (locale, viewport) => {
    const verb = (en: string, zh: string): string => (locale === 'en' ? en : zh);
    for (const { account, view, ready, work } of stories) {
      const page = await open(account, view, ready, { colorScheme: 'light', ...viewport }, locale);
      const errors: string[] = [];
      page.on('pageerror', (error) => errors.push(`${view}: ${error}`));
      await work(new Hand(page), verb).catch((error: unknown) => {
        throw new Error(`${view} in ${locale}: ${error instanceof Error ? error.message : error}`);
      });
      expect(errors).toEqual([]);
      await page.context().close();
    }
  },
);

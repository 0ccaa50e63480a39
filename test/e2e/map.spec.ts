import { randomUUID } from 'node:crypto';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { ApiClient } from '../system/apiClient.ts';
import {
  freePort,
  type RunningSystem,
  removeFolder,
  startSystem,
  temporaryFolder,
} from '../system/runningSystem.ts';
import { type Language, launchBrowser, Person } from './browser.ts';
import { label } from './labels.ts';

let folder: string;
let system: RunningSystem;
let browser: Browser;
let people: Person[] = [];
const [first, second] = [randomUUID(), randomUUID()];

async function report(incident: string, lon: number, lat: number): Promise<void> {
  const caller = await new ApiClient(system.url).signIn('dispatcher');
  const place = { address: '滨江路 12 号', lon, lat };
  const what = 'Smoke over the roof';
  const report = { incident, report: randomUUID(), city: 'xinghe', channel: 'PHONE', what, place };
  await caller.command('reportIncident', { report: 'ReportInput!' }, { report });
}

beforeAll(async () => {
  folder = await temporaryFolder();
  [system, browser] = await Promise.all([startSystem(folder, await freePort()), launchBrowser()]);
  await report(first, 113.21, 28.25);
  await report(second, 113.06, 28.15);
});
afterEach(async () => {
  const errors = people.flatMap((person) => person.errors);
  await Promise.all(people.map((person) => person.leave()));
  people = [];
  expect(errors).toEqual([]);
});
afterAll(async () => {
  await browser?.close();
  await system?.stop();
  await removeFolder(folder);
});

async function signIn(language: Language): Promise<Person> {
  const person = await Person.signIn(browser, system.url, 'dispatcher', language, undefined, true);
  people.push(person);
  return person;
}
const viewOf = (page: Page): Promise<string | null> =>
  page.getByTestId('map-canvas').getAttribute('data-view');
const untilReady = (page: Page): Promise<void> =>
  page.locator('[data-testid="map"][data-ready="true"]').waitFor();
const untilMoved = (page: Page, moved: boolean): Promise<void> =>
  page.locator(`[data-testid="map"][data-moved="${moved}"]`).waitFor();

test.each(['en', 'zh-CN'] as const)(
  '[V32] [V36] the map stays where a person put it, and chooses what the queue has chosen, in %s',
  async (language) => {
    const { page } = await signIn(language);
    await untilReady(page);
    const whole = await viewOf(page);
    await page.getByTestId('map-layers').click();
    await page.getByRole('checkbox', { name: label(language, 'map.layer.units') }).uncheck();
    await page.getByTestId('map-layers').click();

    await page.getByTestId('incident-1').click();
    await page.getByTestId('map-go').click();
    await untilMoved(page, true);
    const close = await viewOf(page);
    expect(close).not.toBe(whole);
    await page.getByTestId('incident-2').click();
    await page.waitForURL(`**/${second}`);
    await report(randomUUID(), 113.25, 28.2);
    await page.waitForFunction(
      (before) =>
        Number(document.querySelector('[data-testid="queue-count"]')?.textContent) > before,
      2,
    );
    expect(await viewOf(page)).toBe(close);

    // The first incident lies in the middle of the map, where “Go to” put it.
    await page.getByTestId('map-canvas').click();
    await page.waitForURL(`**/${first}`);
    await page.locator('[data-testid="incident-1"][aria-selected="true"]').waitFor();

    await page.keyboard.press('g');
    await untilMoved(page, false);
    expect(await viewOf(page)).toBe(whole);
    await page.locator('.maplibregl-canvas').focus();
    await page.keyboard.press('ArrowRight');
    await untilMoved(page, true);
  },
);

test('[V36] without WebGL a list takes the place of the map', async () => {
  const person = await signIn('en');
  const { page } = person;
  await page.addInitScript(() => {
    const original = HTMLCanvasElement.prototype.getContext;
    HTMLCanvasElement.prototype.getContext = function (
      this: HTMLCanvasElement,
      kind: string,
      ...rest: unknown[]
    ) {
      return kind.startsWith('webgl') ? null : Reflect.apply(original, this, [kind, ...rest]);
    } as typeof original;
  });
  await page.reload();
  await page.getByText(label('en', 'map.noWebGl')).waitFor();
  await page.getByTestId('map-list').getByRole('button').first().click();
  await page.waitForURL(/dispatch\/[0-9a-f-]{36}$/);
});

test('[V34] [V35] [V55] panes are sized by keyboard, kept, and opened on another monitor', async () => {
  const { page } = await signIn('en');
  await untilReady(page);
  const splitter = page.getByTestId('splitter-queue');
  const before = Number(await splitter.getAttribute('aria-valuenow'));
  await splitter.focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  expect(Number(await splitter.getAttribute('aria-valuenow'))).toBe(before + 4);

  await page.getByTestId('incident-1').click();
  await page.getByTestId('action-note').click();
  await page.locator('form.text-command textarea').fill('Half a sentence');
  await page.getByTestId('incident-2').click();
  await page.locator(`[data-shown="true"]`, { hasText: '2' }).waitFor();
  await page.getByTestId('incident-1').click();
  expect(await page.locator('form.text-command textarea').first().inputValue()).toBe(
    'Half a sentence',
  );

  const [queue] = await Promise.all([
    page.context().waitForEvent('page'),
    page.getByTestId('pop-out-queue').click(),
  ]);
  await queue.getByTestId('incident-2').click();
  await page.waitForURL(`**/dispatch/${second}`);
  await page.getByTestId('incident-1').click();
  await queue.locator('[data-testid="incident-1"][aria-selected="true"]').waitFor();
  await queue.goto(`${system.url}/#/pane/incident/1`);
  await queue.getByTestId('incident-sheet').waitFor();
  // A single key means there what it means in the dispatch view.
  await queue.keyboard.press('t');
  await queue.locator('form.text-command textarea').waitFor();

  await page.reload();
  expect(Number(await splitter.getAttribute('aria-valuenow'))).toBe(before + 4);
});

test('[V38] the wall counts what the boards hold, for the city and for one district', async () => {
  const person = await Person.signIn(browser, system.url, 'commander', 'zh-CN', undefined, true);
  people.push(person);
  const { page } = person;
  await page.goto(`${system.url}/#/cockpit`);
  await untilReady(page);
  const open = Number(await person.text('wall-open'));
  await report(randomUUID(), 113.07, 28.16);
  await page.waitForFunction(
    (before) => Number(document.querySelector('[data-testid="wall-open"]')?.textContent) > before,
    open,
  );
  const whole = Number(await person.text('wall-open'));
  const districts = page.getByRole('group', { name: label('zh-CN', 'cockpit.district') });
  const named = await districts.getByRole('button').allTextContents();
  const counts = named.map((text) => Number(/\d+$/.exec(text)?.[0]));
  expect(counts[0]).toBe(whole);
  const at = counts.findIndex((count, index) => index > 0 && count > 0);
  await districts.getByRole('button').nth(at).click();
  await page.waitForURL(/cockpit\/.+/);
  expect(Number(await person.text('wall-open'))).toBe(counts[at]);
  expect(await page.locator('form, input, textarea').count()).toBe(0);
  expect(
    await page.evaluate(() => document.documentElement.scrollHeight <= window.innerHeight),
  ).toBe(true);
});

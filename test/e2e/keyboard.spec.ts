import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import type { Person } from './browser.ts';
import { openDesks } from './desks.testkit.ts';

const { signIn } = openDesks();

const said = {
  en: {
    what: 'Smell of gas in the stairwell',
    confirm: (number: string) => `/conf ${number} gas-leak`,
    assign: '/assign fire Shut the valve',
    send: (callSign: string, number: string) => `/send ${callSign} ${number}`,
    note: (number: string) => `/note ${number} two people dizzy`,
    accept: (number: string) => `/ack ${number}`,
    stage: (callSign: string) => `/status ${callSign} onscene`,
    wrong: '/assign zoo',
    wrongTold: 'zoo',
    progress: (number: string) => `/prog ${number} hoses laid`,
  },
  'zh-CN': {
    what: '楼道内有燃气味',
    confirm: (number: string) => `/确认 ${number} 燃气泄漏`,
    assign: '/派 消防 关闭阀门',
    send: (callSign: string, number: string) => `/出动 ${callSign} ${number}`,
    note: (number: string) => `/记 ${number} 两人头晕`,
    accept: (number: string) => `/接收 ${number}`,
    stage: (callSign: string) => `/状态 ${callSign} 到场`,
    wrong: '/派 动物园',
    wrongTold: '动物园',
    progress: (number: string) => `/进展 ${number} 水带已铺好`,
  },
} as const;

/** Gives a line by the keyboard alone and waits until it is accepted. */
async function give(page: Page, line: string): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.keyboard.insertText(line);
  await page.keyboard.press('Enter');
  await page.getByTestId('line-accepted').waitFor();
  await page.keyboard.press('Escape');
}

async function tabTo(page: Page, selector: string): Promise<void> {
  const target = page.locator(selector);
  for (let stops = 0; stops < 20; stops += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`${selector} isn't reached by the Tab key`);
}

/** Takes a report without touching the mouse: N, the text, the street, the house, Enter. */
async function report(dispatcher: Person, what: string): Promise<string> {
  const { page } = dispatcher;
  await page.getByTestId('new-report').waitFor();
  await page.keyboard.press('n');
  await page.getByTestId('intake-what').waitFor();
  await page.keyboard.insertText(what);
  await tabTo(page, '.intake [role="combobox"]');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await tabTo(page, '[data-testid="intake-house"]');
  await page.keyboard.insertText('12');
  await page.keyboard.press('Enter');
  await page.locator('[data-testid="incident-status"][data-status="REPORTED"]').waitFor();
  return dispatcher.incidentNumber();
}

test.each(['en', 'zh-CN'] as const)(
  '[V5] [V6] [V7] [V8] a dispatcher and a liaison work by the keyboard alone, in %s',
  { timeout: 120_000 },
  async (language) => {
    const words = said[language];
    const [dispatcher, fire] = await Promise.all([
      signIn('dispatcher', language),
      signIn('fire', language),
    ]);
    const { page } = dispatcher;
    const number = await report(dispatcher, words.what);

    await give(page, words.confirm(number));
    await dispatcher.sees('incident-status', 'CONFIRMED');
    await give(page, words.assign);
    await dispatcher.sees('task-fire');
    await give(page, words.note(number));

    await page.keyboard.press('/');
    await page.keyboard.insertText(words.wrong);
    await page.keyboard.press('Enter');
    expect(await dispatcher.text('line-fault')).toContain(words.wrongTold);
    await page.keyboard.press('Escape');

    // A key within a text is a letter of it.
    await page.keyboard.press('t');
    await page.locator('form.text-command textarea').waitFor();
    await page.keyboard.type('nac');
    expect(await page.locator('form.text-command textarea').inputValue()).toBe('nac');
    await page.keyboard.press('Escape');
    await dispatcher.picture(`line-${language}`);

    await fire.sees(`card-${number}`);
    await fire.page.keyboard.press('a');
    await fire.sees(`card-${number}`, 'ACCEPTED');
    await dispatcher.sees('task-fire', 'ACCEPTED');
    await fire.page.keyboard.press('b');
    await fire.sees(`card-${number}`, 'STARTED');
    await give(fire.page, words.progress(number));

    const strip = page.locator('[data-testid^="strip-"].free').first();
    const callSign = (await strip.locator('.call-sign').textContent()) ?? '';
    await page.keyboard.press('Control+k');
    await give(page, words.send(callSign, number));
    await dispatcher.sees(`unit-${callSign}`);
    await give(page, words.stage(callSign));
    await page.locator(`[data-testid="unit-${callSign}"][data-stage="ON_SCENE"]`).waitFor();

    // The last line can be had again, and the help lists it all.
    await page.keyboard.press('Control+k');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    expect(await page.getByTestId('command-line').inputValue()).toBe(words.stage(callSign));
    await page.keyboard.press('Escape');
    await page.keyboard.press('?');
    await page.getByTestId('single-keys').press('Space');
    await dispatcher.picture(`help-${language}`);
    await page.keyboard.press('Escape');
    await page.keyboard.press('2');
    await page.locator('main.dispatch').waitFor();
    await page.keyboard.press('?');
    expect(await page.getByTestId('single-keys').count()).toBe(0);
  },
);

import { expect, test } from 'vitest';
import type { Language, Person } from './browser.ts';
import { openDesks } from './desks.testkit.ts';

const { signIn } = openDesks();

const words = {
  en: {
    what: 'Strong smell of gas in the stairwell, two people dizzy',
    instruction: 'Shut the main valve, clear the building',
    done: 'Valve shut, air measured, nobody inside',
    summary: 'Leaking joint shut off; residents back at home',
    responding: 'responding',
    closing: /must close it/,
  },
  'zh-CN': {
    what: '楼道内有强烈燃气味，两人头晕',
    instruction: '关闭主阀，疏散楼内人员',
    done: '阀门已关闭，空气检测正常，楼内无人',
    summary: '泄漏接头已切断，居民已返回',
    responding: '处置',
    closing: /须由未参与处置的人员结案/,
  },
} as const;

async function takeReport(dispatcher: Person, language: Language): Promise<string> {
  await dispatcher.click('new-report');
  await dispatcher.fill('intake-what', words[language].what);
  const street = dispatcher.page.locator('.intake').getByRole('combobox').first();
  await street.click();
  await dispatcher.page.getByRole('option').first().click();
  await dispatcher.fill('intake-house', '12');
  await dispatcher.fill('intake-name', '王小明');
  await dispatcher.fill('intake-phone', '138 0000 0000');
  await dispatcher.click('intake-submit');
  await dispatcher.sees('incident-status', 'REPORTED');
  return dispatcher.incidentNumber();
}

/** Fire, police and the gas company in one action; the type suggests some of them. */
async function confirmAndAssign(dispatcher: Person, language: Language): Promise<void> {
  await dispatcher.page.getByTestId('incident-type').selectOption('gas-leak');
  await dispatcher.page.locator('form.confirm button[type=submit]').click();
  await dispatcher.sees('incident-status', 'CONFIRMED');
  await dispatcher.click('action-assign');
  await dispatcher.fill('assign-instruction', words[language].instruction);
  for (const department of ['fire', 'police', 'gas'])
    await dispatcher.page.getByTestId(`assign-${department}`).check();
  await dispatcher.click('assign-submit');
  for (const department of ['fire', 'police', 'gas']) await dispatcher.sees(`task-${department}`);
}

async function doTask(
  liaison: Person,
  department: string,
  dispatcher: Person,
  number: string,
  language: Language,
): Promise<void> {
  const card = liaison.page.getByTestId(`card-${number}`);
  await card.getByTestId('liaison-accept').click();
  await liaison.sees(`card-${number}`, 'ACCEPTED');
  await dispatcher.sees(`task-${department}`, 'ACCEPTED');
  await card.getByTestId('liaison-start').click();
  await dispatcher.sees(`task-${department}`, 'STARTED');
  await card.getByTestId('liaison-finish').click();
  await liaison.write(words[language].done);
  await dispatcher.sees(`task-${department}`, 'DONE');
}

async function verify(dispatcher: Person, department: string): Promise<void> {
  const task = dispatcher.page.getByTestId(`task-${department}`);
  await task.getByTestId('task-action-verify').click();
  await dispatcher.sees(`task-${department}`, 'VERIFIED');
}

async function replay(auditor: Person, number: string, steps: number): Promise<void> {
  await auditor.click(`found-${number}`);
  await auditor.page.getByTestId('step-first').click();
  await auditor.sees('incident-status', 'REPORTED');
  const slider = auditor.page.getByTestId('audit-slider');
  const last = Number(await auditor.page.getByTestId('audit-revision').getAttribute('data-last'));
  expect(last).toBeGreaterThanOrEqual(steps);
  for (let revision = 1; revision <= last; revision += 1) {
    await slider.press('ArrowRight');
    await auditor.page.locator(`[data-testid="step"][data-revision="${revision}"]`).waitFor();
    expect(await auditor.text('occurred')).not.toBe('');
    expect(await auditor.text('recorded')).not.toBe('');
  }
  await auditor.sees('incident-status', 'CLOSED');
}

async function boardAt(auditor: Person, moment: string, number: string): Promise<void> {
  await auditor.click('audit-board');
  await auditor.page.evaluate((at) => {
    window.location.hash = `#/audit/board/${encodeURIComponent(at)}`;
  }, moment);
  await auditor.sees('past-board');
  await auditor.page.locator(`.board-as-of [data-testid="found-${number}"]`).click();
  await auditor.sees('incident-status', 'RESOLVED');
}

test.each(['en', 'zh-CN'] as const)(
  '[V1] [V2] [V3] [T6] [R1] [R2] the whole story at the screens, in %s',
  { timeout: 240_000 },
  async (language) => {
    const accounts = ['dispatcher', 'fire', 'police', 'gas'] as const;
    const [dispatcher, fire, police, gas] = await Promise.all(
      accounts.map((account) => signIn(account, language)),
    );
    if (!dispatcher || !fire || !police || !gas) throw new Error('somebody is missing');
    for (const always of ['connection', 'clock', 'last-event']) await dispatcher.sees(always);

    const number = await takeReport(dispatcher, language);
    await confirmAndAssign(dispatcher, language);
    await Promise.all([fire, police, gas].map((liaison) => liaison.sees(`card-${number}`)));
    await dispatcher.picture(`dispatch-${language}`);
    await fire.picture(`department-${language}`);

    await doTask(fire, 'fire', dispatcher, number, language);
    await doTask(police, 'police', dispatcher, number, language);
    expect(await dispatcher.text('incident-status')).toContain(words[language].responding);
    // Gas lets its deadline of 60 s pass: the system escalates by itself, and it shows.
    await gas.page.getByTestId('escalation').waitFor({ timeout: 100_000 });
    await dispatcher.page.getByTestId('escalation').first().waitFor();
    await dispatcher.picture(`escalated-${language}`);
    await doTask(gas, 'gas', dispatcher, number, language);

    for (const department of ['fire', 'police', 'gas']) await verify(dispatcher, department);
    await dispatcher.click('action-resolve');
    await dispatcher.write(words[language].summary);
    await dispatcher.sees('incident-status', 'RESOLVED');
    const resolved = new Date().toISOString();
    await dispatcher.click('action-close');
    await dispatcher.write('');
    expect(await dispatcher.text('rejection')).toMatch(words[language].closing);

    const closer = await signIn('dispatcher2', language);
    await closer.click(`incident-${number}`);
    await closer.click('action-close');
    await closer.write('ok');
    await closer.sees('incident-status', 'CLOSED');
    await dispatcher.page.getByTestId(`incident-${number}`).waitFor({ state: 'detached' });

    const auditor = await signIn('auditor', language);
    await replay(auditor, number, 20);
    await auditor.picture(`audit-${language}`);
    await boardAt(auditor, resolved, number);
    await auditor.picture(`past-${language}`);
  },
);

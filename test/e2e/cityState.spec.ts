import { expect, test } from 'vitest';
import { openDesks } from './desks.testkit.ts';

const { signIn } = openDesks();
interface Viewport {
  readonly width: number;
  readonly height: number;
}
const phone: Viewport = { width: 390, height: 844 };

test('[V2] [W2] a refused warning keeps what was typed; issued, a phone shows it at once', async () => {
  const [{ page }, other] = await Promise.all([
    signIn('commander', 'en'),
    signIn('fire', 'zh-CN', phone),
  ]);
  await page.getByRole('button', { name: 'Warnings', exact: true }).click();
  await page.getByRole('button', { name: 'Issue a warning' }).click();
  await page.getByLabel('Hazard').fill('Rainstorm');
  await page.getByLabel('Level').selectOption('ORANGE');
  await page.getByLabel('Until').fill('2099-01-01T06:00');
  await page.getByLabel('Impact').fill('Underpasses flood');
  await page.getByLabel('Advice').fill('Close the underpasses');
  await page.locator('form button[type=submit]').click();
  await page.getByText(/name at least one district/).waitFor();
  expect(await page.getByLabel('Hazard').inputValue()).toBe('Rainstorm');
  const area = page.getByLabel(/^Area/);
  expect(await area.getAttribute('aria-invalid')).toBe('true');
  await area.fill('linji');
  await area.press('ArrowDown');
  await area.press('Enter');
  await page.locator('form button[type=submit]').click();
  await other.sees('warnings-in-force');
  expect(await other.text('warnings-in-force')).toContain('橙色');
});

test('[E5] a commander changes the posture after confirming it, and everybody sees it', async () => {
  const [commander, other] = await Promise.all([
    signIn('commander', 'zh-CN'),
    signIn('gas', 'en', phone),
  ]);
  await other.sees('posture', 'ROUTINE');
  const { page } = commander;
  await page.getByTestId('posture').getByRole('button').first().click();
  await page.getByRole('button', { name: '应急', exact: true }).click();
  await page.getByLabel('原因').fill('台风登陆');
  await commander.click('posture-submit');
  await page.getByText(/时限 × 0.5/).waitFor();
  await commander.click('posture-submit');
  await other.sees('posture', 'EMERGENCY');
});

test('[D2] [D3] a shift is handed over with its note and taken over at another desk', async () => {
  const [{ page }, { page: next }] = await Promise.all([
    signIn('dispatcher', 'en'),
    signIn('dispatcher2', 'zh-CN', phone),
  ]);
  await page.getByRole('button', { name: 'Duty', exact: true }).click();
  await page.getByRole('button', { name: 'Go on duty: on the desk' }).click();
  await page.getByRole('button', { name: 'Hand over the shift' }).click();
  await page.getByLabel('To whom').selectOption('dispatcher2');
  await page.getByLabel(/^Note/).fill('A caller waits at the north gate');
  await page.locator('form button[type=submit]').click();
  await next.getByRole('button', { name: '值班', exact: true }).click();
  await next.getByText('A caller waits at the north gate').waitFor();
  await next.getByRole('button', { name: '接班', exact: true }).click();
  await next.getByText('您正在值班：值守').waitFor();
  await page.getByRole('button', { name: 'Go on duty: on the desk' }).waitFor();
});

test('[X22] [X23] a caller is shown when asked for, to an auditor for a reason, and erased', async () => {
  const [dispatcher, auditor, administrator] = await Promise.all([
    signIn('dispatcher', 'en'),
    signIn('auditor', 'zh-CN'),
    signIn('administrator', 'en'),
  ]);
  await dispatcher.click('new-report');
  await dispatcher.fill('intake-what', 'Somebody rings and hangs up');
  await dispatcher.page.locator('.intake').getByRole('combobox').first().fill('Nowhere 1');
  await dispatcher.fill('intake-name', 'Zhao Ping');
  await dispatcher.fill('intake-phone', '139 5550 1234');
  await dispatcher.click('intake-submit');
  await dispatcher.sees('caller', 'KEPT');
  await dispatcher.click('caller-show');
  expect(await dispatcher.text('callers')).toContain('Zhao Ping · 139 5550 1234');
  await dispatcher.click('action-cancel');
  await dispatcher.write('A child at play');
  await dispatcher.sees('incident-status', 'CANCELLED');
  const number = await dispatcher.incidentNumber();

  await auditor.page.getByTestId(`found-${number}`).click();
  await auditor.click('caller-show');
  await auditor.fill('caller-reason', '投诉 4 号');
  await auditor.page.locator('form.text-command button[type=submit]').click();
  expect(await auditor.text('callers')).toContain('Zhao Ping');

  const { page } = administrator;
  await page.getByRole('button', { name: 'Administration', exact: true }).click();
  await administrator.fill('erase-incident', number);
  await administrator.fill('erase-reason', 'Asked for by the caller');
  await page.locator('form.text-command button[type=submit]').click();
  await administrator.sees('erase-done');
  await dispatcher.sees('caller', 'ERASED');
  expect(await dispatcher.page.getByTestId('caller-show').count()).toBe(0);
});

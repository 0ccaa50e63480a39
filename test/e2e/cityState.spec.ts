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

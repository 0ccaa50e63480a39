import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { ApiClient } from '../system/apiClient.ts';
import { openDesks } from './desks.testkit.ts';

// A browser tells of each request that a line that was cut lost.
const { signIn, url } = openDesks((error) => error.includes('ERR_INTERNET_DISCONNECTED'));

const phone = { width: 360, height: 740 };

/** An incident with a task for the fire department, given over the API. */
async function giveTask(what: string): Promise<{ readonly id: string; readonly number: string }> {
  const api = await new ApiClient(url()).signIn('dispatcher2');
  const id = randomUUID();
  await api.reportIncident(id, what);
  const confirm = { type: 'gas-leak', class: 'ACCIDENT_DISASTER', grade: 3, priority: 2 };
  await api.command(
    'confirmIncident',
    { incident: 'ID!', confirm: 'ConfirmInput!' },
    { incident: id, confirm },
  );
  const task = { task: randomUUID(), department: 'fire', part: 'LEAD', instruction: what };
  const given = await api.command(
    'assignTasks',
    { incident: 'ID!', tasks: '[NewTaskInput!]!' },
    { incident: id, tasks: [task] },
  );
  expect(given.__typename).toBe('Accepted');
  const read = 'query($id: ID!) { incident(id: $id) { number } }';
  const { incident } = await api.request(read, { id });
  return { id, number: String((incident as { number: number }).number) };
}

async function acceptances(incident: string): Promise<number> {
  const api = await new ApiClient(url()).signIn('dispatcher2');
  const read = 'query($id: ID!) { timeline(incident: $id) { type } }';
  const { timeline } = await api.request(read, { id: incident });
  return (timeline as { type: string }[]).filter(({ type }) => type === 'TaskAccepted').length;
}

test('[V12] an answer without a line waits on the phone, across a reload, and goes out once', async () => {
  const fire = await signIn('fire', 'zh-CN', phone);
  const { page } = fire;
  await page.locator('main.department').waitFor();
  const { id, number } = await giveTask('Answer me without a line');
  await fire.sees(`card-${number}`);
  await fire.sees('new-task');
  const card = page.getByTestId(`card-${number}`);
  await card.getByTestId('liaison-accept').scrollIntoViewIfNeeded();
  const { width = 0, height = 0 } = (await card.getByTestId('liaison-accept').boundingBox()) ?? {};
  expect(Math.min(width, height)).toBeGreaterThanOrEqual(48);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);

  await page.context().setOffline(true);
  await card.getByTestId('liaison-accept').click();
  await fire.sees('queued');
  await fire.sees('outbox');
  await fire.picture('queued-phone');
  expect(await acceptances(id)).toBe(0);

  await page.context().setOffline(false);
  await page.reload();
  await fire.sees(`card-${number}`, 'ACCEPTED');
  await page.getByTestId('outbox').waitFor({ state: 'detached' });
  expect(await acceptances(id)).toBe(1);
});

test('[V10] [V11] a new report sounds until somebody sees to it, who is named', async () => {
  const dispatcher = await signIn('dispatcher', 'en');
  const { page } = dispatcher;
  await page.getByTestId('queue').waitFor();
  await dispatcher.click('language');
  await dispatcher.click('language');
  const api = await new ApiClient(url()).signIn('dispatcher2');
  const [first, second] = [randomUUID(), randomUUID()];
  await api.reportIncident(first, 'Smoke over the market');
  await page.getByTestId('alarm').getByText('Smoke over the market').waitFor();
  await page.keyboard.press('k');
  await page.getByTestId('alarm').getByText('Smoke').waitFor({ state: 'detached' });

  // Away from the board it sounds too; what another did to it is told.
  await page.keyboard.press('5');
  await api.reportIncident(second, 'A tree across the tram line');
  await page.getByTestId('alarm').getByText('A tree across').waitFor();
  await dispatcher.picture('alarm-en');
  const confirm = { type: 'gas-leak', class: 'ACCIDENT_DISASTER', grade: 4, priority: 4 };
  await api.command(
    'confirmIncident',
    { incident: 'ID!', confirm: 'ConfirmInput!' },
    { incident: second, confirm },
  );
  await page.getByTestId('alarm-answered').waitFor();
  await dispatcher.click('alarm-count');
  await page.getByTestId('alarm-figures').getByText('EEMUA').waitFor();
  await dispatcher.picture('alarms-en');
});

test('[V9] no row moves under the pointer, and what came meanwhile is offered', async () => {
  const dispatcher = await signIn('dispatcher', 'en');
  const { page } = dispatcher;
  const { number } = await giveTask('Stay where you are');
  const row = page.getByTestId(`incident-${number}`);
  await row.getByText('seen').or(row.getByText('assigned')).first().waitFor();
  await row.hover();
  const before = await row.boundingBox();
  const api = await new ApiClient(url()).signIn('dispatcher2');
  await api.reportIncident(randomUUID(), 'Comes first');
  await dispatcher.sees('fresh-rows');
  expect(await row.boundingBox()).toEqual(before);
  await dispatcher.picture('fresh-en');
  await dispatcher.click('fresh-rows');
  await page.getByTestId('queue').getByText('Comes first').waitFor();
});

test('[V13] what has an inverse is offered to be undone, and Z undoes it', async () => {
  const dispatcher = await signIn('dispatcher', 'en');
  const { page } = dispatcher;
  await page.keyboard.press('4');
  const unit = page.getByTestId('unit-item-E01');
  await unit.getByRole('button', { name: 'Hold in reserve', exact: true }).click();
  await unit.locator('input[required], textarea').first().fill('For the night');
  await unit.locator('form button[type=submit]').click();
  await dispatcher.sees('undo');
  await page.locator('[data-testid="unit-item-E01"][data-status="reserve"]').waitFor();
  await dispatcher.picture('undo-en');
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  await page.keyboard.press('z');
  await page.locator('[data-testid="unit-item-E01"][data-status="free"]').waitFor();
  await page.getByTestId('undo').waitFor({ state: 'detached' });
});

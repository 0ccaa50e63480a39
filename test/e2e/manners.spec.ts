import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { ApiClient } from '../system/apiClient.ts';
import { cuttableLine } from './cutLine.ts';
import { openDesks } from './desks.testkit.ts';
import { ownLine } from './ownLine.ts';
import { queueOfServer, queueOnScreen, tasksOfServer, tasksOnScreen } from './shownBoards.ts';

// A browser tells of each request that a line that was cut lost.
const { signIn, url } = openDesks((error) =>
  /ERR_(INTERNET_DISCONNECTED|CONNECTION_REFUSED|CONNECTION_RESET|FAILED|EMPTY_RESPONSE)/.test(
    error,
  ),
);

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
  const numberOf = async (): Promise<number | null> =>
    ((await api.request(read, { id })).incident as { number: number | null }).number;
  // The boards give it its number, in their own time.
  await expect.poll(numberOf, { timeout: 20_000 }).toEqual(expect.any(Number));
  return { id, number: String(await numberOf()) };
}

async function acceptances(incident: string): Promise<number> {
  const api = await new ApiClient(url()).signIn('dispatcher2');
  const read = 'query($id: ID!) { timeline(incident: $id) { type } }';
  const { timeline } = await api.request(read, { id: incident });
  return (timeline as { type: string }[]).filter(({ type }) => type === 'TaskAccepted').length;
}

/** Until the page's answer is yes; `waitForFunction` takes the promise of an answer for one. */
const eventually = (answer: () => Promise<boolean>): Promise<void> =>
  expect.poll(answer, { timeout: 20_000, interval: 200 }).toBe(true);

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

/** How long the lines are cut and cut again; a minute by `TOCSIN_CHAOS_SECONDS=60`. */
const chaosSeconds = Number(process.env.TOCSIN_CHAOS_SECONDS ?? 12);

/** Work on incidents through the API until it is told to stop: reports, tasks, answers, ends. */
async function work(stopped: () => boolean): Promise<void> {
  const [dispatcher, liaison] = await Promise.all(
    ['dispatcher2', 'fire'].map((account) => new ApiClient(url()).signIn(account)),
  );
  if (!dispatcher || !liaison) throw new Error('nobody signed in');
  for (let turn = 0; !stopped(); turn += 1) {
    const [incident, task] = [randomUUID(), randomUUID()];
    const of = { incident, task };
    const declared = { incident: 'ID!', task: 'ID!' };
    await dispatcher.reportIncident(incident, `Report ${turn} of a stormy night`);
    if (turn % 4 === 3) {
      const why = { incident, reason: 'FALSE', note: 'A false alarm' };
      const kinds = { incident: 'ID!', reason: 'CancelReason!', note: 'String!' };
      await dispatcher.command('cancelIncident', kinds, why);
      continue;
    }
    const confirm = {
      type: 'gas-leak',
      class: 'ACCIDENT_DISASTER',
      grade: 3,
      priority: 1 + (turn % 3),
    };
    const judged = { incident: 'ID!', confirm: 'ConfirmInput!' };
    await dispatcher.command('confirmIncident', judged, { incident, confirm });
    const tasks = [{ task, department: 'fire', part: 'LEAD', instruction: 'Go and look' }];
    const given = { incident: 'ID!', tasks: '[NewTaskInput!]!' };
    await dispatcher.command('assignTasks', given, { incident, tasks });
    if (turn % 2 === 0) await liaison.command('acceptTask', declared, of);
    if (turn % 4 === 0) await liaison.command('startTask', declared, of);
    // A board that is drawn whole can be compared whole.
    await new Promise((next) => setTimeout(next, (chaosSeconds * 1000) / 24));
  }
}

test('[V50] a console that loses its line again and again shows the server’s boards at the end', {
  timeout: 60_000 + chaosSeconds * 2000,
}, async () => {
  const people = await Promise.all([signIn('dispatcher', 'en'), signIn('fire', 'zh-CN')]);
  const [dispatcher, fire] = people;
  const lines = await Promise.all(people.map(({ page }) => cuttableLine(page)));
  await Promise.all(people.map(({ page }) => page.reload()));
  await dispatcher.sees('queue');
  await fire.page.locator('main.department').waitFor();

  let stopped = false;
  const working = work(() => stopped);
  const end = Date.now() + chaosSeconds * 1000;
  lines[1]?.mute();
  while (Date.now() < end) {
    const chosen = lines[Math.floor(Math.random() * lines.length)];
    if (Math.random() < 0.1) chosen?.mute();
    else await chosen?.cut();
    await new Promise((next) => setTimeout(next, 300 + Math.random() * 2000));
  }
  stopped = true;
  await working;

  for (const line of lines) expect(line.opened()).toBeGreaterThan(2);
  const api = await new ApiClient(url()).signIn('dispatcher2');
  const patience = { timeout: 40_000 };
  await expect
    .poll(async () => [await queueOnScreen(dispatcher.page), await queueOfServer(api)], patience)
    .toSatisfy(([shown, told]) => shown.length > 0 && shown.join() === told.join());
  await expect
    .poll(async () => [await tasksOnScreen(fire.page), await tasksOfServer(api, 'fire')], patience)
    .toSatisfy(([shown, told]) => shown.length > 0 && shown.join() === told.join());
  await dispatcher.picture('after-chaos-en');
});

test('[V51] two who work on one incident see each other, the form that is open, and what was done', async () => {
  const [first, second] = await Promise.all([
    signIn('dispatcher', 'en'),
    signIn('dispatcher2', 'zh-CN'),
  ]);
  const { id, number } = await giveTask('Seen by two');
  for (const person of [first, second]) await person.click(`incident-${number}`);
  await first.page.getByTestId('also-here').getByText('Liu Yang').waitFor();
  await second.sees('also-here');

  await first.click('action-resolve');
  await first.page.locator('form.text-command textarea').fill('Half a sentence');
  await second.page.locator('.also-here .writing').waitFor();
  await second.click('action-resolve');
  await first.sees('also-editing');
  await second.sees('also-editing');
  await second.page.locator('form.text-command').getByRole('button').last().click();
  await first.page.getByTestId('also-editing').waitFor({ state: 'detached' });

  // What another does is told in the form; what was typed stays.
  const api = await new ApiClient(url()).signIn('dispatcher2');
  await api.addNote(id, 'The valve is shut');
  await first.page.getByTestId('form-news').getByText('Liu Yang').waitFor();
  expect(await first.page.locator('form.text-command textarea').inputValue()).toBe(
    'Half a sentence',
  );
  await first.picture('presence-en');
  await second.page.keyboard.press('2');
  await first.page.getByTestId('also-here').waitFor({ state: 'detached' });
});

test('[V53] a phone opens without a line, with what it kept, and what is answered then counts once', async () => {
  const { id, number } = await giveTask('Kept on the phone');
  const line = await ownLine(url());
  const fire = await signIn('fire', 'en', phone, false, line.url);
  const { page } = fire;
  await fire.sees(`card-${number}`);
  expect(await page.getByTestId('kept').count()).toBe(0);
  await eventually(() =>
    page.evaluate(async () => {
      const worker = await navigator.serviceWorker.getRegistration();
      return worker?.active?.state === 'activated';
    }),
  );
  await eventually(() =>
    page.evaluate(async (incident) => {
      const cache = await caches.open('tocsin-kept');
      const kept = await Promise.all((await cache.keys()).map((key) => cache.match(key)));
      const texts = await Promise.all(kept.map((one) => one?.text() ?? ''));
      return texts.length > 1 && texts.some((text) => text.includes(incident));
    }, id),
  );
  // Opened once more, the page is in the worker's care.
  await page.reload();
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  await fire.sees(`card-${number}`);

  await line.cut();
  await page.reload();
  await fire.sees('kept');
  expect(await fire.text('kept')).toMatch(/\d\d:\d\d/);
  const card = page.getByTestId(`card-${number}`);
  await card.getByTestId('liaison-accept').click();
  await fire.sees('queued');
  await fire.picture('offline-phone');
  await line.mend();
  await fire.sees(`card-${number}`, 'ACCEPTED');
  await page.getByTestId('kept').waitFor({ state: 'detached' });
  expect(await acceptances(id)).toBe(1);
  await line.cut();
});

test('[V54] the administrator sees who works here, what the profile says and how each part does', async () => {
  const administrator = await signIn('administrator', 'en');
  const { page } = administrator;
  await page.getByRole('button', { name: 'Administration', exact: true }).click();
  for (const part of ['GATEWAY', 'EVENT_STORE', 'DATABASE', 'BOARDS', 'POLICIES'])
    await administrator.sees(`health-${part}`, 'WELL');
  await page.getByTestId('profile-people').getByText('dispatcher2', { exact: true }).waitFor();
  await page.getByRole('button', { name: /^Response plans/ }).click();
  await page.getByTestId('profile-plans').locator('tbody tr').first().waitFor();
});

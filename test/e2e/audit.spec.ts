import { randomUUID } from 'node:crypto';
import { expect, test, vi } from 'vitest';
import { ApiClient, type CommandAnswer } from '../system/apiClient.ts';
import { faults } from './axeFaults.ts';
import type { Person } from './browser.ts';
import { openDesks } from './desks.testkit.ts';

const { signIn, url } = openDesks(undefined, { TOCSIN_SEAL_SECONDS: '1' });

const polled = { timeout: 30_000, interval: 200 };
const id = (...names: readonly string[]) => Object.fromEntries(names.map((name) => [name, 'ID!']));

async function done(answer: Promise<CommandAnswer>): Promise<void> {
  const { __typename, message } = await answer;
  if (__typename !== 'Accepted') throw new Error(`${__typename}: ${message}`);
}

interface Entry {
  readonly revision: string;
  readonly type: string;
}
interface Told {
  readonly incident: string;
  readonly number: string;
  readonly at: (type: string) => string;
}

async function entries(client: ApiClient, incident: string): Promise<readonly Entry[]> {
  const query = 'query($id: ID!) { timeline(incident: $id) { revision type } }';
  return (await client.request(query, { id: incident })).timeline as readonly Entry[];
}

/** An engine of fire, as the recommender would have said it. */
async function engine(client: ApiClient) {
  const query = '{ units(city: "xinghe", department: "fire") { rows { id callSign } } }';
  const { rows } = (await client.request(query)).units as {
    readonly rows: readonly { readonly id: string; readonly callSign: string }[];
  };
  const [first, second] = rows;
  if (!first || !second) throw new Error('fire has no units');
  const considered = [
    { unit: first.id, callSign: first.callSign, seconds: 240, reason: 'CHOSEN' },
    { unit: second.id, callSign: second.callSign, reason: 'COMMITTED' },
  ];
  const given = { rule: 'nearest-capable@1', capability: 'pump', rank: 1, chosen: [first.id] };
  return { unit: first.id, recommendation: { ...given, considered } };
}

/** A fire to which nobody came: fire got the task, saw it only when it was urged, and went late. */
async function tellTheStory(): Promise<Told> {
  const dispatcher = await new ApiClient(url()).signIn('dispatcher');
  const fire = await new ApiClient(url()).signIn('fire');
  const incident = randomUUID();
  const task = randomUUID();
  const about = { incident, task };
  await done(dispatcher.reportIncident(incident, 'Fire in the market hall'));
  const confirm = { type: 'structure-fire' };
  await done(
    dispatcher.command(
      'confirmIncident',
      { incident: 'ID!', confirm: 'ConfirmInput!' },
      { incident, confirm },
    ),
  );
  const tasks = [{ task, department: 'fire', part: 'LEAD', instruction: 'Put it out' }];
  await done(
    dispatcher.command(
      'assignTasks',
      { incident: 'ID!', tasks: '[NewTaskInput!]!' },
      { incident, tasks },
    ),
  );
  await done(dispatcher.addNote(incident, 'The roof has come down'));
  await done(fire.command('acceptTask', id('incident', 'task'), about));
  const sent = { ...(await engine(dispatcher)), incident, assignment: randomUUID() };
  await done(
    dispatcher.command(
      'dispatchUnit',
      { ...id('unit', 'assignment', 'incident'), recommendation: 'RecommendationInput' },
      sent,
    ),
  );
  const late = { id: randomUUID(), occurredAt: new Date(Date.now() - 660_000).toISOString() };
  await dispatcher.request(
    `mutation($command: CommandInput!, $incident: ID!, $note: ID!) {
      addNote(command: $command, incident: $incident, note: $note, text: "First call rang out") {
        __typename } }`,
    { command: late, incident, note: randomUUID() },
  );
  let told: readonly Entry[] = [];
  await vi.waitFor(async () => {
    told = await entries(dispatcher, incident);
    expect(told.map(({ type }) => type)).toContain('UnitCommitted');
  }, polled);
  const at = (type: string): string => told.find((one) => one.type === type)?.revision ?? '';
  const strike = { incident, revision: at('NoteAdded'), reason: 'It was the next building' };
  const struck = { incident: 'ID!', revision: 'Revision!', reason: 'String!' };
  await done(dispatcher.command('strikeEntry', struck, strike));
  const auditor = await new ApiClient(url()).signIn('auditor');
  let number = 0;
  await vi.waitFor(async () => {
    const query = `query($id: ID!, $revision: Revision!) { incident(id: $id) { number }
      proofOf(incident: $id, revision: $revision) { seal { number } } }`;
    const answer = await auditor.request(query, { id: incident, revision: at('UnitCommitted') });
    expect(answer).toMatchObject({
      incident: { number: expect.any(Number) },
      proofOf: { seal: { number: expect.any(Number) } },
    });
    ({ number } = answer.incident as { number: number });
  }, polled);
  return { incident, number: String(number), at };
}

const pane = (auditor: Person, name: string) =>
  auditor.page.locator('.moment > .choice').getByRole('button', { name, exact: true }).click();

/** Keeps a picture, and finds no rule broken that axe knows. */
async function looksRight(auditor: Person, name: string): Promise<void> {
  await auditor.picture(name);
  expect(await faults(auditor.page)).toEqual([]);
}

test('[X57] [X58] [X59] [V42] from “why did nobody come?” to the answer with its proof', async () => {
  const { incident, number, at } = await tellTheStory();
  const auditor = await signIn('auditor', 'en');
  const { page } = auditor;
  await auditor.fill('audit-search', 'market hall');
  await auditor.click(`found-${number}`);

  // When the task had been given: fire's board had it, and nobody there had seen it.
  await auditor.click(`entry-${at('TaskAssigned')}`);
  await pane(auditor, 'Screens');
  await auditor.sees(`then-task-${number}`, 'ASSIGNED');
  expect(await auditor.text('screen-title')).toContain('Fire');
  const then = page.getByTestId(`then-task-${number}`);
  expect(await then.locator('[data-link=seen]').count()).toBe(0);
  await looksRight(auditor, 'walk-screen');
  await auditor.click(`entry-${at('TaskAccepted')}`);
  await auditor.sees(`then-task-${number}`, 'ACCEPTED');
  expect(await then.locator('[data-link=seen]').count()).toBe(1);

  // What changed from then to now, and who did it.
  await pane(auditor, 'What changed');
  await page.getByTestId('compare-from').fill(at('TaskAssigned'));
  const changed = page.locator('[data-path^="tasks."][data-path$=".status"]');
  await changed.getByText('accepted the task').waitFor();
  await looksRight(auditor, 'walk-changes');
  const link = page.url();
  expect(link).toContain(`/changes/${at('TaskAssigned')}`);

  // Why that unit, and who sent it: back to the dispatcher's deed.
  await page.evaluate(
    (to) => {
      window.location.hash = to;
    },
    `#/audit/${incident}/${at('UnitCommitted')}`,
  );
  await page.locator('[data-testid=why-step][data-type=UnitDispatched]').waitFor();
  expect(await page.getByTestId('why-step').count()).toBe(2);
  expect(await auditor.text('why-considered')).toContain('nearest-capable@1');

  // The proof: its hash, the seal over it, the signature.
  await auditor.click('check-proof');
  await auditor.sees('proof');
  expect(await page.locator('[data-testid=proof] [data-status=right]').count()).toBe(3);
  expect(await page.locator('[data-testid=proof] [data-status=wrong]').count()).toBe(0);
  await looksRight(auditor, 'walk-proof');

  // By the times at which things occurred, the late entry comes first; the struck one stays.
  await page.locator('.step-bar').getByRole('button', { name: 'as it occurred' }).click();
  const rows = page.locator('.timeline li');
  await rows.first().getByTestId('late').waitFor();
  expect(await rows.first().textContent()).toContain('First call rang out');
  expect(await page.locator('.timeline li[data-struck=true] s').textContent()).toContain('roof');
  await looksRight(auditor, 'walk-occurred');

  // What he takes along: the status summary as the record then stood.
  await pane(auditor, 'Forms');
  const opened = page.waitForEvent('popup');
  await page.getByTestId('forms').getByRole('button', { name: '中文' }).first().click();
  const form = await opened;
  await form.getByText('事件状态摘要').first().waitFor();
  await form.close();
  await looksRight(auditor, 'walk-forms');

  // The permalink leads another window to the same comparison.
  await page.goto(link);
  await page.reload();
  await changed.getByText('accepted the task').waitFor();
});

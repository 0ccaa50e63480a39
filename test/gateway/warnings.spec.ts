import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Language, Person, report } from './client.ts';
import { accepted, follow, send } from './sending.ts';
import { type Stack, startStack } from './stack.ts';

let stack: Stack;
let dispatcher: Person;
let commander: Person;
let fire: Person;
let auditor: Person;

beforeAll(async () => {
  stack = await startStack();
  const { url } = stack.gateway;
  [dispatcher, commander, fire, auditor] = await Promise.all([
    Person.signedIn(url, 'dispatcher'),
    Person.signedIn(url, 'commander'),
    Person.signedIn(url, 'fire'),
    Person.signedIn(url, 'auditor'),
  ]);
});
afterAll(() => stack.close());

const hours = (count: number): string => new Date(Date.now() + count * 3_600_000).toISOString();
const facts = (rest: object = {}) => ({
  warning: randomUUID(),
  city: 'xinghe',
  hazard: 'Rainstorm',
  level: 'ORANGE',
  area: { districts: ['linjiang'] },
  from: hours(0),
  until: hours(6),
  impact: 'Underpasses flood',
  advice: 'Close the underpasses',
  issuer: 'Meteorological office',
  ...rest,
});
const issueTypes = '$warning: WarningInput!';
const issue = (who: Person, warning: object) => send(who, 'issueWarning', issueTypes, { warning });
const aboutTypes = '$city: ID!, $warning: ID!, $reason: String!';
const about = (warning: string, reason = 'New radar picture') => ({
  city: 'xinghe',
  warning,
  reason,
});
const fields = 'level status until history { type reason by { name } }';

it('[W2] [W3] is seen by every console as it is issued, adjusted and lifted', async () => {
  const board = await follow(fire, 'warning', 'warnings', fields);
  const warning = facts();
  expect(await issue(dispatcher, warning)).toMatchObject(accepted);
  expect(await board.row(warning.warning)).toMatchObject({ level: 'ORANGE', status: 'IN_FORCE' });
  const change = { level: 'RED' };
  const types = `${aboutTypes}, $change: WarningChangeInput!`;
  const adjust = { ...about(warning.warning), change };
  expect(await send(dispatcher, 'adjustWarning', types, adjust)).toMatchObject(accepted);
  expect(await board.row(warning.warning)).toMatchObject({
    level: 'RED',
    until: warning.until,
    history: [{ type: 'WarningIssued' }, { type: 'WarningAdjusted', reason: 'New radar picture' }],
  });
  const lift = about(warning.warning, 'The rain is over');
  expect(await send(commander, 'liftWarning', aboutTypes, lift)).toMatchObject(accepted);
  await board.removed(warning.warning);
  const ended = `{ warnings(city: "xinghe", ended: true) { rows { id status endedAt } } }`;
  expect((await auditor.ask(ended)).data?.warnings?.rows).toContainEqual(
    expect.objectContaining({ id: warning.warning, status: 'LIFTED', endedAt: expect.any(String) }),
  );
  const again = await send(dispatcher, 'adjustWarning', types, adjust);
  expect(again).toMatchObject({ __typename: 'Rejected', code: 'warningStatus' });
  await board.close();
});

it.each<[object, string, string]>([
  [{ hazard: ' ' }, 'required', 'hazard'],
  [{ area: {} }, 'areaEmpty', 'area'],
  [{ area: { cells: ['nowhere'] } }, 'unknownCell', 'area.cells[0]'],
  [{ area: { polygon: [[[1, 1]]] } }, 'polygonTooShort', 'area.polygon[0]'],
  [{ until: hours(-1), from: hours(-2) }, 'inThePast', 'until'],
  [{ advice: '' }, 'required', 'advice'],
])('[W1] [W2] refuses %j with the field at fault', async (rest, code, field) => {
  expect(await issue(dispatcher, facts(rest))).toMatchObject({ code, field });
});

const languages: readonly (readonly [Language, RegExp])[] = [
  ['en', /missing and must be filled in/],
  ['zh-CN', /必须填写|不能为空|缺少/],
];
it.each(languages)('[W3] wants a reason for lifting, in %s', async (language, said) => {
  const warning = facts();
  await issue(dispatcher, warning);
  const who = dispatcher.speaking(language);
  const answer = await send(who, 'liftWarning', aboutTypes, about(warning.warning, ' '));
  expect(answer).toMatchObject({ code: 'required', field: 'reason' });
  expect(answer.message).toMatch(said);
});

it('is issued by nobody but the command centre', async () => {
  for (const who of [fire, auditor])
    expect(await issue(who, facts())).toMatchObject({ code: 'forbidden' });
  const known = facts();
  await issue(dispatcher, known);
  const lift = await send(fire, 'liftWarning', aboutTypes, about(known.warning));
  expect(lift).toMatchObject({ code: 'forbidden' });
  const { errors } = await new Person(stack.gateway.url).ask(
    `{ warnings(city: "xinghe") { cursor } }`,
  );
  expect(errors[0]?.extensions.code).toBe('unauthenticated');
});

it('[W4] expires by itself, on every console', async () => {
  const board = await follow(fire, 'warning', 'warnings', fields);
  const warning = facts({ until: new Date(Date.now() + 1_500).toISOString() });
  expect(await issue(dispatcher, warning)).toMatchObject(accepted);
  await board.removed(warning.warning);
  const ended = `{ warnings(city: "xinghe", ended: true) { rows { id status } } }`;
  expect((await fire.ask(ended)).data?.warnings?.rows).toContainEqual({
    id: warning.warning,
    status: 'EXPIRED',
  });
  await board.close();
});

it('[W5] shows on the incidents inside, and they on it', async () => {
  const { data } = await dispatcher.ask(
    `{ city(id: "xinghe") { cells { id district bounds { west south } } } }`,
  );
  const cells = data?.city?.cells as { id: string; district: string }[];
  const inside = cells.find(({ district }) => district === 'gaoxin')?.id ?? '';
  const warning = facts({ area: { cells: [inside] }, level: 'YELLOW' });
  await issue(dispatcher, warning);
  const [here, elsewhere] = [randomUUID(), randomUUID()];
  const outside = cells.find(({ district }) => district === 'songshan')?.id;
  const at = (incident: string, cell: string | undefined) => ({
    report: { ...report(incident), place: { address: 'Gaoxin Road 1', cell } },
  });
  await dispatcher.send('reportIncident', at(here, inside));
  await dispatcher.send('reportIncident', at(elsewhere, outside));
  const over = 'query($id: ID!) { warningsOver(incident: $id) { id level } }';
  const yellow = { id: warning.warning, level: 'YELLOW' };
  const seen = async (id: string) =>
    (await dispatcher.ask(over, { id })).data as unknown as { readonly warningsOver: object[] };
  await expect.poll(() => seen(here), { timeout: 20_000 }).toEqual({ warningsOver: [yellow] });
  expect(await seen(elsewhere)).toEqual({ warningsOver: [] });
  const warned = '{ warnedIncidents(city: "xinghe") { incident number what warnings } }';
  await expect
    .poll(async () => (await dispatcher.ask(warned)).data?.warnedIncidents, { timeout: 20_000 })
    .toContainEqual({
      incident: here,
      number: expect.any(Number),
      what: 'Smell of gas in the stairwell',
      warnings: [warning.warning],
    });
  expect((await fire.ask(warned)).errors[0]?.extensions.code).toBe('forbidden');
});

it('[E5] the posture is a commander’s to change, and every console shows it', async () => {
  const types = '$city: ID!, $posture: Posture!, $reason: String!';
  const change = (posture: string, reason = 'Typhoon') => ({ city: 'xinghe', posture, reason });
  for (const who of [dispatcher, fire, auditor])
    expect(await send(who, 'changePosture', types, change('ALERT'))).toMatchObject({
      code: 'forbidden',
    });
  expect(await send(commander, 'changePosture', types, change('ALERT', ''))).toMatchObject({
    code: 'required',
    field: 'reason',
  });
  const client = fire.socket();
  const heard = client.iterate<{ readonly status: { readonly posture: object } }>({
    query: 'subscription { status { posture(city: "xinghe") { posture since by reason } } }',
  });
  expect(await send(commander, 'changePosture', types, change('ALERT'))).toMatchObject(accepted);
  const told = async () => (await heard.next()).value?.data?.status.posture;
  await expect.poll(told, { timeout: 20_000 }).toEqual({
    posture: 'ALERT',
    since: expect.any(String),
    by: expect.stringContaining('Zhou Jianguo'),
    reason: 'Typhoon',
  });
  await client.dispose();
});

import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Language, Person, report } from './client.ts';
import { send } from './sending.ts';
import { type Stack, startStack } from './stack.ts';

let stack: Stack;
let dispatcher: Person;
let commander: Person;
let fire: Person;

beforeAll(async () => {
  stack = await startStack();
  const { url } = stack.gateway;
  [dispatcher, commander, fire] = await Promise.all([
    Person.signedIn(url, 'dispatcher'),
    Person.signedIn(url, 'commander'),
    Person.signedIn(url, 'fire'),
  ]);
});
afterAll(() => stack.close());

const languages: readonly Language[] = ['en', 'zh-CN'];
/** A place of its own for each, so that no test finds another's incidents. */
let places = 0;
const somewhere = () => {
  places += 1;
  return { address: `House ${places} of no street` };
};

async function reported(place: object): Promise<string> {
  const incident = randomUUID();
  const sent = dispatcher.send('reportIncident', { report: { ...report(incident), place } });
  expect(await sent).toMatchObject({ __typename: 'Accepted' });
  return incident;
}

const facts = async (incident: string, fields: string) =>
  (await dispatcher.ask(`query($id: ID!) { incident(id: $id) { ${fields} } }`, { id: incident }))
    .data?.incident;

const linking = {
  channel: 'CITIZEN',
  what: 'Smoke here too',
  receivedAt: '2026-01-01T00:00:00.000Z',
  answeredAt: '2026-01-01T00:00:09.000Z',
};

it('[J2] [J3] offers the same incident with its reasons; the report is linked to it', async () => {
  const place = somewhere();
  const incident = await reported(place);
  const query = `query($place: PlaceInput!, $what: String) {
    sameIncidents(city: "xinghe", place: $place, what: $what) {
      score sameAddress minutes words incident { id reports } } }`;
  await expect
    .poll(async () => (await dispatcher.ask(query, { place })).data?.sameIncidents, {
      timeout: 20_000,
    })
    .toMatchObject([{ sameAddress: true, minutes: 0, incident: { id: incident, reports: 1 } }]);
  expect((await fire.ask(query, { place })).errors?.[0]?.extensions.code).toBe('forbidden');
  const linked = { ...linking, report: randomUUID(), place };
  const types = '$incident: ID!, $report: LinkedReportInput!';
  const answer = await send(dispatcher, 'linkReport', types, { incident, report: linked });
  expect(answer).toMatchObject({ __typename: 'Accepted' });
  expect(await facts(incident, 'linked { report channel answeredAt }')).toEqual({
    linked: [{ report: linked.report, channel: 'CITIZEN', answeredAt: linking.answeredAt }],
  });
});

it.each(languages)('[J1] refuses a call answered before it rang, in %s', async (language) => {
  const incident = await reported(somewhere());
  const { receivedAt, answeredAt, ...rest } = linking;
  const values = {
    incident,
    report: {
      ...rest,
      report: randomUUID(),
      place: somewhere(),
      receivedAt: answeredAt,
      answeredAt: receivedAt,
    },
  };
  const types = '$incident: ID!, $report: LinkedReportInput!';
  const answer = await send(dispatcher.speaking(language), 'linkReport', types, values);
  expect(answer).toMatchObject({ code: 'answeredBeforeItRang', field: 'answeredAt' });
  expect(answer.message).toMatch(language === 'en' ? /must ring first/ : /先来电、后接听/);
});

it('[J1] takes a sensor’s report once, however often it is sent', async () => {
  const said = { city: 'xinghe', channel: 'SENSOR', reference: 'GAS-17', what: 'Gas 40 % LEL' };
  const values = { report: { ...said, place: somewhere() } };
  const types = '$report: SubmittedReportInput!';
  const first = await send(dispatcher, 'submitReport', types, values);
  const again = await send(dispatcher, 'submitReport', types, values);
  expect(first).toMatchObject({ __typename: 'Accepted' });
  expect(again).toEqual(first);
});

it.each(languages)('[J4] [J5] merges, refuses itself, and undoes it, in %s', async (language) => {
  const who = dispatcher.speaking(language);
  const [one, other] = [await reported(somewhere()), await reported(somewhere())];
  const types = '$incident: ID!, $into: ID!, $reason: String!';
  const reason = 'The same fire';
  const itself = await send(who, 'mergeIncident', types, { incident: one, into: one, reason });
  expect(itself).toMatchObject({ code: 'mergeIntoItself', field: 'into' });
  expect(itself.message).toMatch(language === 'en' ? /into itself/ : /不能并入自身/);
  const merged = await send(who, 'mergeIncident', types, { incident: one, into: other, reason });
  expect(merged).toMatchObject({ __typename: 'Accepted' });
  expect(await facts(one, 'status mergedInto { incident }')).toEqual({
    status: 'MERGED',
    mergedInto: { incident: other },
  });
  const absorbed = () => facts(other, 'absorbed { incident reports }');
  const polled = { timeout: 20_000 };
  await expect.poll(absorbed, polled).toEqual({ absorbed: [{ incident: one, reports: 1 }] });
  const undone = await send(who, 'undoMerge', '$incident: ID!, $reason: String!', {
    incident: one,
    reason: 'Two fires',
  });
  expect(undone).toMatchObject({ __typename: 'Accepted' });
  await expect.poll(absorbed, polled).toEqual({ absorbed: [] });
  expect(await facts(one, 'status')).toEqual({ status: 'REPORTED' });
});

it.each(languages)('[J9] says to a dispatcher who may set the level, in %s', async (language) => {
  const incident = await reported(somewhere());
  const types = '$incident: ID!, $level: Int!, $reason: String!';
  const values = { incident, level: 2, reason: 'Spreading' };
  const refused = await send(dispatcher.speaking(language), 'setResponseLevel', types, values);
  expect(refused).toMatchObject({ code: 'responseLevelNeedsCommander', field: 'level' });
  expect(refused.message).toMatch(language === 'en' ? /for a commander/ : /须由指挥长设定/);
  const raised = await send(dispatcher, 'setResponseLevel', types, { ...values, level: 3 });
  expect(raised).toMatchObject({ __typename: 'Accepted' });
  expect(await send(commander, 'setResponseLevel', types, values)).toMatchObject({
    __typename: 'Accepted',
  });
  expect(await send(fire, 'setResponseLevel', types, values)).toMatchObject({ code: 'forbidden' });
  expect(await facts(incident, 'responseLevel grade')).toEqual({ responseLevel: 2, grade: null });
});

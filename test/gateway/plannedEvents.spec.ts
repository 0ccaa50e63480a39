import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Person } from './client.ts';
import { accepted, follow, send } from './sending.ts';
import { type Stack, startStack } from './stack.ts';

let stack: Stack;
let dispatcher: Person;
let police: Person;

beforeAll(async () => {
  stack = await startStack();
  const { url } = stack.gateway;
  [dispatcher, police] = await Promise.all([
    Person.signedIn(url, 'dispatcher'),
    Person.signedIn(url, 'police'),
  ]);
});
afterAll(() => stack.close());

const hours = (count: number): string => new Date(Date.now() + count * 3_600_000).toISOString();
const facts = (rest: object = {}) => ({
  event: randomUUID(),
  city: 'xinghe',
  name: 'City marathon',
  area: { districts: ['linjiang'] },
  from: hours(24),
  until: hours(32),
  description: 'Along the river',
  expectedPeople: 20_000,
  ...rest,
});
const schedule = (who: Person, event: object) =>
  send(who, 'scheduleEvent', '$event: PlannedEventInput!', { event });
const types = (rest: string): string => `$city: ID!, $event: ID!, ${rest}`;
const about = (event: string, rest: object) => ({ city: 'xinghe', event, ...rest });

const fields = `status from until posts { post name people } units { callSign department }
  plans { plan version } cancelReason`;

async function scheduled(rest: object = {}): Promise<string> {
  const event = facts(rest);
  expect(await schedule(dispatcher, event)).toMatchObject(accepted);
  return event.event;
}

it('[E1] [E4] is scheduled, and posts, units and plans are put in place, before every console', async () => {
  const board = await follow(police, 'plannedEvent', 'plannedEvents', fields);
  const event = await scheduled();
  expect(await board.row(event)).toMatchObject({ status: 'SCHEDULED', posts: [] });
  const post = {
    post: randomUUID(),
    name: 'North gate',
    place: '1 River Road',
    department: 'police',
    people: 12,
  };
  const place = (people: number) =>
    send(dispatcher, 'placePost', types('$post: EventPostInput!'), {
      ...about(event, { post: { ...post, people } }),
    });
  expect(await place(12)).toMatchObject(accepted);
  expect(await board.row(event)).toMatchObject({ posts: [{ name: 'North gate', people: 12 }] });
  expect(await place(20)).toMatchObject(accepted);
  expect(await board.row(event)).toMatchObject({ posts: [{ post: post.post, people: 20 }] });
  const { data } = await dispatcher.ask(
    '{ units(city: "xinghe") { rows { id callSign department } } }',
  );
  const rows = (data?.units?.rows ?? []) as Record<'id' | 'callSign' | 'department', string>[];
  const [unit] = rows;
  const hold = about(event, { unit: unit?.id });
  expect(await send(dispatcher, 'placeUnit', types('$unit: ID!'), hold)).toMatchObject(accepted);
  const { callSign, department } = unit ?? {};
  expect(await board.row(event)).toMatchObject({ units: [{ callSign, department }] });
  const attach = about(event, { plan: 'gas-leak' });
  expect(await send(dispatcher, 'attachPlan', types('$plan: ID!'), attach)).toMatchObject(accepted);
  expect(await board.row(event)).toMatchObject({ plans: [{ plan: 'gas-leak', version: 1 }] });
  await send(dispatcher, 'detachPlan', types('$plan: ID!'), attach);
  await send(dispatcher, 'releaseUnit', types('$unit: ID!'), hold);
  const remove = about(event, { post: post.post, reason: 'Gate stays shut' });
  await send(dispatcher, 'removePost', types('$post: ID!, $reason: String!'), remove);
  const last = `{ plannedEvents(city: "xinghe") { rows { id posts { post } units { unit } plans { plan } } } }`;
  await expect
    .poll(async () => (await police.ask(last)).data?.plannedEvents?.rows, { timeout: 20_000 })
    .toContainEqual({ id: event, posts: [], units: [], plans: [] });
  await board.close();
});

it('[E2] is amended and cancelled with a reason', async () => {
  const board = await follow(police, 'plannedEvent', 'plannedEvents', fields);
  const event = await scheduled();
  const until = hours(40);
  const change = about(event, { change: { until }, reason: 'Later finish' });
  const amendTypes = types('$change: PlannedEventChangeInput!, $reason: String!');
  expect(await send(dispatcher, 'amendEvent', amendTypes, change)).toMatchObject(accepted);
  await board.row(event);
  expect(await board.row(event)).toMatchObject({ until });
  const cancel = (reason: string) =>
    send(dispatcher, 'cancelEvent', types('$reason: String!'), about(event, { reason }));
  expect(await cancel(' ')).toMatchObject({ code: 'required', field: 'reason' });
  expect(await cancel('Storm')).toMatchObject(accepted);
  await board.removed(event);
  expect(await send(dispatcher, 'amendEvent', amendTypes, change)).toMatchObject({
    code: 'eventStatus',
  });
  await board.close();
});

it('[E3] begins and ends by itself, and by hand ahead of its window', async () => {
  const board = await follow(police, 'plannedEvent', 'plannedEvents', fields);
  const soon = (seconds: number): string => new Date(Date.now() + seconds * 1000).toISOString();
  const event = await scheduled({ from: soon(1), until: soon(2.5) });
  await board.row(event);
  expect(await board.row(event)).toMatchObject({ status: 'UNDERWAY' });
  await board.removed(event);
  const byHand = await scheduled();
  await board.row(byHand);
  const turn = (name: string) =>
    send(dispatcher, name, types('$reason: String!'), about(byHand, { reason: 'Crowd is early' }));
  expect(await turn('endEvent')).toMatchObject({ code: 'eventStatus' });
  expect(await turn('beginEvent')).toMatchObject(accepted);
  let row: object = {};
  while (!('status' in row && row.status === 'UNDERWAY')) row = await board.row(byHand);
  expect(await turn('endEvent')).toMatchObject(accepted);
  await board.removed(byHand);
  await board.close();
});

it.each<[object, string, string]>([
  [{ name: '' }, 'required', 'name'],
  [{ area: {} }, 'areaEmpty', 'area'],
  [{ area: { districts: ['x'] } }, 'unknownDistrict', 'area.districts[0]'],
  [{ until: hours(24), from: hours(24) }, 'endsBeforeStart', 'until'],
  [{ expectedPeople: -1 }, 'outOfRange', 'expectedPeople'],
])('[E1] refuses %j with the field at fault', async (rest, code, field) => {
  expect(await schedule(dispatcher, facts(rest))).toMatchObject({ code, field });
});

it('[E4] refuses a post of no department, a unit and a plan that there is none of', async () => {
  const event = await scheduled();
  const post = { post: randomUUID(), name: 'Gate', place: 'River', department: 'x', people: 1 };
  const put = (name: string, given: string, values: object) =>
    send(dispatcher, name, types(given), about(event, values));
  expect(await put('placePost', '$post: EventPostInput!', { post })).toMatchObject({
    code: 'unknownDepartment',
    field: 'department',
  });
  expect(await put('placeUnit', '$unit: ID!', { unit: 'xinghe.X9' })).toMatchObject({
    code: 'unknownUnit',
    field: 'unit',
  });
  expect(await put('attachPlan', '$plan: ID!', { plan: 'x' })).toMatchObject({
    code: 'unknownPlan',
    field: 'plan',
  });
});

it('is scheduled by nobody but the command centre', async () => {
  expect(await schedule(police, facts())).toMatchObject({ code: 'forbidden' });
  const event = await scheduled();
  const cancel = about(event, { reason: 'No' });
  expect(await send(police, 'cancelEvent', types('$reason: String!'), cancel)).toMatchObject({
    code: 'forbidden',
  });
});

import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Person, report } from './client.ts';
import { accepted, follow, send } from './sending.ts';
import { type Stack, startStack } from './stack.ts';

let stack: Stack;
let dispatcher: Person;
let dispatcher2: Person;
let fire: Person;
let officer: Person;
let gas: Person;

beforeAll(async () => {
  stack = await startStack();
  const { url } = stack.gateway;
  [dispatcher, dispatcher2, fire, officer, gas] = await Promise.all([
    Person.signedIn(url, 'dispatcher'),
    Person.signedIn(url, 'dispatcher2'),
    Person.signedIn(url, 'fire'),
    Person.signedIn(url, 'fire-duty'),
    Person.signedIn(url, 'gas'),
  ]);
});
afterAll(() => stack.close());

const desk = (department: string, rest: object = {}) => ({ city: 'xinghe', department, ...rest });
const roleTypes = '$city: ID!, $department: ID!, $role: DutyRole!';
const take = (who: Person, department: string, role = 'LIAISON') =>
  send(who, 'takeDuty', roleTypes, desk(department, { role }));
const end = (who: Person, department: string) =>
  send(who, 'endDuty', roleTypes, desk(department, { role: 'LIAISON' }));
const handTypes = `${roleTypes}, $handover: ID!, $to: ID!, $note: String!`;
const handOver = (who: Person, department: string, rest: object) =>
  send(who, 'handOverShift', handTypes, desk(department, { role: 'LIAISON', ...rest }));
const answerTypes = '$city: ID!, $department: ID!, $handover: ID!';
const answer = (who: Person, name: string, department: string, handover: string) =>
  send(who, name, answerTypes, desk(department, { handover }));
const fields = 'onDuty { account role since } handovers { id status note counts { incidents } }';

interface DeskRow {
  readonly onDuty: readonly { readonly account: string }[];
  readonly handovers: readonly object[];
}

it('[D1] every console sees who takes duty and who ends it', async () => {
  const board = await follow(gas, 'duty', 'duties', fields);
  expect(await take(officer, 'fire', 'DUTY_OFFICER')).toMatchObject(accepted);
  expect(await board.row('xinghe.fire')).toMatchObject({
    onDuty: [{ account: 'fire-duty', role: 'DUTY_OFFICER', since: expect.any(String) }],
  });
  expect(await take(fire, 'gas')).toMatchObject({ code: 'mayNotTakeDuty', field: 'department' });
  expect(await take(dispatcher, 'fire')).toMatchObject({
    code: 'mayNotTakeDuty',
    field: 'department',
  });
  const relieve = desk('fire', { role: 'DUTY_OFFICER', account: 'fire-duty', reason: 'Went home' });
  const types = `${roleTypes}, $account: ID!, $reason: String!`;
  expect(await send(gas, 'relieveDuty', types, relieve)).toMatchObject({ code: 'forbidden' });
  expect(await send(dispatcher, 'relieveDuty', types, { ...relieve, reason: '' })).toMatchObject({
    code: 'required',
    field: 'reason',
  });
  expect(await send(dispatcher, 'relieveDuty', types, relieve)).toMatchObject(accepted);
  expect(await board.row('xinghe.fire')).toMatchObject({ onDuty: [] });
  await board.close();
});

it('[D2] [D3] a shift is handed over with what is open, and nobody is missing in between', async () => {
  const board = await follow(gas, 'duty', 'duties', fields);
  const incident = randomUUID();
  await dispatcher.send('reportIncident', { report: report(incident) });
  const centre = 'command-centre';
  expect(await take(dispatcher, centre)).toMatchObject(accepted);
  await board.row(`xinghe.${centre}`);
  const open = `{ openWork(city: "xinghe", department: "${centre}") { incidents { id } } }`;
  await expect
    .poll(async () => (await dispatcher.ask(open)).data?.openWork, { timeout: 20_000 })
    .toMatchObject({ incidents: [{ id: incident }] });
  expect((await gas.ask(open)).errors[0]?.extensions.code).toBe('forbidden');

  const handover = randomUUID();
  const offer = { handover, to: 'dispatcher2', note: 'Gas leak: caller waits at the gate' };
  expect(await handOver(dispatcher, centre, { ...offer, to: 'gas' })).toMatchObject({
    code: 'mayNotTakeDuty',
    field: 'to',
  });
  expect(await handOver(dispatcher, centre, { ...offer, note: ' ' })).toMatchObject({
    code: 'required',
    field: 'note',
  });
  expect(await handOver(dispatcher, centre, offer)).toMatchObject(accepted);
  expect(await board.row(`xinghe.${centre}`)).toMatchObject({
    handovers: [{ id: handover, status: 'OFFERED', note: offer.note, counts: { incidents: 1 } }],
  });
  expect(await end(dispatcher, centre)).toMatchObject({ code: 'handoverPending' });
  expect(await answer(dispatcher, 'acceptHandover', centre, handover)).toMatchObject({
    code: 'handoverNotYours',
  });
  expect(await answer(dispatcher2, 'acceptHandover', centre, handover)).toMatchObject(accepted);
  const onDuty: string[] = [];
  while (onDuty.at(-1) !== 'dispatcher2') {
    const row = (await board.row(`xinghe.${centre}`)) as DeskRow;
    onDuty.push(row.onDuty.map(({ account }) => account).join(' '));
    expect(row.handovers).toMatchObject([{ status: 'ACCEPTED' }]);
  }
  expect(onDuty).not.toContain('');
  const read = `{ handover(city: "xinghe", department: "${centre}", id: "${handover}") {
    note from { account } open { incidents { id what status } tasks { id } actions { id } } } }`;
  expect((await dispatcher2.ask(read)).data?.handover).toEqual({
    note: offer.note,
    from: { account: 'dispatcher' },
    open: {
      incidents: [{ id: incident, what: 'Smell of gas in the stairwell', status: 'reported' }],
      tasks: [],
      actions: [],
    },
  });
  await board.close();
});

it('[D3] an offered handover is withdrawn by the one who offered it', async () => {
  await take(gas, 'gas');
  const handover = randomUUID();
  const offer = { handover, to: 'gas-duty', note: 'Quiet night' };
  expect(await handOver(gas, 'gas', offer)).toMatchObject(accepted);
  expect(await handOver(gas, 'gas', { ...offer, handover: randomUUID() })).toMatchObject({
    code: 'handoverPending',
  });
  expect(await answer(gas, 'withdrawHandover', 'gas', handover)).toMatchObject(accepted);
  expect(await end(gas, 'gas')).toMatchObject(accepted);
  expect(await handOver(gas, 'gas', { ...offer, handover: randomUUID() })).toMatchObject({
    code: 'notOnDuty',
    field: 'role',
  });
});

it('[D4] the roster says who should be on duty at a moment', async () => {
  // 10:00 and 22:00 in Xinghe.
  const query = `query($at: DateTime!) { roster(city: "xinghe", at: $at) {
    id department people { account role } } }`;
  const people = [
    { account: 'fire', role: 'LIAISON' },
    { account: 'fire-duty', role: 'DUTY_OFFICER' },
  ];
  for (const [at, id] of [
    ['2026-11-21T02:00:00.000Z', 'fire-day'],
    ['2026-11-21T14:00:00.000Z', 'fire-night'],
  ] as const) {
    const { data } = await gas.ask(query, { at });
    const shifts = data?.roster as unknown as { readonly department: string }[];
    expect(shifts.filter(({ department }) => department === 'fire')).toEqual([
      { id, department: 'fire', people },
    ]);
  }
});

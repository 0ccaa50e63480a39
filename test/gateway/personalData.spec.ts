import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Person, report } from './client.ts';
import { eventsAfter } from './eventsAfter.ts';
import { type Stack, startStack } from './stack.ts';

let stack: Stack;
let people: Record<'dispatcher' | 'commander' | 'auditor' | 'fire' | 'admin', Person>;

beforeAll(async () => {
  stack = await startStack();
  const { url } = stack.gateway;
  const [dispatcher, commander, auditor, fire, admin] = await Promise.all(
    ['dispatcher', 'commander', 'auditor', 'fire', 'administrator'].map((one) =>
      Person.signedIn(url, one),
    ),
  );
  if (!dispatcher || !commander || !auditor || !fire || !admin) throw new Error('nobody');
  people = { dispatcher, commander, auditor, fire, admin };
});
afterAll(() => stack.close());

const caller = { name: 'Zhao Ping', phone: '13955501234', address: '7 Lake Lane' };

async function reported(reporter: object = caller): Promise<string> {
  const incident = randomUUID();
  const answer = await people.dispatcher.send('reportIncident', {
    report: { ...report(incident), reporter },
  });
  expect(answer).toMatchObject({ __typename: 'Accepted' });
  return incident;
}

const look = (person: Person, incident: string, reason?: string) =>
  person.ask(
    `query($incident: ID!, $reason: String) { personalData(incident: $incident, reason: $reason) {
      state name phone address } }`,
    { incident, ...(reason === undefined ? {} : { reason }) },
  );
const fault = async (answer: ReturnType<typeof look>) => (await answer).errors[0]?.extensions;

async function stateOf(incident: string): Promise<unknown> {
  const { data } = await people.dispatcher.ask(
    'query($id: ID!) { incident(id: $id) { reporter { state } personalDataErased { note } } }',
    { id: incident },
  );
  return data?.incident;
}

const cancel = async (incident: string): Promise<void> => {
  const answer = await people.dispatcher.send('cancelIncident', {
    incident,
    reason: 'FALSE',
    note: 'Nothing there',
  });
  expect(answer).toMatchObject({ __typename: 'Accepted' });
};

describe('[X23] who reported', () => {
  it('is told to the command centre, for a reason to auditors, and to nobody else', async () => {
    const incident = await reported();
    const told = [{ state: 'KEPT', ...caller }];
    expect((await look(people.dispatcher, incident)).data?.personalData).toEqual(told);
    expect((await look(people.commander, incident)).data?.personalData).toEqual(told);
    expect(await fault(look(people.auditor, incident))).toMatchObject({
      code: 'required',
      field: 'reason',
    });
    expect((await look(people.auditor, incident, 'Complaint 4')).data?.personalData).toEqual(told);
    for (const nobody of [people.fire, people.admin])
      expect(await fault(look(nobody, incident, 'Curious'))).toMatchObject({ code: 'forbidden' });
    expect(await stateOf(incident)).toEqual({
      reporter: { state: 'KEPT' },
      personalDataErased: null,
    });
    const { data } = await people.dispatcher.ask(
      'query($id: ID!) { timeline(incident: $id) { type data } }',
      { id: incident },
    );
    expect(data?.timeline).toMatchObject([{ type: 'IncidentReported', data: { reporter: {} } }]);
    expect(JSON.stringify(data)).not.toMatch(/ciphertext|Zhao/);
  });

  it('leaves a trace before it is told: who, which incident, and why', async () => {
    const incident = await reported();
    const before = await stack.store.lastPosition();
    await look(people.dispatcher, incident);
    await look(people.auditor, incident, 'Complaint 6');
    const events = await eventsAfter(stack.store, before, 'access-');
    expect(
      events.map(({ type, data, meta }) => ({ type, by: meta.actor.id, ...data })),
    ).toMatchObject([
      { type: 'PersonalDataRead', by: 'dispatcher', incident },
      { type: 'PersonalDataRead', by: 'auditor', incident, reason: 'Complaint 6' },
    ]);
  });

  it('is told for a reason only once it is over', async () => {
    const incident = await reported();
    await cancel(incident);
    expect(await fault(look(people.dispatcher, incident))).toMatchObject({ field: 'reason' });
    const answer = await look(people.dispatcher, incident, 'The caller rang again');
    expect(answer.data?.personalData).toMatchObject([{ state: 'KEPT' }]);
  });

  it('[X20] is nowhere in the read models, whoever was named where', async () => {
    await reported();
    const { position } = await people.dispatcher.send('reportIncident', {
      report: { ...report(randomUUID()), reporter: caller },
    });
    await people.dispatcher.ask(
      'query($wait: Position!) { incidents(city: "xinghe", waitFor: $wait) { cursor } }',
      { wait: position },
    );
    const { rows: tables } = await stack.pool.query<{ name: string }>(
      `select format('%I.%I', table_schema, table_name) as name from information_schema.tables
       where table_schema not in ('pg_catalog', 'information_schema') and table_type = 'BASE TABLE'`,
    );
    expect(tables.length).toBeGreaterThan(10);
    for (const { name } of tables)
      for (const part of Object.values(caller)) {
        const found = await stack.pool.query(
          `select from ${name} as one where one::text like '%' || $1 || '%' limit 1`,
          [part],
        );
        expect(found.rowCount, name).toBe(0);
      }
  });
});

describe('[X22] erasing', () => {
  const erase = (person: Person, incident: string, reason = 'Asked for') =>
    person.send('erasePersonalData', { incident, reason });

  it('is for administrators, once it has ended; everything but the person stays', async () => {
    const incident = await reported();
    expect(await erase(people.admin, incident)).toMatchObject({
      __typename: 'Rejected',
      code: 'incidentStatus',
    });
    await cancel(incident);
    for (const nobody of [people.dispatcher, people.commander, people.auditor, people.fire])
      expect(await erase(nobody, incident)).toMatchObject({ code: 'forbidden' });
    expect(await erase(people.admin, incident, ' ')).toMatchObject({ field: 'reason' });
    expect(await erase(people.admin, incident)).toMatchObject({ __typename: 'Accepted' });
    expect(await stateOf(incident)).toEqual({
      reporter: { state: 'ERASED' },
      personalDataErased: { note: 'Asked for' },
    });
    const answer = await look(people.auditor, incident, 'Complaint 5');
    expect(answer.data?.personalData).toEqual([
      { state: 'ERASED', name: null, phone: null, address: null },
    ]);
  });

  it('takes the number that people know an incident by', async () => {
    const incident = await reported();
    await cancel(incident);
    const number = async () =>
      (
        await people.dispatcher.ask('query($id: ID!) { incident(id: $id) { number } }', {
          id: incident,
        })
      ).data?.incident?.number;
    await expect.poll(number, { timeout: 20_000 }).toEqual(expect.any(Number));
    const { data } = await people.admin.ask(
      `mutation($command: CommandInput!, $incident: ID!) { erasePersonalData(
        command: $command, incident: $incident, city: "xinghe", reason: "Asked for") {
        __typename } }`,
      { command: { id: randomUUID() }, incident: String(await number()) },
    );
    expect(data?.erasePersonalData).toEqual({ __typename: 'Accepted' });
    expect(await stateOf(incident)).toMatchObject({ reporter: { state: 'ERASED' } });
  });
});

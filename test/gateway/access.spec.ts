import { randomUUID } from 'node:crypto';
import type { LogEvent } from '@tocsin/domain';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Person, report, task } from './client.ts';
import { eventsAfter } from './eventsAfter.ts';
import { accepted, send } from './sending.ts';
import { type Stack, startStack } from './stack.ts';

let stack: Stack;
let dispatcher: Person;
let auditor: Person;
let fire: Person;
const incident = randomUUID();
const given = task('police');

beforeAll(async () => {
  stack = await startStack();
  const { url } = stack.gateway;
  [dispatcher, auditor, fire] = await Promise.all([
    Person.signedIn(url, 'dispatcher'),
    Person.signedIn(url, 'auditor'),
    Person.signedIn(url, 'fire'),
  ]);
  await dispatcher.send('reportIncident', { report: report(incident) });
  await dispatcher.send('confirmIncident', { incident, confirm: { type: 'gas-leak' } });
  await dispatcher.send('assignTasks', { incident, tasks: [given] });
});
afterAll(() => stack.close());

/** What the access log has of what a test does, once that is answered. */
async function traced(act: () => Promise<unknown>): Promise<readonly LogEvent[]> {
  const before = await stack.store.lastPosition();
  await act();
  return eventsAfter(stack.store, before, 'access-');
}
const brief = (events: readonly LogEvent[]) =>
  events.map(({ type, data, meta: { actor } }) => ({ type, by: actor.id, ...data }));

const signingIn = (account: string, password: string) =>
  new Person(stack.gateway.url).ask(
    'mutation($a: String!, $p: String!) { signIn(account: $a, password: $p) { __typename } }',
    { a: account, p: password },
  );
const timeline = 'query($incident: ID!) { timeline(incident: $incident) { type } }';

describe('[X30] the access log', () => {
  it('has every sign-in, and every one that was refused', async () => {
    const events = await traced(async () => {
      await signingIn('commander', 'tocsin-demo');
      await signingIn('commander', 'hunter2-wrong');
      await signingIn('hunter2-typed-here', 'x');
    });
    const known = { what: 'signIn', address: expect.stringContaining('127.0.0.1') };
    const code = 'wrongCredentials';
    expect(brief(events)).toMatchObject([
      { type: 'SignedIn', by: 'commander', ...known },
      { type: 'SignInRefused', by: 'system:gateway', account: 'commander', code, ...known },
      { type: 'SignInRefused', by: 'system:gateway', code, ...known },
    ]);
    expect(JSON.stringify(events.map(({ data, meta }) => [data, meta]))).not.toMatch(/hunter2/);
  });

  it('has a command and a query that the rule refuses, with the console', async () => {
    const events = await traced(async () => {
      const command = { console: 'web-7' };
      await fire.send('acceptTask', { incident, task: given.task }, command);
      const query = JSON.stringify({ query: timeline, variables: { incident } });
      await fire.post(query, { 'x-tocsin-console': 'web-8' });
      await fire.ask('{ incidents(city: "nowhere\u0007<b>") { cursor } }');
    });
    expect(brief(events)).toMatchObject([
      { type: 'AttemptRefused', by: 'fire', what: 'acceptTask', code: 'forbidden', incident },
      { type: 'AttemptRefused', by: 'fire', what: 'timeline', code: 'forbidden', incident },
      { type: 'AttemptRefused', by: 'fire', what: 'incidents' },
    ]);
    expect(events.map(({ meta }) => meta.actor.console)).toEqual(['web-7', 'web-8', undefined]);
    expect(events[2]?.data).not.toHaveProperty('city');
  });

  it('has an attempt over a socket, and tokens that open nothing', async () => {
    const client = fire.socket();
    const forged = 'eyJhbGciOiJIUzI1NiJ9.forged.token';
    const events = await traced(async () => {
      const asked = client.iterate({
        query:
          'subscription($id: ID!) { incidentRecord(id: $id, after: "0") { entries { type } } }',
        variables: { id: incident },
      });
      const { value } = await asked.next();
      expect(value?.errors).toMatchObject([{ extensions: { code: 'forbidden' } }]);
      await new Person(stack.gateway.url, forged).ask('{ viewer { name } }');
      await expect
        .poll(() => new Person(stack.gateway.url, forged).ask('{ viewer { name } }'))
        .toMatchObject({ status: 401 });
    });
    await client.dispose();
    expect(brief(events)).toMatchObject([
      { type: 'AttemptRefused', by: 'fire', what: 'incidentRecord', code: 'forbidden', incident },
      { type: 'AttemptRefused', by: 'system:gateway', what: 'token', code: 'unauthenticated' },
      { type: 'AttemptRefused', by: 'system:gateway', what: 'token', code: 'unauthenticated' },
    ]);
    expect(JSON.stringify(events.map(({ data, meta }) => [data, meta]))).not.toMatch(/forged/);
  });

  it('has who read a record or its past before it is answered, and the report', async () => {
    const asked = { incident };
    const events = await traced(async () => {
      await auditor.ask(timeline, asked);
      await auditor.ask(timeline, asked);
      await dispatcher.ask(
        'query($incident: ID!) { incident(id: $incident, revision: "0") { status } }',
        asked,
      );
      await dispatcher.ask('query($incident: ID!) { incident(id: $incident) { status } }', asked);
      await auditor.ask(
        'query($incident: ID!) { afterActionReport(incident: $incident, format: HTML) }',
        asked,
      );
      const asOf = { position: String(await stack.store.lastPosition()) };
      const query = `query($asOf: MomentInput) { incidents(city: "xinghe", asOf: $asOf) { cursor } }`;
      await auditor.ask(query, { asOf });
    });
    const city = 'xinghe';
    expect(brief(events)).toMatchObject([
      { type: 'RecordRead', by: 'auditor', what: 'timeline', incident, city },
      { type: 'RecordRead', by: 'dispatcher', what: 'incident', incident, detail: 'revision 0' },
      { type: 'RecordExported', by: 'auditor', what: 'afterActionReport', incident },
      { type: 'RecordRead', by: 'auditor', what: 'incident board', city },
    ]);
  });

  it('[X31] is bounded: a flood of refused attempts is three events and a count', async () => {
    const gateway = await stack.startGateway();
    const flooding = new Person(gateway.url, fire.token);
    const before = await stack.store.lastPosition();
    const attempts = Array.from({ length: 200 }, () =>
      flooding.send('acceptTask', { incident, task: given.task }),
    );
    await Promise.all(attempts);
    await gateway.close();
    const events = await eventsAfter(stack.store, before, 'access-');
    expect(brief(events)).toMatchObject([
      ...Array(3).fill({ type: 'AttemptRefused', what: 'acceptTask' }),
      { type: 'AccessRepeated', of: 'attemptRefused', what: 'acceptTask', count: 197, incident },
    ]);
  });
});

interface Entry {
  readonly kind: string;
  readonly by: { readonly id: string } | null;
  readonly what: string;
  readonly incident: string | null;
}
const search = `query($filter: AccessFilter, $limit: Int, $before: Position, $waitFor: Position) {
  log: accessLog(city: "xinghe", filter: $filter, limit: $limit, before: $before, waitFor: $waitFor) {
    rows { position kind by { id } what incident account count } } }`;

/** The access log as the auditor finds it, with everything that was recorded until now. */
async function found(who: Person, variables: object): Promise<readonly Entry[]> {
  const waitFor = String(await stack.store.lastPosition());
  const { data, errors } = await who.ask(search, { ...variables, waitFor });
  expect(errors).toEqual([]);
  return data?.log?.rows as readonly Entry[];
}

describe('[X32] the access log is searched by auditors and administrators', () => {
  it('by person, incident and kind, newest first, a page at a time', async () => {
    await signingIn('gas', 'wrong');
    await fire.ask(timeline, { incident });
    await auditor.ask(timeline, { incident });
    const ofGas = await found(auditor, { filter: { account: 'gas' } });
    expect(ofGas).toMatchObject([{ kind: 'SIGN_IN_REFUSED', by: null, account: 'gas' }]);
    const ofIncident = await found(auditor, { filter: { incident } });
    expect(new Set(ofIncident.map((entry) => entry.incident))).toEqual(new Set([incident]));
    const kinds = ['ATTEMPT_REFUSED'];
    const refused = await found(auditor, { filter: { incident, kinds } });
    expect(refused.length).toBeGreaterThan(0);
    expect(refused.every(({ kind, by }) => kind === 'ATTEMPT_REFUSED' && by?.id === 'fire')).toBe(
      true,
    );
    const all = await found(auditor, { limit: 50 });
    const [first, second] = all;
    const next = await found(auditor, { limit: 1, before: Object(first).position });
    expect(next).toEqual([second]);
  });

  it('leaves a trace of its own, and is refused to everybody else', async () => {
    const administrator = await Person.signedIn(stack.gateway.url, 'administrator');
    const filter = { account: 'fire' };
    const events = await traced(async () => {
      await administrator.ask(search, { filter });
      for (const who of [dispatcher, fire]) {
        const { errors } = await who.ask(search, { filter });
        expect(errors).toMatchObject([{ extensions: { code: 'forbidden' } }]);
      }
    });
    expect(brief(events)).toMatchObject([
      { type: 'RecordRead', by: 'administrator', what: 'accessLog', detail: 'account fire' },
      { type: 'AttemptRefused', by: 'dispatcher', what: 'accessLog', city: 'xinghe' },
      { type: 'AttemptRefused', by: 'fire', what: 'accessLog', city: 'xinghe' },
    ]);
  });
});

describe('[X36] a legal hold', () => {
  const hold = randomUUID();
  const types = '$incident: ID!, $hold: ID!, $reason: String!';
  const asked =
    'query($id: ID!) { incident(id: $id) { held holds { id reason lifted { note } } } }';

  it('is placed and lifted by who may, with a reason', async () => {
    const values = { incident, hold, reason: 'A claim of the tenants' };
    expect(await send(dispatcher, 'placeLegalHold', types, values)).toMatchObject({
      code: 'forbidden',
    });
    expect(await send(auditor, 'placeLegalHold', types, values)).toMatchObject(accepted);
    const held = await auditor.ask(asked, { id: incident });
    expect(held.data?.incident).toMatchObject({ held: true, holds: [{ id: hold, lifted: null }] });
    const lift = { incident, hold, reason: 'settled' };
    const commander = await Person.signedIn(stack.gateway.url, 'commander');
    expect(await send(commander, 'liftLegalHold', types, lift)).toMatchObject(accepted);
    const lifted = await auditor.ask(asked, { id: incident });
    expect(lifted.data?.incident).toMatchObject({
      held: false,
      holds: [{ reason: values.reason, lifted: { note: 'settled' } }],
    });
  });
});

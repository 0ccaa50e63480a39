import { execFile } from 'node:child_process';
import { generateKeyPairSync, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
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
    'query($id: ID!) { retention(incident: $id) { incident held holds { id reason lifted { note } } } }';

  it('is placed and lifted by who may, with a reason', async () => {
    const values = { incident, hold, reason: 'A claim of the tenants' };
    expect(await send(dispatcher, 'placeLegalHold', types, values)).toMatchObject({
      code: 'forbidden',
    });
    expect(await send(auditor, 'placeLegalHold', types, values)).toMatchObject(accepted);
    const held = await auditor.ask(asked, { id: incident });
    expect(held.data?.retention).toMatchObject({ held: true, holds: [{ id: hold, lifted: null }] });
    const lift = { incident, hold, reason: 'settled' };
    const commander = await Person.signedIn(stack.gateway.url, 'commander');
    expect(await send(commander, 'liftLegalHold', types, lift)).toMatchObject(accepted);
    const lifted = await auditor.ask(asked, { id: incident });
    expect(lifted.data?.retention).toMatchObject({
      held: false,
      holds: [{ reason: values.reason, lifted: { note: 'settled' } }],
    });
  });

  it('is shown to who may place one, also where they may not read the record', async () => {
    const administrator = await Person.signedIn(stack.gateway.url, 'administrator');
    const seen = await administrator.ask(asked, { id: incident });
    expect(seen.data?.retention).toMatchObject({
      incident,
      held: false,
      holds: [{ reason: 'A claim of the tenants' }],
    });
    for (const who of [dispatcher, fire]) {
      const { errors } = await who.ask(asked, { id: incident });
      expect(errors).toMatchObject([{ extensions: { code: 'forbidden' } }]);
    }
  });
});

describe('[X34] who could have seen it', () => {
  const asked = `query($incident: ID!, $at: MomentInput!) { found: couldSee(incident: $incident, at: $at) {
    reported departments people { account whole tasks onDuty { department } }
    chains { task link evidence { by { id console } } } reads { kind what by { id console } task } } }`;
  interface Found {
    readonly reported: boolean;
    readonly departments: readonly string[];
    readonly people: readonly { readonly account: string; readonly tasks: readonly string[] }[];
    readonly chains: readonly object[];
    readonly reads: readonly object[];
  }
  const couldSee = async (at: unknown): Promise<Found> => {
    const variables = { incident: seen, at: { position: String(at) } };
    const { data, errors } = await auditor.ask(asked, variables);
    expect(errors).toEqual([]);
    return data?.found as unknown as Found;
  };
  const seen = randomUUID();
  const one = task('fire');

  it('goes by what was assigned and by the appointments of that moment', async () => {
    const earlier = await stack.store.lastPosition();
    const reported = await dispatcher.send('reportIncident', { report: report(seen) });
    const confirm = { type: 'gas-leak' };
    await dispatcher.send('confirmIncident', { incident: seen, confirm });
    const assigned = await dispatcher.send('assignTasks', { incident: seen, tasks: [one] });
    expect(await couldSee(earlier)).toMatchObject({
      reported: false,
      departments: [],
      people: [],
      chains: [],
    });
    const before = await couldSee(reported.position);
    expect(before.reported).toBe(true);
    const accountsOf = ({ people }: Found) => people.map(({ account }) => account);
    expect(accountsOf(before)).toEqual(expect.arrayContaining(['auditor', 'dispatcher']));
    expect(accountsOf(before)).not.toContain('fire');
    expect(before.departments).toEqual([]);
    const after = await couldSee(assigned.position);
    expect(after.departments).toEqual(['fire']);
    expect(after.people.find(({ account }) => account === 'fire')?.tasks).toEqual([one.task]);
    expect(accountsOf(after)).not.toContain('police');
  });

  it('[X35] tells by whom and at which console it was delivered and seen, further ones too', async () => {
    const values = { incident: seen, task: one.task };
    await fire.send('recordDelivery', values, { console: 'web-1' });
    await fire.send('recordSeen', values, { console: 'web-1' });
    await fire.send('recordSeen', values, { console: 'web-2' });
    const { chains, reads } = await couldSee(await stack.store.lastPosition());
    expect(chains).toMatchObject([
      { link: 'ASSIGNED', evidence: { by: { id: 'dispatcher' } } },
      { link: 'DELIVERED', evidence: { by: { id: 'fire', console: 'web-1' } } },
      { link: 'SEEN', evidence: { by: { id: 'fire', console: 'web-1' } } },
    ]);
    expect(reads).toContainEqual({
      kind: 'RECORD_READ',
      what: 'recordSeen',
      by: { id: 'fire', console: 'web-2' },
      task: one.task,
    });
  });

  it('is for auditors and administrators', async () => {
    const at = { position: '0' };
    const { errors } = await dispatcher.ask(asked, { incident: seen, at });
    expect(errors).toMatchObject([{ extensions: { code: 'forbidden' } }]);
  });
});

describe('on the command line', () => {
  const run = promisify(execFile);
  const launcher = fileURLToPath(new URL('../../local/bin/tocsin.mjs', import.meta.url));
  const folder = mkdtempSync(join(tmpdir(), 'tocsin-exports-'));
  const key = generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' });
  beforeAll(() => writeFileSync(join(folder, 'seal.key'), key, { mode: 0o600 }));
  afterAll(() => rmSync(folder, { recursive: true }));
  const tocsin = (...args: readonly string[]) =>
    run(process.execPath, [launcher, ...args], {
      cwd: folder,
      env: { PATH: process.env.PATH, LC_ALL: 'C', TOCSIN_DATA: folder, ...stack.env },
    });

  it('[X39] [X10] an incident is exported by its number, which stands in the access log', async () => {
    const out = join(folder, 'bundle');
    const query = '{ incidents(city: "xinghe") { rows { id number } } }';
    const { data } = await dispatcher.ask(query);
    const rows = data?.incidents?.rows as { readonly id: string; readonly number: number }[];
    const number = rows.find(({ id }) => id === incident)?.number;
    const events = await traced(() =>
      tocsin(
        'export',
        '--incident',
        `${number}`,
        '--out',
        out,
        '--by',
        'Chen Jing',
        '--reason',
        'court',
      ),
    );
    expect(brief(events)).toMatchObject([
      { type: 'RecordExported', what: 'tocsin export', incident, city: 'xinghe', reason: 'court' },
    ]);
    expect(events[0]?.meta.actor.name).toContain('Chen Jing (');
    expect((await tocsin('verify', out, '--json')).stdout).toContain('"verified": true');
  });

  it('[X1] the log of a server is verified', async () => {
    const { stdout } = await tocsin('verify', '--store', stack.env.EVENTSTORE_URL, '--json');
    expect(JSON.parse(stdout)).toMatchObject({ verified: true, faults: [] });
  });
});

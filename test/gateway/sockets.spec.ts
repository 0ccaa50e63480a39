import { createHmac, randomUUID } from 'node:crypto';
import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Client } from 'graphql-ws';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { type GraphqlError, type Language, Person, report, task } from './client.ts';
import { type Stack, startStack } from './stack.ts';

let stack: Stack;
let dispatcher: Person;
let fire: Person;
const clients: Client[] = [];

beforeAll(async () => {
  stack = await startStack();
  dispatcher = await Person.signedIn(stack.gateway.url, 'dispatcher');
  fire = await Person.signedIn(stack.gateway.url, 'fire');
});
afterEach(async () => {
  for (const client of clients.splice(0)) await client.dispose();
});
afterAll(() => stack.close());

/** A subscription whose events are taken one by one. */
function subscribe(person: Person, query: string, variables: Record<string, unknown> = {}) {
  const client = person.socket();
  clients.push(client);
  return client.iterate<Record<string, Batch>>({ query, variables });
}
interface Batch {
  readonly rows: { readonly id: string; readonly status: string; readonly department?: string }[];
  readonly removed: string[];
  readonly cursor: string;
  readonly incident: { readonly status: string; readonly revision: string };
  readonly entries: { readonly type: string; readonly revision: string }[];
  readonly live: boolean;
}
type Subscription = ReturnType<typeof subscribe>;

async function taken(subscription: Subscription): Promise<Batch> {
  const next = await subscription.next();
  if (next.done) throw new Error('the subscription ended');
  const [batch] = Object.values(next.value.data ?? {});
  if (!batch) throw new Error(JSON.stringify(next.value.errors));
  return batch;
}

/** What a subscription is refused with. */
async function refusal(subscription: Subscription): Promise<GraphqlError | undefined> {
  const { value } = await subscription.next();
  return (value?.errors as GraphqlError[] | undefined)?.[0];
}

const incidentChanges = `subscription($after: Cursor!) {
  incidentChanges(city: "xinghe", after: $after) { rows { id status } removed cursor conflated } }`;
const taskChanges = `subscription($department: ID!, $after: Cursor!) {
  taskChanges(city: "xinghe", department: $department, after: $after) {
    rows { id status department } removed cursor } }`;

async function cursorOf(person: Person, board: string): Promise<string> {
  const { data, errors } = await person.ask(`{ board: ${board} { cursor } }`);
  if (!data) throw new Error(JSON.stringify(errors));
  return String(data.board?.cursor);
}

async function confirmed(incident: string): Promise<void> {
  await dispatcher.send('reportIncident', { report: report(incident) });
  const { data } = await dispatcher.ask('{ city(id: "xinghe") { types { id } } }');
  const [type] = (data?.city?.types ?? []) as { id: string }[];
  await dispatcher.send('confirmIncident', { incident, confirm: { type: type?.id } });
}

/** Reads until the row has the status, giving every status it was seen in. */
async function until(
  subscription: Subscription,
  id: string,
  status: string,
): Promise<readonly string[]> {
  const seen: string[] = [];
  while (seen.at(-1) !== status) {
    const row = (await taken(subscription)).rows.find((one) => one.id === id);
    if (row) seen.push(row.status);
  }
  return seen;
}

describe('[F2] a board’s subscription', () => {
  it('[V2] shows each step of the others, and the incident leaving the board', async () => {
    const incident = randomUUID();
    const live = subscribe(dispatcher, incidentChanges, {
      after: await cursorOf(dispatcher, 'incidents(city: "xinghe")'),
    });
    await confirmed(incident);
    expect(await until(live, incident, 'CONFIRMED')).not.toContain('CANCELLED');
    await dispatcher.send('cancelIncident', { incident, reason: 'TEST', note: 'only a test' });
    let removed: string[] = [];
    while (!removed.includes(incident)) ({ removed } = await taken(live));
    const { data } = await dispatcher.ask('{ incidents(city: "xinghe") { rows { id } } }');
    expect(data?.incidents?.rows).not.toContainEqual({ id: incident });
  });

  it('[F3] resumes from its cursor on another gateway and misses nothing', async () => {
    const other = await stack.startGateway();
    try {
      const incident = randomUUID();
      const after = await cursorOf(dispatcher, 'incidents(city: "xinghe")');
      await confirmed(incident);
      const late = new Person(other.url, dispatcher.token);
      const seen = await until(subscribe(late, incidentChanges, { after }), incident, 'CONFIRMED');
      expect(seen.at(-1)).toBe('CONFIRMED');
    } finally {
      for (const client of clients.splice(0)) await client.dispose();
      await other.close();
    }
  });

  it('[F5] gives a liaison the own department’s tasks and nothing else', async () => {
    const incident = randomUUID();
    const after = await cursorOf(fire, 'tasks(city: "xinghe", department: "fire")');
    const own = subscribe(fire, taskChanges, { department: 'fire', after });
    await confirmed(incident);
    const mine = task('fire', { part: 'LEAD' });
    await dispatcher.send('assignTasks', { incident, tasks: [mine, task('police'), task('gas')] });
    const first = await taken(own);
    expect(first.rows).toEqual([{ id: mine.task, status: 'ASSIGNED', department: 'fire' }]);
    for (const denied of [
      subscribe(fire, taskChanges, { department: 'police', after }),
      subscribe(fire, incidentChanges, { after }),
    ])
      expect(await refusal(denied)).toMatchObject({ extensions: { code: 'forbidden' } });
    const { errors } = await fire.ask('{ tasks(city: "xinghe", department: "police") { cursor } }');
    expect(errors).toMatchObject([{ extensions: { code: 'forbidden' } }]);
  });

  it.each([
    ['nonsense', 'cursorInvalid', 'en', /is not a cursor/],
    ['nonsense', 'cursorInvalid', 'zh-CN', /不是看板给出的游标/],
    ['999999999999999.0', 'cursorOfTheFuture', 'en', /newer than anything/],
    ['999999999999999.0', 'cursorOfTheFuture', 'zh-CN', /比本服务器的全部记录都新/],
  ] as const)('[F6] refuses the cursor %s (%s, %s)', async (after, code, language, says) => {
    const refused = await refusal(
      subscribe(dispatcher.speaking(language as Language), incidentChanges, { after }),
    );
    expect(refused?.extensions).toMatchObject({ code, field: 'after' });
    expect(refused?.message).toMatch(says);
  });
});

describe('an incident’s record', () => {
  it('[R1] can be read at each revision and followed from one', async () => {
    const incident = randomUUID();
    await confirmed(incident);
    const query = `query($id: ID!, $revision: Revision) {
      incident(id: $id, revision: $revision) { status revision lastRevision may } }`;
    const { data } = await dispatcher.ask(query, { id: incident, revision: '0' });
    expect(data?.incident).toMatchObject({ status: 'REPORTED', revision: '0', lastRevision: '2' });
    const record = subscribe(
      dispatcher,
      `subscription($id: ID!, $after: Revision!) { incidentRecord(id: $id, after: $after) {
        incident { status revision } entries { type revision } } }`,
      { id: incident, after: '0' },
    );
    expect(await taken(record)).toEqual({
      incident: { status: 'CONFIRMED', revision: '2' },
      entries: [
        { type: 'IncidentConfirmed', revision: '1' },
        { type: 'ResponsibilityAssigned', revision: '2' },
      ],
    });
    await dispatcher.send('addNote', { incident, note: randomUUID(), text: 'later' });
    expect(await taken(record)).toMatchObject({ entries: [{ type: 'NoteAdded', revision: '3' }] });
    const future = await dispatcher.ask(query, { id: incident, revision: '99' });
    expect(future.errors).toMatchObject([
      { extensions: { code: 'revisionOfTheFuture', field: 'revision' } },
    ]);
    const { errors } = await fire.ask(query, { id: incident });
    expect(errors).toMatchObject([{ extensions: { code: 'forbidden' } }]);
  });

  it('[F7] stays live after the incident has left the board', async () => {
    const incident = randomUUID();
    await dispatcher.send('reportIncident', { report: report(incident) });
    const cancel = { incident, reason: 'FALSE', note: 'nobody there' };
    expect(await dispatcher.send('cancelIncident', cancel)).toMatchObject({ revision: '1' });
    const record = subscribe(
      dispatcher,
      `subscription($id: ID!, $after: Revision!) { incidentRecord(id: $id, after: $after) {
        entries { type } } }`,
      { id: incident, after: '0' },
    );
    expect(await taken(record)).toEqual({ entries: [{ type: 'IncidentCancelled' }] });
    const found = { incident, finding: randomUUID(), text: 'A hoax from the same number' };
    expect(await dispatcher.send('recordFinding', found)).toMatchObject({ revision: '2' });
    expect(await taken(record)).toEqual({ entries: [{ type: 'FindingRecorded' }] });
  });

  it('a query can wait for what a command has just recorded', async () => {
    const incident = randomUUID();
    const { position } = await dispatcher.send('reportIncident', { report: report(incident) });
    const board = `query($at: Position) { incidents(city: "xinghe", waitFor: $at) { rows { id } } }`;
    const { data } = await dispatcher.ask(board, { at: position });
    expect(data?.incidents?.rows).toContainEqual({ id: incident });
    const { errors } = await dispatcher.ask(board, { at: '999999999999' });
    expect(errors).toMatchObject([
      { extensions: { code: 'positionOfTheFuture', field: 'waitFor' } },
    ]);
  });
});

describe('a socket', () => {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  function token(exp: number): string {
    const text = `${part({ alg: 'HS256' })}.${part({ sub: 'dispatcher', iss: 'tocsin', exp })}`;
    return `${text}.${createHmac('sha256', stack.sessionKey).update(text).digest('base64url')}`;
  }
  /** A bare socket that has said who it is; `closed` gives the code it is closed with. */
  function open(params: object, url = stack.gateway.url) {
    const socket = new WebSocket(`${url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws');
    const closed = new Promise<number>((resolve) => socket.once('close', resolve));
    socket.once('open', () => {
      socket.send(JSON.stringify({ type: 'connection_init', payload: params }));
    });
    const acknowledged = new Promise<void>((resolve) => socket.once('message', () => resolve()));
    return { socket, closed, acknowledged };
  }
  const seconds = () => Math.floor(Date.now() / 1000);

  it('[A2] is closed with 4401 without a token, with a forged and with an expired one', async () => {
    for (const params of [{}, { token: 'forged' }, { token: token(seconds() - 1) }])
      expect(await open(params).closed).toBe(4401);
  });

  it('[A2] is closed with 4401 when its token expires while it is open', async () => {
    const { closed, acknowledged } = open({ token: token(seconds() + 2) });
    await acknowledged;
    expect(await closed).toBe(4401);
  });

  it('is closed with 4429 beyond what one person may open', async () => {
    const { token: own } = await Person.signedIn(stack.gateway.url, 'telecom');
    const sockets = Array.from({ length: 20 }, () => open({ token: own }));
    await Promise.all(sockets.map(({ acknowledged }) => acknowledged));
    expect(await open({ token: own }).closed).toBe(4429);
    for (const { socket } of sockets) socket.close();
    await Promise.all(sockets.map(({ closed }) => closed));
  });

  it('is closed with 1012 when the gateway closes, which leaves nothing listening', async () => {
    const gateway = await stack.startGateway();
    const { closed, acknowledged } = open({ token: dispatcher.token }, gateway.url);
    await acknowledged;
    await gateway.close();
    expect(await closed).toBe(1012);
    const refused = await new Promise((resolve) => {
      connect(gateway.port, '127.0.0.1').once('error', ({ message }) => resolve(message));
    });
    expect(refused).toMatch('ECONNREFUSED');
  });

  it('[F4] that stops reading is closed with 4408, whatever waits for it', async () => {
    const { socket, acknowledged, closed } = open({ token: dispatcher.token });
    await acknowledged;
    socket.pause();
    const city = 'city(id: "xinghe") { streets { path } cells { id name { zh en } district } }';
    const query = `{ ${Array.from({ length: 20 }, (_, n) => `c${n}: ${city}`).join(' ')} }`;
    for (let id = 0; id < 24; id += 1)
      socket.send(JSON.stringify({ id: `${id}`, type: 'subscribe', payload: { query } }));
    const closings = async () => (await fetch(`${stack.gateway.url}/metrics`)).text();
    while (!(await closings()).includes('tocsin_sockets_closed_total{code="4408"} 1'))
      await sleep(500);
    socket.resume();
    expect([4408, 1006]).toContain(await closed);
  });

  it('[V3] is told every second how the server is doing', async () => {
    const status = subscribe(dispatcher, 'subscription { status { live serverTime position } }');
    await taken(status);
    expect(typeof (await taken(status)).live).toBe('boolean');
  });
});

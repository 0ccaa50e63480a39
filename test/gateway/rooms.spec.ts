import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { rebuild } from '@tocsin/projections';
import fc from 'fast-check';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { Person, report, task } from './client.ts';
import { RawConsole, tokenOf } from './rawConsole.ts';
import { type Stack, startStack } from './stack.ts';

let stack: Stack;
let dispatcher: Person;
let type: string;

beforeAll(async () => {
  stack = await startStack();
  dispatcher = await Person.signedIn(stack.gateway.url, 'dispatcher');
  const { data } = await dispatcher.ask('{ city(id: "xinghe") { types { id } } }');
  const [first] = (data?.city?.types ?? []) as { id: string }[];
  type = first?.id ?? '';
});
afterAll(() => stack.close());

const fields = 'rows { id revision } removed cursor conflated snapshot';
const board = `subscription($after: Cursor) {
  changes: incidentChanges(city: "xinghe", after: $after) { ${fields} } }`;
/** Each row of it is hundreds of kilobytes. */
const heavy = `subscription($after: Cursor) { changes: incidentChanges(city: "xinghe", after: $after) {
  rows { id revision ${Array.from({ length: 200 }, (_, n) => `w${n}: what`).join(' ')} }
  removed cursor conflated snapshot } }`;

const open = (account: string, language?: string, url = stack.gateway.url) =>
  RawConsole.open(url, tokenOf(stack.sessionKey, account), language);

async function reported(rest: object = {}): Promise<string> {
  const incident = randomUUID();
  await dispatcher.send('reportIncident', { report: report(incident, rest) });
  return incident;
}
const system = () => ({
  commandId: randomUUID(),
  actor: { kind: 'system' as const, id: 'test', name: 'Test' },
});
const noted = (incident: string) =>
  dispatcher.send('addNote', { incident, note: randomUUID(), text: 'still at it' });

async function queried(): Promise<Map<string, string>> {
  const { data } = await dispatcher.ask(
    '{ incidents(city: "xinghe", limit: 10000) { rows { id revision } } }',
  );
  const rows = data?.incidents?.rows as { id: string; revision: string }[];
  return new Map(rows.map(({ id, revision }) => [id, revision]));
}

async function metric(name: string): Promise<number> {
  const ask = () => fetch(`${stack.gateway.url}/metrics`);
  // A kept connection may have been closed while this process was busy.
  const text = await (await ask().catch(ask)).text();
  return Number(new RegExp(`^${name.replace(/[{}]/g, '\\$&')} (.*)$`, 'm').exec(text)?.[1] ?? 0);
}

describe('a room', () => {
  it('[F8] [F10] executes once for 50 consoles, whoever sits there, and sends the same bytes', async () => {
    const consoles = await Promise.all(
      Array.from({ length: 50 }, (_, n) =>
        open(['dispatcher', 'commander', 'auditor'][n % 3] ?? '', n % 2 ? 'zh-CN' : 'en'),
      ),
    );
    for (const console of consoles) console.subscribe(board);
    await Promise.all(consoles.map((one) => one.until(() => one.batches.length > 0)));
    const renderings = await metric('tocsin_renderings_total');
    const shared = await metric('tocsin_executions_shared_total');
    const incident = await reported();
    await Promise.all(consoles.map((one) => one.until(() => one.rows.has(incident))));
    const rendered = (await metric('tocsin_renderings_total')) - renderings;
    expect((await metric('tocsin_executions_shared_total')) - shared).toBe(49 * rendered);
    expect(await metric('tocsin_rooms')).toBe(1);
    const [first] = consoles;
    for (const { frames } of consoles) expect(frames).toEqual(first?.frames);
    for (const { socket } of consoles) socket.close();
    await Promise.all(consoles.map(({ closed }) => closed));
  });

  it('[F8] executes the status once for the same rights, and an open incident once for each person', async () => {
    const incident = await reported();
    const consoles = await Promise.all(
      ['dispatcher', 'dispatcher', 'commander'].map((account) => open(account)),
    );
    const told = consoles.map(({ socket }) => {
      const messages: string[] = [];
      socket.on('message', (data) => messages.push(String(data)));
      return messages;
    });
    const allTold = (text: string, times: number) =>
      expect
        .poll(() => told.map((one) => one.filter((message) => message.includes(text)).length), {
          timeout: 20_000,
        })
        .toEqual(told.map(() => times));
    for (const one of consoles)
      one.subscribe(
        `subscription { incidentRecord(id: "${incident}", after: "0") {
          entries { type } incident { may } } }`,
        {},
        'record',
      );
    const renderings = await metric('tocsin_renderings_total');
    const shared = await metric('tocsin_executions_shared_total');
    await noted(incident);
    await allTold('NoteAdded', 1);
    expect((await metric('tocsin_renderings_total')) - renderings).toBe(2);
    expect((await metric('tocsin_executions_shared_total')) - shared).toBe(1);
    expect(told[0]).toEqual(told[1]);
    expect(told[0]).not.toEqual(told[2]);
    const status = 'subscription { status { serverTime posture(city: "xinghe") { posture } } }';
    for (const one of consoles) one.subscribe(status, {}, 'age');
    const times = (at: number) => told[at]?.filter((message) => message.includes('"age"')) ?? [];
    const fewest = () => Math.min(...told.map((_, at) => times(at).length));
    await expect.poll(fewest, { timeout: 20_000 }).toBeGreaterThan(3);
    // To the millisecond: what was made for one.
    const [, second, third] = times(0);
    expect(second).not.toContain('errors');
    expect(told[1]).toEqual(expect.arrayContaining([second, third]));
    for (const { socket } of consoles) socket.close();
  });

  it('[F12] begins with the whole board where no cursor is given, and misses nothing after it', async () => {
    const before = await reported();
    const console = await open('dispatcher');
    console.subscribe(board);
    const during = await Promise.all(Array.from({ length: 10 }, () => reported()));
    await console.until(() => during.every((id) => console.rows.has(id)));
    expect(console.batches[0]?.snapshot).toBe(true);
    expect(console.batches.slice(1).every(({ snapshot }) => !snapshot)).toBe(true);
    expect(console.rows.has(before)).toBe(true);
    expect(console.rows).toEqual(await queried());
    console.socket.close();
  });

  it('[F13] answers a cursor that is older than the kept change log with a snapshot', async () => {
    const old = await open('dispatcher');
    old.subscribe(board);
    await old.until(() => old.batches.length > 0);
    const after = old.batches[0]?.cursor;
    old.socket.close();
    const later = await reported();
    const shown = async () => (await queried()).has(later);
    await expect.poll(shown, { timeout: 10_000 }).toBe(true);
    const [kept] = (
      await stack.pool.query('select kept_position, kept_ordinal from checkpoint where name = $1', [
        'boards',
      ])
    ).rows;
    await stack.pool.query(
      `update checkpoint set kept_position = cursor_position, kept_ordinal = cursor_ordinal
       where name = 'boards'`,
    );
    // The first gateway still has those changes at hand.
    const other = await stack.startGateway();
    const console = await open('dispatcher', 'en', other.url);
    console.subscribe(board, { after });
    await console.until(() => console.batches.length > 0);
    expect(console.batches[0]?.snapshot).toBe(true);
    await console.until(() => console.rows.has(later));
    expect(console.rows).toEqual(await queried());
    await other.close();
    await stack.pool.query(
      `update checkpoint set kept_position = $1, kept_ordinal = $2 where name = 'boards'`,
      [kept.kept_position, kept.kept_ordinal],
    );
  });

  it('[F15] [F33] sends the whole board once read models of another version have been swapped in', async () => {
    await stack.pool.query(`update checkpoint set version = 0 where name = 'boards'`);
    const other = await stack.startGateway();
    const console = await open('dispatcher', 'en', other.url);
    console.subscribe(board);
    await console.until(() => console.batches.length > 0);
    const after = console.batches[0]?.cursor;
    await rebuild({ store: stack.store, pool: stack.pool, logger: pino({ level: 'silent' }) });
    await console.until(() => console.batches.some(({ snapshot }, at) => at > 0 && snapshot));
    const later = await reported();
    await console.until(() => console.rows.has(later));
    expect(console.rows).toEqual(await queried());
    expect(console.socket.readyState).toBe(WebSocket.OPEN);
    const again = await open('dispatcher', 'en', other.url);
    again.subscribe(board, { after });
    await again.until(() => again.batches.length > 0);
    expect(again.batches[0]?.snapshot).toBe(true);
    for (const { socket } of [console, again]) socket.close();
    await other.close();
  });

  it('[F17] sends what no longer matches a filter as removed; the query has the same filter', async () => {
    const console = await open('dispatcher');
    const filter = '{ statuses: [REPORTED], grades: [] }';
    console.subscribe(
      `subscription { changes: incidentChanges(city: "xinghe", filter: ${filter}) { ${fields} } }`,
    );
    const incident = await reported();
    await console.until(() => console.rows.has(incident));
    await dispatcher.send('confirmIncident', { incident, confirm: { type } });
    await console.until(() => !console.rows.has(incident));
    const { data } = await dispatcher.ask(
      `{ incidents(city: "xinghe", filter: ${filter}, limit: 10000) { rows { id revision } } }`,
    );
    const rows = data?.incidents?.rows as { id: string; revision: string }[];
    expect(new Map(rows.map(({ id, revision }) => [id, revision]))).toEqual(console.rows);
    expect(console.rows.size).toBeGreaterThan(0);
    const fire = await open('fire');
    fire.subscribe(`subscription { changes: taskChanges(city: "xinghe", department: "fire",
      filter: { statuses: [ASSIGNED] }) { ${fields} } }`);
    const own = task('fire', { part: 'LEAD' });
    await dispatcher.send('assignTasks', { incident, tasks: [own] });
    await fire.until(() => fire.rows.has(own.task));
    const liaison = await Person.signedIn(stack.gateway.url, 'fire');
    await liaison.send('acceptTask', { incident, task: own.task });
    await fire.until(() => !fire.rows.has(own.task));
    for (const { socket } of [console, fire]) socket.close();
  });

  it('[F4] gives who reads slowly the newest of each row, and says that it is conflated', async () => {
    const incident = await reported({ what: 'x'.repeat(2_000) });
    const console = await open('dispatcher');
    console.subscribe(heavy);
    await console.until(() => console.rows.has(incident));
    const before = console.batches.length;
    console.socket.pause();
    for (let n = 0; n < 60; n += 1) await noted(incident);
    expect(await metric('tocsin_subscriptions_behind')).toBe(1);
    console.socket.resume();
    await console.until(() => console.rows.get(incident) === '60');
    expect(console.batches.length - before).toBeLessThan(60);
    expect(console.batches.some(({ conflated }) => conflated)).toBe(true);
    expect(console.rows).toEqual(await queried());
    console.socket.close();
  });

  it('[F3] [F4] closes who does not read with 4408; its cursor brings it back to the board', async () => {
    const incident = await reported({ what: 'y'.repeat(2_000) });
    const console = await open('dispatcher');
    console.subscribe(heavy);
    await console.until(() => console.rows.has(incident));
    const closings = await metric('tocsin_sockets_closed_total{code="4408"}');
    console.socket.pause();
    while ((await metric('tocsin_sockets_closed_total{code="4408"}')) === closings) {
      await noted(incident);
      await sleep(100);
    }
    console.socket.resume();
    expect([4408, 1006]).toContain(await console.closed);
    const again = await open('dispatcher');
    for (const [id, revision] of console.rows) again.rows.set(id, revision);
    const after = console.batches.at(-1)?.cursor;
    const later = await reported();
    again.subscribe(board, { after });
    await again.until(() => again.rows.has(later));
    expect(again.batches.every(({ snapshot }) => !snapshot)).toBe(true);
    expect(again.rows).toEqual(await queried());
    again.socket.close();
  });
});

const rights = fc
  .record({
    roles: fc.uniqueArray(
      fc.constantFrom('dispatcher', 'liaison', 'commander', 'auditor', 'administrator'),
      { minLength: 1, maxLength: 2 },
    ),
    cities: fc.uniqueArray(fc.constantFrom('xinghe', 'yuncheng', '*'), { maxLength: 2 }),
    department: fc.constantFrom('fire', 'police', 'gas'),
  })
  .map(({ department, ...rest }) =>
    rest.roles.includes('liaison') ? { ...rest, department } : rest,
  );
const asked = fc
  .record({
    board: fc.constantFrom(
      ['incidents', 'incidentChanges', ''],
      ['tasks', 'taskChanges', 'needed'],
      ['units', 'unitChanges', 'possible'],
      ['correctiveActions', 'actionChanges', 'possible'],
      ['depots', 'depotChanges', ''],
      ['warnings', 'warningChanges', ''],
      ['plannedEvents', 'plannedEventChanges', ''],
      ['duties', 'dutyChanges', ''],
    ),
    city: fc.constantFrom('xinghe', 'xinghe', 'xinghe', 'yuncheng'),
    department: fc.constantFrom('fire', 'police', 'gas', undefined),
  })
  .map(({ board: [query, changes, owned], city, department }) => {
    const own = owned === 'needed' ? (department ?? 'fire') : owned && department;
    const scope = `city: "${city}"${own ? `, department: "${own}"` : ''}`;
    return {
      query: `{ board: ${query}(${scope}, limit: 1000) { rows { id revision } } }`,
      subscription: `subscription { changes: ${changes}(${scope}) { ${fields} } }`,
    };
  });

describe('whoever asks for whichever board', () => {
  it('[F5] [F9] gets by push what the query gives, or is refused by both alike', async () => {
    const seed = Math.floor(Math.random() * 2 ** 31);
    const draws = fc.sample(fc.tuple(rights, fc.array(asked, { minLength: 4, maxLength: 4 })), {
      seed,
      numRuns: 40,
    });
    const incident = await reported();
    await dispatcher.send('confirmIncident', { incident, confirm: { type } });
    const tasks = [task('fire', { part: 'LEAD' }), task('police')];
    let given = 0;
    let refused = 0;
    const watching = await Promise.all(
      draws.map(async ([held, boards], n) => {
        const account = `drawn-${n}`;
        const data = { account, name: account, demo: false, ...held } as const;
        await stack.store.person(account, { type: 'AppointPerson', data }, system());
        const person = new Person(stack.gateway.url, tokenOf(stack.sessionKey, account));
        return { person, boards, consoles: await Promise.all(boards.map(() => open(account))) };
      }),
    );
    for (const { boards, consoles } of watching)
      boards.forEach(({ subscription }, at) => {
        consoles[at]?.subscribe(subscription);
      });
    const sent = await dispatcher.send('assignTasks', { incident, tasks });
    expect(sent).toMatchObject({ __typename: 'Accepted' });
    for (const { person, boards, consoles } of watching)
      for (const [at, { query }] of boards.entries()) {
        const console = consoles[at] as RawConsole;
        const note = `seed ${seed}: ${query}`;
        await console.until(() => console.batches.length + console.errors.length > 0);
        const { data, errors } = await person.ask(query);
        if (console.errors.length > 0) {
          refused += 1;
          const code = errors[0]?.extensions.code;
          expect(code, note).toBeDefined();
          expect(console.errors[0], note).toContain(`"code":"${code}"`);
        } else {
          given += 1;
          const rows = data?.board?.rows as { id: string; revision: string }[];
          const expected = new Map(rows.map(({ id, revision }) => [id, revision]));
          await expect
            .poll(() => console.rows, { timeout: 10_000, message: note })
            .toEqual(expected);
        }
        console.socket.close();
      }
    expect(given).toBeGreaterThan(0);
    expect(refused).toBeGreaterThan(0);
  });
});

describe('many sockets', () => {
  it('[F18] hold nothing of what they don’t read but a bounded number of bytes', async () => {
    const accounts = Array.from({ length: 50 }, (_, n) => `many-${n}`);
    for (const account of accounts) {
      const data = { account, name: account, cities: ['*'], demo: false };
      await stack.store.person(
        account,
        { type: 'AppointPerson', data: { ...data, roles: ['dispatcher'] } },
        system(),
      );
    }
    const consoles = await Promise.all(
      accounts.flatMap((account) => Array.from({ length: 20 }, () => open(account))),
    );
    const incident = randomUUID();
    const { channel: _, ...facts } = report(incident, { what: 'z'.repeat(2_000) });
    const place = { address: 'Riverside Road 3' };
    const data = { ...facts, channel: 'phone' as const, place, reporter: {} };
    await stack.store.incident(incident, { type: 'ReportIncident', data }, system());
    for (const console of consoles.slice(100)) console.subscribe(board);
    for (const console of consoles.slice(0, 100)) console.subscribe(heavy);
    await Promise.all(consoles.map((one) => one.until(() => one.rows.has(incident))));
    const before = process.memoryUsage();
    for (const { socket } of consoles.slice(0, 100)) socket.pause();
    for (let n = 0; n < 60; n += 1) {
      const note = { note: randomUUID(), text: 'still at it' };
      await stack.store.incident(incident, { type: 'AddNote', data: note }, system());
    }
    const readers = consoles.slice(100);
    await Promise.all(readers.map((one) => one.until(() => one.rows.get(incident) === '60')));
    expect(await metric('tocsin_mailbox_rows')).toBe(0);
    await sleep(1_100);
    // The bound, and one message that made it full: the bytes are the same ones for all of them.
    const message = 200 * 2_100;
    expect(await metric('tocsin_socket_bytes')).toBeLessThan(100 * (256 * 1024 + message));
    const after = process.memoryUsage();
    const grown = (name: 'heapUsed' | 'arrayBuffers') =>
      Math.round((after[name] - before[name]) / 1e6);
    process.stdout.write(
      `1,000 sockets, 100 of them not reading: heap ${grown('heapUsed')} MB, buffers ${grown('arrayBuffers')} MB more\n`,
    );
    for (const { socket } of consoles) socket.terminate();
    await Promise.all(consoles.map(({ closed }) => closed));
  });
});

describe('[F19] a socket', () => {
  const bare = (protocol = 'graphql-transport-ws') => {
    const socket = new WebSocket(`${stack.gateway.url.replace('http', 'ws')}/graphql`, protocol);
    const closed = new Promise<number>((resolve) => socket.once('close', resolve));
    socket.on('error', () => undefined);
    const opened = new Promise((resolve) => socket.once('open', resolve));
    return { socket, closed, opened };
  };

  it.each([
    ['4400 for a message that is none', ['nonsense'], 4400],
    ['1009 for one that is too large', ['x'.repeat(70_000)], 1009],
    [
      '4401 for a subscription before it said who it is',
      [JSON.stringify({ id: '1', type: 'subscribe', payload: { query: '{ status { live } }' } })],
      4401,
    ],
    ['4408 when it says nothing', [], 4408],
  ] as const)('is closed with %s', async (_, messages, code) => {
    const { socket, closed, opened } = bare();
    await opened;
    for (const message of messages) socket.send(message);
    expect(await closed).toBe(code);
  });

  it('is closed with 4406 for another protocol', async () => {
    const { closed } = bare('graphql-ws');
    expect([4406, 1006]).toContain(await closed);
  });

  it('is closed with 4409 for an id in use, and with 4429 for a second introduction', async () => {
    const twice = await open('dispatcher');
    twice.subscribe(board);
    twice.subscribe(board);
    expect(await twice.closed).toBe(4409);
    const again = await open('dispatcher');
    again.send({ type: 'connection_init', payload: {} });
    expect(await again.closed).toBe(4429);
  });

  it('stays open when it is refused a 33rd subscription', async () => {
    const console = await open('dispatcher');
    for (let n = 0; n < 33; n += 1) console.subscribe(board, {}, `${n}`);
    await console.until(() => console.errors.length > 0 && console.batches.length >= 32);
    expect(console.errors).toHaveLength(1);
    expect(console.errors[0]).toContain('TOO_MANY_SUBSCRIPTIONS');
    expect(console.socket.readyState).toBe(WebSocket.OPEN);
    console.socket.close();
  });
});

import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type GraphqlError, Person, report, task } from './client.ts';
import { type Stack, startStack } from './stack.ts';

let stack: Stack;
let dispatcher: Person;
let fire: Person;
let auditor: Person;

beforeAll(async () => {
  stack = await startStack();
  const { url } = stack.gateway;
  [dispatcher, fire, auditor] = await Promise.all([
    Person.signedIn(url, 'dispatcher'),
    Person.signedIn(url, 'fire'),
    Person.signedIn(url, 'auditor'),
  ]);
});
afterAll(() => stack.close());

const codes = (errors: readonly GraphqlError[]) =>
  errors.map(({ extensions: { code, field } }) => [code, field]);

/** The position of an accepted command. */
async function done(sent: ReturnType<Person['send']>): Promise<string> {
  const { __typename, position = '', errors } = await sent;
  expect({ __typename, errors }).toEqual({ __typename: 'Accepted', errors: [] });
  return position;
}

const incidents = `query($asOf: MomentInput, $waitFor: Position, $closed: Boolean) {
  board: incidents(city: "xinghe", asOf: $asOf, waitFor: $waitFor, closed: $closed) {
    rows { id status type tasks { department status } } cursor position asOf } }`;

async function incident(): Promise<{ readonly id: string; readonly steps: readonly string[] }> {
  const id = randomUUID();
  const reported = await done(dispatcher.send('reportIncident', { report: report(id) }));
  const confirm = { type: 'gas-leak', class: 'ACCIDENT_DISASTER', grade: 3, priority: 1 };
  const confirmed = await done(dispatcher.send('confirmIncident', { incident: id, confirm }));
  const tasks = [task('fire')];
  const assigned = await done(dispatcher.send('assignTasks', { incident: id, tasks }));
  const cancelled = await done(
    dispatcher.send('cancelIncident', { incident: id, reason: 'FALSE', note: 'Nobody there.' }),
  );
  return { id, steps: [reported, confirmed, assigned, cancelled] };
}

describe('a board of the past', () => {
  it('[R2] [F21] shows an incident as it stood after each step, and the row by itself', async () => {
    const { id, steps } = await incident();
    const statuses: unknown[] = [];
    for (const position of steps) {
      const { data } = await auditor.ask(incidents, { asOf: { position }, waitFor: steps.at(-1) });
      const board = data?.board;
      expect(board).toMatchObject({ position, asOf: expect.any(String) });
      const rows = (board?.rows ?? []) as readonly { readonly id: string }[];
      statuses.push(rows.find((row) => row.id === id));
    }
    const tasks = [{ department: 'fire', status: 'ASSIGNED' }];
    expect(statuses).toEqual([
      { id, status: 'REPORTED', type: null, tasks: [] },
      { id, status: 'CONFIRMED', type: 'gas-leak', tasks: [] },
      { id, status: 'CONFIRMED', type: 'gas-leak', tasks },
      undefined,
    ]);
    const row = `query($id: ID!, $asOf: MomentInput) { row: incidentRow(id: $id, asOf: $asOf) { id status } }`;
    const [reported, , , cancelled] = steps;
    const before = { position: `${BigInt(reported ?? 0) - 1n}` };
    for (const [asOf, status] of [
      [{ position: reported }, { id, status: 'REPORTED' }],
      [{ position: cancelled }, { id, status: 'CANCELLED' }],
      [undefined, { id, status: 'CANCELLED' }],
      [before, null],
    ] as const)
      expect((await auditor.ask(row, { id, asOf })).data?.row).toEqual(status);
  });

  it('[R2] [F21] is the one of a time, and the live feed goes on from its cursor', async () => {
    const { id, steps } = await incident();
    const { data } = await auditor.ask(incidents, {
      asOf: { position: steps[0] },
      waitFor: steps[3],
    });
    const at = data?.board?.asOf;
    const then = await auditor.ask(incidents, { asOf: { at } });
    expect(then.data?.board?.asOf).toBe(at);
    expect(then.data?.board?.rows).toContainEqual(
      expect.objectContaining({ id, status: 'REPORTED' }),
    );
    const client = auditor.socket();
    const changes = client.iterate<{ readonly changes: { readonly removed: readonly string[] } }>({
      query: `subscription($after: Cursor!) {
        changes: incidentChanges(city: "xinghe", after: $after) { removed } }`,
      variables: { after: then.data?.board?.cursor },
    });
    let removed = false;
    for await (const { data: got } of changes) {
      removed = got?.changes.removed.includes(id) ?? false;
      if (removed) break;
    }
    expect(removed).toBe(true);
    await client.dispose();
  });

  it('[R3] is shown by the rule of the present board', async () => {
    const { steps } = await incident();
    const asOf = { position: steps[2] };
    const refused = await fire.ask(incidents, { asOf, waitFor: steps[3] });
    expect(codes(refused.errors)).toEqual([['forbidden', undefined]]);
    const tasks = `query($department: ID!, $asOf: MomentInput) {
      board: tasks(city: "xinghe", department: $department, asOf: $asOf) { rows { department } } }`;
    const own = await fire.ask(tasks, { department: 'fire', asOf });
    expect(own.data?.board?.rows).toContainEqual({ department: 'fire' });
    const others = await fire.ask(tasks, { department: 'police', asOf });
    expect(codes(others.errors)).toEqual([['forbidden', undefined]]);
    const nobody = await new Person(stack.gateway.url).ask(incidents, { asOf });
    expect(codes(nobody.errors)).toEqual([['unauthenticated', undefined]]);
    const row = `query($id: ID!, $asOf: MomentInput) { row: incidentRow(id: $id, asOf: $asOf) { id } }`;
    const elsewhere = randomUUID();
    await done(dispatcher.send('reportIncident', { report: report(elsewhere) }));
    const single = await fire.ask(row, { id: elsewhere, asOf });
    expect(codes(single.errors)).toEqual([['forbidden', 'id']]);
  });

  it.each([
    [{}, 'momentInvalid'],
    [{ position: '1', at: '2026-01-01T00:00:00Z' }, 'momentInvalid'],
    [{ position: '999999999999' }, 'momentOfTheFuture'],
    [{ at: '2199-01-01T00:00:00Z' }, 'momentOfTheFuture'],
  ])('[F22] [B1] refuses the moment %j', async (asOf, code) => {
    for (const language of ['en', 'zh-CN'] as const) {
      const { errors } = await auditor.speaking(language).ask(incidents, { asOf });
      expect(codes(errors)).toEqual([[code, 'asOf']]);
      expect(errors[0]?.message).toMatch(language === 'en' ? /asOf/ : /[\u4e00-\u9fff]/);
    }
  });

  it('[F22] [B1] refuses a time that is none with its field', async () => {
    const { errors } = await auditor.ask(incidents, { asOf: { at: 'last Tuesday' } });
    expect(codes(errors)).toEqual([['notATime', 'asOf.at']]);
  });

  it.each([
    'incidents',
    'units',
    'correctiveActions',
    'depots',
    'warnings',
    'plannedEvents',
    'duties',
  ])('[R2] can be had of %s, before the first event too', async (board) => {
    const query = `query($asOf: MomentInput) { board: ${board}(city: "xinghe", asOf: $asOf) {
        rows { id } position asOf cursor } }`;
    const long = await auditor.ask(query, { asOf: { at: '2001-01-01T00:00:00Z' } });
    expect(long.data?.board).toEqual({ rows: [], position: '0', asOf: null, cursor: '0.0' });
    const now = await auditor.ask(`{ board: ${board}(city: "xinghe") { rows { id } position } }`);
    const position = now.data?.board?.position;
    const then = await auditor.ask(query, { asOf: { position } });
    expect(then.data?.board?.rows).toEqual(now.data?.board?.rows);
  });
});

interface Batch {
  readonly rows: readonly { readonly id: string }[];
  readonly removed: readonly string[];
  readonly snapshot: boolean;
  readonly position: string;
}

const playing = `subscription($from: MomentInput!, $to: MomentInput, $speed: Int) {
  batch: incidentsPlayed(city: "xinghe", from: $from, to: $to, speed: $speed, skipPauses: 1) {
    rows { id status type tasks { department status } } removed snapshot position asOf } }`;

describe('a board played forward', () => {
  it('[R4] goes from the board of one moment to exactly that of the other, and ends', async () => {
    const { id, steps } = await incident();
    const [first, , third, last] = steps;
    await auditor.ask(incidents, { waitFor: last });
    const client = auditor.socket();
    const variables = { from: { position: first }, to: { position: third }, speed: 60 };
    const rows = new Map<string, object>();
    const statuses: unknown[] = [];
    let position = '';
    for await (const { data } of client.iterate<{ batch: Batch }>({ query: playing, variables })) {
      const batch = data?.batch;
      if (!batch) throw new Error('the play gave no batch');
      expect(batch.snapshot).toBe(rows.size === 0 && position === '');
      for (const key of batch.removed) rows.delete(key);
      for (const row of batch.rows) rows.set(row.id, row);
      statuses.push(rows.get(id));
      position = batch.position;
    }
    await client.dispose();
    expect(position).toBe(third);
    expect(statuses[0]).toMatchObject({ status: 'REPORTED' });
    const { data } = await auditor.ask(incidents, { asOf: { position: third } });
    const board = data?.board?.rows as readonly { readonly id: string }[];
    expect(rows).toEqual(new Map(board.map((row) => [row.id, row])));
  });

  it('[R3] [R4] [F22] [B1] is refused to whom the board is, and with what it is asked for wrongly', async () => {
    const { steps } = await incident();
    const [first, , , last] = steps;
    await auditor.ask(incidents, { waitFor: last });
    const from = { position: first };
    const codeOf = async (who: Person, variables: Record<string, unknown>) => {
      const client = who.socket();
      const play = client.iterate({ query: playing, variables });
      const { value } = await play.next();
      await client.dispose();
      const { code, field } = value.errors?.[0]?.extensions ?? {};
      return [code, field];
    };
    expect(await codeOf(fire, { from })).toEqual(['forbidden', undefined]);
    expect(await codeOf(auditor, { from, speed: 61 })).toEqual(['outOfRange', 'speed']);
    expect(await codeOf(auditor, { from: {} })).toEqual(['momentInvalid', 'from']);
    const back = { from: { position: last }, to: from };
    expect(await codeOf(auditor, back)).toEqual(['momentOrder', 'to']);
  });
});

import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type GraphqlError, Person, report, task } from './client.ts';
import { accepted, send } from './sending.ts';
import { type Stack, startStack } from './stack.ts';

let stack: Stack;
let dispatcher: Person;
let fire: Person;
let police: Person;
let auditor: Person;
let incident: string;
/** Round the city. */
let ring: readonly (readonly number[])[];
let fireTask: string;
/** A time before the late entry's, and one after it. */
let quiet: string;
let late: string;

const polled = { timeout: 20_000 };
const codes = (errors: readonly GraphqlError[]) =>
  errors.map(({ extensions: { code, field } }) => [code, field]);
type Row = Record<string, unknown>;

async function firstUnit(): Promise<string> {
  const { data } = await dispatcher.ask(
    '{ units(city: "xinghe", department: "fire") { rows { id } } }',
  );
  const [first] = (data?.units?.rows ?? []) as Row[];
  return String(first?.id);
}

async function entries(): Promise<Row[]> {
  const { data } = await auditor.ask(
    `query($id: ID!) { timeline(incident: $id) { revision event type occurredAt recordedAt
      commandId causationId hash data } }`,
    { id: incident },
  );
  return (data?.timeline ?? []) as unknown as Row[];
}
const revisionOf = (all: readonly Row[], type: string): string =>
  String(all.findLast((one) => one.type === type)?.revision);

beforeAll(async () => {
  stack = await startStack();
  const { url } = stack.gateway;
  [dispatcher, fire, police, auditor] = await Promise.all([
    Person.signedIn(url, 'dispatcher'),
    Person.signedIn(url, 'fire'),
    Person.signedIn(url, 'police'),
    Person.signedIn(url, 'auditor'),
  ]);
  incident = randomUUID();
  const confirm = { type: 'gas-leak', class: 'ACCIDENT_DISASTER', grade: 3, priority: 1 };
  const given = task('fire');
  fireTask = given.task;
  const { data } = await dispatcher.ask(
    '{ city(id: "xinghe") { bounds { west south east north } } }',
  );
  const {
    west = 0,
    south = 0,
    east = 0,
    north = 0,
  } = (data?.city?.bounds ?? {}) as Record<string, number>;
  ring = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ];
  const place = { address: 'Riverside Road 3', lon: west + 0.05, lat: south + 0.05 };
  expect(
    await dispatcher.send('reportIncident', { report: report(incident, { place }) }),
  ).toMatchObject(accepted);
  expect(await dispatcher.send('confirmIncident', { incident, confirm })).toMatchObject(accepted);
  expect(await dispatcher.send('assignTasks', { incident, tasks: [given] })).toMatchObject(
    accepted,
  );
  expect(await fire.send('acceptTask', { incident, task: fireTask })).toMatchObject(accepted);
  const values = { unit: await firstUnit(), assignment: randomUUID(), incident };
  const types = '$unit: ID!, $assignment: ID!, $incident: ID!';
  expect(await send(dispatcher, 'dispatchUnit', types, values)).toMatchObject(accepted);
  await vi.waitFor(async () => {
    expect(revisionOf(await entries(), 'UnitCommitted')).toMatch(/^\d+$/);
  }, polled);
  quiet = new Date(Date.now() - 3_600_000).toISOString();
  const occurredAt = new Date(Date.now() - 1_800_000).toISOString();
  late = new Date(Date.now() - 900_000).toISOString();
  const note = { incident, note: randomUUID(), text: 'Smoke seen from the bridge' };
  expect(await dispatcher.send('addNote', note, { occurredAt })).toMatchObject(accepted);
});
afterAll(() => stack.close());

describe('an incident at a moment', () => {
  const query = `query($id: ID!, $asOf: RecordMomentInput) {
    incident(id: $id, asOf: $asOf) { status revision lastRevision notes { note } } }`;
  const at = async (asOf: object) =>
    (await auditor.ask(query, { id: incident, asOf })).data?.incident;

  it('[X50] is what was known then, or what had happened', async () => {
    const all = await entries();
    const [first, second] = all;
    const known = await at({ recordedBy: second?.recordedAt });
    expect(known).toMatchObject({ notes: [], lastRevision: all.at(-1)?.revision });
    expect(await at({ recordedBy: first?.recordedAt })).toMatchObject({ status: 'REPORTED' });
    expect(await at({ occurredBy: all.at(-2)?.occurredAt })).toMatchObject({
      notes: [{ note: 'Smoke seen from the bridge' }],
    });
    expect(await at({ recordedBy: quiet })).toBeNull();
    expect(await at({ revision: '0' })).toMatchObject({ revision: '0', status: 'REPORTED' });
  });

  it('is asked for by one of them', async () => {
    for (const asOf of [{}, { revision: '0', recordedBy: quiet }]) {
      const { errors } = await auditor.ask(query, { id: incident, asOf });
      expect(codes(errors)).toEqual([['recordMomentInvalid', 'asOf']]);
    }
  });
});

describe('[X52] what changed between two moments', () => {
  const query = `query($incident: ID!, $from: RecordMomentInput!, $to: RecordMomentInput!) {
    recordChanges(incident: $incident, from: $from, to: $to) {
      changes { path before after by { type actor { name } } } changeCount entryCount
      from { revision } to { revision tasks { id department } } entries { type } } }`;

  it('is told place by place with who did it', async () => {
    const [from, to] = [
      { revision: '1' },
      { revision: revisionOf(await entries(), 'TaskAccepted') },
    ];
    const { data, errors } = await auditor.ask(query, { incident, from, to });
    expect(errors).toEqual([]);
    const { changes, ...rest } = (data?.recordChanges ?? {}) as Row;
    const of = (path: string) =>
      (changes as Row[]).find((one) => String(one.path) === path.replaceAll('.', ','));
    expect(of('status')).toMatchObject({ before: 'confirmed', after: 'responding' });
    expect(of('status')?.by).toMatchObject([{ type: 'TaskAccepted' }]);
    expect(of(`tasks.${fireTask}`)).toMatchObject({ before: null, after: { status: 'accepted' } });
    expect(rest).toMatchObject({ from: { revision: '1' }, changeCount: (changes as Row[]).length });
    expect(rest.to).toMatchObject({ tasks: [{ id: fireTask, department: 'fire' }] });
  });

  it('goes by when things occurred too, and never backwards', async () => {
    const by = { from: { occurredBy: quiet }, to: { occurredBy: late } };
    const { data } = await auditor.ask(query, { incident, ...by });
    expect(data?.recordChanges?.entries).toEqual([{ type: 'NoteAdded' }]);
    const back = { from: { revision: '2' }, to: { revision: '1' } };
    const { errors } = await auditor.ask(query, { incident, ...back });
    expect(codes(errors)).toEqual([['recordMomentOrder', 'to']]);
  });

  it('is for whoever may read the incident', async () => {
    const moments = { from: { revision: '0' }, to: { revision: '1' } };
    const { errors } = await police.ask(query, { incident, ...moments });
    expect(codes(errors)).toEqual([['forbidden', 'id']]);
    const nobody = await new Person(stack.gateway.url).ask(query, { incident, ...moments });
    expect(codes(nobody.errors)).toEqual([['unauthenticated', undefined]]);
  });
});

describe('[X53] why an entry stands there', () => {
  const query = `query($incident: ID!, $revision: Revision!) {
    causes(incident: $incident, revision: $revision) { complete
      steps { type stream event commandId causationId incident actor { kind name } } } }`;

  it('leads across streams to the dispatcher who sent the unit', async () => {
    const revision = revisionOf(await entries(), 'UnitCommitted');
    const { data } = await auditor.ask(query, { incident, revision });
    expect(data?.causes).toMatchObject({
      complete: true,
      steps: [
        { type: 'UnitCommitted', incident, actor: { kind: 'POLICY' } },
        { type: 'UnitDispatched', incident: null, actor: { kind: 'PERSON' } },
      ],
    });
    const [carried, deed] = (data?.causes?.steps ?? []) as Row[];
    expect(carried?.causationId).toBe(deed?.event);
  });

  it('is at once somebody’s deed where a person entered it', async () => {
    const revision = revisionOf(await entries(), 'TaskAccepted');
    const { data } = await fire.ask(query, { incident, revision });
    expect(data?.causes).toMatchObject({ complete: true, steps: [{ type: 'TaskAccepted' }] });
  });
});

it('[X54] the proof of an entry says that it is not sealed yet', async () => {
  const query = `query($incident: ID!, $revision: Revision!) {
    proofOf(incident: $incident, revision: $revision) { hash previousHash intact seal { number } } }`;
  const all = await entries();
  const { data } = await auditor.ask(query, { incident, revision: '1' });
  const [first, second] = all;
  const expected = { hash: second?.hash, previousHash: first?.hash, intact: true, seal: null };
  expect(data?.proofOf).toEqual(expected);
  const refused = await police.ask(query, { incident, revision: '1' });
  expect(codes(refused.errors)).toEqual([['forbidden', 'id']]);
});

describe('the forms', () => {
  const summary = `query($incident: ID!, $revision: Revision, $language: Language) {
    form: statusSummary(incident: $incident, revision: $revision, format: HTML, language: $language) }`;
  const log = `query($incident: ID!, $of: LogOfInput!) {
    form: activityLog(incident: $incident, of: $of, format: MARKDOWN, language: en) }`;
  const formOf = async (query: string, values: object) =>
    String((await auditor.ask(query, { incident, ...values })).data?.form);

  it('[X55] the status summary is of the revision, in both languages', async () => {
    expect(await formOf(summary, { language: 'en' })).toContain('responding');
    expect(await formOf(summary, { language: 'en', revision: '0' })).not.toContain('responding');
    expect(await formOf(summary, { language: 'zh_CN' })).toContain('事件状态摘要');
    const { errors } = await auditor.ask(summary, { incident, revision: '999' });
    expect(codes(errors)).toEqual([['revisionOfTheFuture', 'revision']]);
  });

  it('[X56] the activity log is a department’s, a unit’s or a person’s, and one of them', async () => {
    expect(await formOf(log, { of: { department: 'fire' } })).toContain('accepted the task');
    expect(await formOf(log, { of: { person: 'dispatcher' } })).toContain('late entry');
    const both = { department: 'fire', unit: 'x' };
    const { errors } = await auditor.ask(log, { incident, of: both });
    expect(codes(errors)).toEqual([['logOfInvalid', 'of']]);
  });
});

it('[X58] the warnings over the place and each department’s board are as they were then', async () => {
  const moment = async () => String((await entries()).at(-1)?.recordedAt);
  const before = await moment();
  const warning = {
    ...{ warning: randomUUID(), city: 'xinghe', hazard: 'Rainstorm', level: 'ORANGE' },
    area: { polygon: [ring] },
    from: new Date().toISOString(),
    until: new Date(Date.now() + 3_600_000).toISOString(),
    ...{ impact: 'Floods', advice: 'Close', issuer: 'Meteorological office' },
  };
  const issued = await send(dispatcher, 'issueWarning', '$warning: WarningInput!', { warning });
  expect(issued).toMatchObject(accepted);
  expect(await fire.send('startTask', { incident, task: fireTask })).toMatchObject(accepted);
  const query = `query($incident: ID!, $asOf: MomentInput, $waitFor: Position) {
    tasks(city: "xinghe", department: "fire", asOf: $asOf, waitFor: $waitFor) { rows { id status } }
    warningsOver(incident: $incident, asOf: $asOf) { id status } }`;
  const waitFor = issued.position;
  const then = await auditor.ask(query, { incident, asOf: { at: before }, waitFor });
  expect(then.errors).toEqual([]);
  expect(then.data?.warningsOver).toEqual([]);
  expect(then.data?.tasks?.rows).toEqual([{ id: fireTask, status: 'ACCEPTED' }]);
  const after = await auditor.ask(query, { incident, asOf: { position: waitFor } });
  expect(after.data?.warningsOver).toEqual([{ id: warning.warning, status: 'IN_FORCE' }]);
  expect(after.data?.tasks?.rows).toEqual([{ id: fireTask, status: 'ACCEPTED' }]);
});

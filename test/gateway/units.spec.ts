import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Answer, type Language, Person, report } from './client.ts';
import { type Stack, startStack } from './stack.ts';

let stack: Stack;
let dispatcher: Person;
let fire: Person;
let police: Person;
let auditor: Person;
/** Call signs of free engines, one a test. */
let engines: string[];
const languages: readonly Language[] = ['en', 'zh-CN'];
const polled = { timeout: 20_000 };

beforeAll(async () => {
  stack = await startStack();
  const { url } = stack.gateway;
  [dispatcher, fire, police, auditor] = await Promise.all([
    Person.signedIn(url, 'dispatcher'),
    Person.signedIn(url, 'fire'),
    Person.signedIn(url, 'police'),
    Person.signedIn(url, 'auditor'),
  ]);
  const rows = await units(dispatcher, 'id capabilities active { stage }');
  engines = rows.filter(({ capabilities }) => String(capabilities).includes('pump')).map(idOf);
});
afterAll(() => stack.close());

type Row = Record<string, unknown>;
const idOf = ({ id }: Row): string => String(id);

async function units(who: Person, fields: string, department = 'fire'): Promise<Row[]> {
  const query = `query($department: ID) {
    units(city: "xinghe", department: $department) { rows { ${fields} } } }`;
  const { data } = await who.ask(query, { department });
  return (data?.units?.rows ?? []) as Row[];
}
const rowOf = async (unit: string, fields: string): Promise<Row | undefined> =>
  (await units(dispatcher, `id ${fields}`)).find((row) => row.id === unit);
const engine = (): string => engines.shift() ?? '';

async function send(who: Person, name: string, types: string, values: object): Promise<Answer> {
  const args = types.replace(/\$(\w+): [^,]+/g, '$1: $$$1');
  const { data, errors } = await who.ask(
    `mutation($command: CommandInput!, ${types}) { answer: ${name}(command: $command, ${args}) {
      __typename ... on Accepted { position id } ... on Rejected { code field message }
      ... on Conflict { message } } }`,
    { command: { id: randomUUID() }, ...values },
  );
  expect(errors).toEqual([]);
  return data?.answer as unknown as Answer;
}
const accepted = { __typename: 'Accepted' };

/** The city's south-west corner. */
async function corner(): Promise<{ readonly west: number; readonly south: number }> {
  const { data } = await dispatcher.ask('{ city(id: "xinghe") { bounds { west south } } }');
  return data?.city?.bounds as { west: number; south: number };
}

async function confirmed(): Promise<string> {
  const incident = randomUUID();
  const { west, south } = await corner();
  const place = { address: 'Riverside Road 3', lon: west + 0.05, lat: south + 0.05 };
  const sent = await dispatcher.send('reportIncident', { report: report(incident, { place }) });
  expect(sent).toMatchObject(accepted);
  const confirm = { type: 'structure-fire' };
  expect(await dispatcher.send('confirmIncident', { incident, confirm })).toMatchObject(accepted);
  return incident;
}

const dispatchTypes = '$unit: ID!, $assignment: ID!, $incident: ID!';
async function dispatched(unit: string, incident: string): Promise<string> {
  const assignment = randomUUID();
  const values = { unit, assignment, incident };
  expect(await send(dispatcher, 'dispatchUnit', dispatchTypes, values)).toMatchObject(accepted);
  return assignment;
}

interface Shown {
  readonly rule: string;
  readonly capability: string;
  readonly considered: readonly {
    readonly unit: string;
    readonly callSign: string;
    readonly reason: string;
    readonly seconds: number;
  }[];
}

describe('[U4] [U5] the recommendation', () => {
  const query = `query($incident: ID!, $capability: String!, $count: Int) {
    recommendUnits(incident: $incident, capability: $capability, count: $count) {
      rule capability considered { unit callSign reason seconds metres fromStation } } }`;

  it('names the nearest that can, with time and reason; sent, it stands in the record', async () => {
    const incident = await confirmed();
    const { data } = await dispatcher.ask(query, { incident, capability: 'pump', count: 2 });
    const { rule, capability, considered } = (data?.recommendUnits ?? {}) as unknown as Shown;
    expect(rule).toBe('nearest-capable@1');
    expect(considered.filter(({ reason }) => reason === 'CHOSEN')).toHaveLength(2);
    const seconds = considered.slice(0, 3).map((one) => one.seconds);
    expect(seconds).toEqual(seconds.toSorted((a, b) => a - b));
    const [first, second, third] = considered;
    engines = engines.filter((unit) => unit !== third?.unit);
    const chosen = [first?.unit, second?.unit];
    const recommendation = {
      rule,
      capability,
      rank: 3,
      chosen,
      considered: considered.map(({ unit, callSign, reason, seconds: s }) => ({
        unit,
        callSign,
        reason,
        seconds: s,
      })),
    };
    const types = `${dispatchTypes}, $recommendation: RecommendationInput, $reason: String`;
    const reason = 'Knows the building';
    const answer = await send(dispatcher, 'dispatchUnit', types, {
      ...{ unit: third?.unit, assignment: randomUUID(), incident, recommendation, reason },
    });
    expect(answer).toMatchObject(accepted);
    const fields = `commitments { reason recommendation { rule rank chosen considered { unit } } }`;
    const asked = `query($id: ID!) { incident(id: $id) { ${fields} } }`;
    await expect
      .poll(async () => (await dispatcher.ask(asked, { id: incident })).data?.incident, polled)
      .toMatchObject({ commitments: [{ reason, recommendation: { rule, rank: 3, chosen } }] });
  });
  it('is for the command centre', async () => {
    const incident = await confirmed();
    const { errors } = await fire.ask(query, { incident, capability: 'pump' });
    expect(errors[0]?.extensions.code).toBe('forbidden');
  });
});

describe('duty and reserve', () => {
  const reasoned = '$unit: ID!, $reason: String!';

  it('[U6] go on and off duty, are held back until a time and released; the board says so', async () => {
    const unit = engine();
    const off = { unit, reason: 'Pump defective' };
    expect(await send(fire, 'goOffDuty', reasoned, off)).toMatchObject(accepted);
    await expect.poll(() => rowOf(unit, 'onDuty'), polled).toMatchObject({ onDuty: false });
    expect(await send(fire, 'goOnDuty', '$unit: ID!', { unit })).toMatchObject(accepted);
    const until = new Date(Date.now() + 3_600_000).toISOString();
    const held = { unit, reason: 'For the east side', until };
    const types = `${reasoned}, $until: DateTime`;
    expect(await send(dispatcher, 'holdInReserve', types, held)).toMatchObject(accepted);
    await expect
      .poll(() => rowOf(unit, 'reserve { reason until }'), polled)
      .toMatchObject({ reserve: { reason: held.reason, until } });
    expect(await send(dispatcher, 'releaseFromReserve', '$unit: ID!', { unit })).toMatchObject(
      accepted,
    );
    await expect
      .poll(() => rowOf(unit, 'reserve { reason }'), polled)
      .toMatchObject({
        reserve: null,
      });
  });
  it('the reserve is the command centre’s, duty also the own department’s', async () => {
    const unit = engine();
    const held = { unit, reason: 'Ours' };
    for (const who of [fire, police, auditor])
      expect(await send(who, 'holdInReserve', reasoned, held)).toMatchObject({ code: 'forbidden' });
    for (const who of [police, auditor])
      expect(await send(who, 'goOffDuty', reasoned, held)).toMatchObject({ code: 'forbidden' });
  });
  it.each(languages)('[B1] [U6] refuses what is not so, in %s', async (language) => {
    const unit = engine();
    const who = dispatcher.speaking(language);
    const past = { unit, reason: 'r', until: '2026-01-01T00:00:00.000Z' };
    const types = `${reasoned}, $until: DateTime`;
    const late = await send(who, 'holdInReserve', types, past);
    expect(late).toMatchObject({ code: 'inThePast', field: 'until' });
    expect(await send(who, 'goOffDuty', reasoned, { unit, reason: '' })).toMatchObject({
      code: 'required',
      field: 'reason',
    });
    await send(dispatcher, 'holdInReserve', reasoned, { unit, reason: 'East side' });
    const values = { unit, assignment: randomUUID(), incident: await confirmed() };
    const kept = await send(who, 'dispatchUnit', dispatchTypes, values);
    expect(kept).toMatchObject({ code: 'unitInReserve', field: 'unit' });
    expect(kept.message).toMatch(language === 'en' ? /in reserve/ : /备勤/);
    expect(kept.message).toContain('East side');
    const explicit = `${dispatchTypes}, $fromReserve: Boolean, $reason: String`;
    const forced = { ...values, fromReserve: true };
    expect(await send(who, 'dispatchUnit', explicit, forced)).toMatchObject({
      code: 'required',
      field: 'reason',
    });
    const why = { ...forced, reason: 'Nobody else is near' };
    expect(await send(who, 'dispatchUnit', explicit, why)).toMatchObject(accepted);
  });
});

describe('a unit at work', () => {
  const stageTypes = '$unit: ID!, $assignment: ID!, $stage: Stage!';
  const parTypes = '$unit: ID!, $assignment: ID!, $persons: Int, $note: String';

  it('[U8] confirms its accountability check by its own people; the incident has it', async () => {
    const unit = engine();
    const incident = await confirmed();
    const assignment = await dispatched(unit, incident);
    const early = await send(fire, 'confirmPar', parTypes, { unit, assignment, persons: 6 });
    expect(early).toMatchObject({ code: 'notOnScene', field: 'assignment' });
    const on = { unit, assignment, stage: 'ON_SCENE' };
    expect(await send(fire, 'recordStage', stageTypes, on)).toMatchObject(accepted);
    await expect
      .poll(() => rowOf(unit, 'active { stage par { check due } }'), polled)
      .toMatchObject({ active: { stage: 'ON_SCENE', par: { check: 1 } } });
    const said = { unit, assignment, persons: 6, note: 'All out' };
    expect(await send(police, 'confirmPar', parTypes, said)).toMatchObject({ code: 'forbidden' });
    expect(await send(fire, 'confirmPar', parTypes, { ...said, persons: 0 })).toMatchObject({
      code: 'outOfRange',
      field: 'persons',
    });
    expect(await send(fire, 'confirmPar', parTypes, said)).toMatchObject(accepted);
    const asked = `query($id: ID!) { incident(id: $id) { commitments { par { check result } } } }`;
    await expect
      .poll(async () => (await dispatcher.ask(asked, { id: incident })).data?.incident, polled)
      .toEqual({ commitments: [{ par: { check: 1, result: 'CONFIRMED' } }] });
  });
  it.each(languages)('[U1] is not sent twice, nor off duty, in %s', async (language) => {
    const unit = engine();
    await dispatched(unit, await confirmed());
    const who = dispatcher.speaking(language);
    const values = { unit, assignment: randomUUID(), incident: await confirmed() };
    const twice = await send(who, 'dispatchUnit', dispatchTypes, values);
    expect(twice).toMatchObject({ code: 'unitCommitted', field: 'unit' });
    expect(twice.message).toContain(unit.split('.')[1]);
    const off = await send(who, 'goOffDuty', '$unit: ID!, $reason: String!', { unit, reason: 'r' });
    expect(off).toMatchObject({ code: 'unitCommitted', field: 'unit' });
  });
  it('[U7] reports where it is: within the city, not of the future, never an older one', async () => {
    const unit = engine();
    const { west, south } = await corner();
    const types = '$unit: ID!, $lon: Float!, $lat: Float!, $at: DateTime';
    const at = new Date(Date.now() - 5_000).toISOString();
    const here = { unit, lon: west + 0.1, lat: south + 0.1, at };
    expect(await send(police, 'reportPosition', types, here)).toMatchObject({ code: 'forbidden' });
    expect(await send(fire, 'reportPosition', types, { ...here, lon: 10 })).toMatchObject({
      code: 'outsideCity',
      field: 'lon',
    });
    const future = { ...here, at: new Date(Date.now() + 3_600_000).toISOString() };
    expect(await send(fire, 'reportPosition', types, future)).toMatchObject({
      code: 'inTheFuture',
      field: 'at',
    });
    expect(await send(fire, 'reportPosition', types, here)).toMatchObject(accepted);
    const older = { ...here, lon: west + 0.2, at: new Date(Date.now() - 60_000).toISOString() };
    expect(await send(fire, 'reportPosition', types, older)).toMatchObject(accepted);
    await expect
      .poll(() => rowOf(unit, 'lastPosition { lon at }'), polled)
      .toMatchObject({ lastPosition: { lon: here.lon, at } });
  });
});

describe('[U10] mutual aid', () => {
  const askTypes =
    '$incident: ID!, $request: ID!, $jurisdiction: ID!, $capability: ID!, $count: Int!, $reason: String!';
  const answerTypes =
    '$incident: ID!, $request: ID!, $granted: Boolean!, $units: [OfferedUnitInput!]!, $note: String!';
  const wanted = { jurisdiction: 'beiling', capability: 'pump', count: 1, reason: 'All are out' };

  it('is asked for, granted with units that come and go home when it ends', async () => {
    const incident = await confirmed();
    const request = randomUUID();
    const ask = { incident, request, ...wanted };
    expect(await send(dispatcher, 'requestMutualAid', askTypes, ask)).toMatchObject(accepted);
    const callSign = `N${request.slice(0, 4)}`;
    const offered = [{ callSign, department: 'fire', kind: 'engine' }];
    const answer = { incident, request, granted: true, units: offered, note: '' };
    expect(await send(dispatcher, 'answerMutualAid', answerTypes, answer)).toMatchObject(accepted);
    const unit = `xinghe.beiling-${callSign}`;
    const fields = 'jurisdiction lentFor returnDue onDuty';
    await expect
      .poll(() => rowOf(unit, fields), polled)
      .toMatchObject({ jurisdiction: 'beiling', lentFor: incident, onDuty: true });
    const assignment = await dispatched(unit, incident);
    const end = { incident, request, reason: 'Enough' };
    const endTypes = '$incident: ID!, $request: ID!, $reason: String!';
    expect(await send(dispatcher, 'endMutualAid', endTypes, end)).toMatchObject(accepted);
    await expect.poll(() => rowOf(unit, fields), polled).toMatchObject({ returnDue: true });
    const cleared = { unit, assignment, stage: 'CLEARED' };
    const types = '$unit: ID!, $assignment: ID!, $stage: Stage!';
    expect(await send(dispatcher, 'recordStage', types, cleared)).toMatchObject(accepted);
    await expect.poll(() => rowOf(unit, fields), polled).toBeUndefined();
    const asked = `query($id: ID!) { incident(id: $id) {
      mutualAid { jurisdiction granted open units { callSign } ended { note } } } }`;
    expect((await dispatcher.ask(asked, { id: incident })).data?.incident).toEqual({
      mutualAid: [
        {
          jurisdiction: 'beiling',
          granted: true,
          open: false,
          units: [{ callSign }],
          ended: { note: 'Enough' },
        },
      ],
    });
  });
  it.each(languages)('[B1] refuses what is not so, in %s', async (language) => {
    const who = dispatcher.speaking(language);
    const ask = { incident: await confirmed(), request: randomUUID(), ...wanted };
    const nobody = await send(who, 'requestMutualAid', askTypes, { ...ask, jurisdiction: 'moon' });
    expect(nobody).toMatchObject({ code: 'unknownJurisdiction', field: 'jurisdiction' });
    expect(await send(who, 'requestMutualAid', askTypes, { ...ask, count: 0 })).toMatchObject({
      code: 'outOfRange',
      field: 'count',
    });
    expect(await send(fire, 'requestMutualAid', askTypes, ask)).toMatchObject({
      code: 'forbidden',
    });
    expect(await send(who, 'requestMutualAid', askTypes, ask)).toMatchObject(accepted);
    const { incident, request } = ask;
    const empty = { incident, request, granted: true, units: [], note: '' };
    expect(await send(who, 'answerMutualAid', answerTypes, empty)).toMatchObject({
      code: 'required',
      field: 'units',
    });
    const silent = { ...empty, granted: false };
    expect(await send(who, 'answerMutualAid', answerTypes, silent)).toMatchObject({
      code: 'required',
      field: 'note',
    });
    const declined = { ...silent, note: 'We have a fire too' };
    expect(await send(who, 'answerMutualAid', answerTypes, declined)).toMatchObject(accepted);
    expect(await send(who, 'answerMutualAid', answerTypes, declined)).toMatchObject({
      code: 'mutualAidAnswered',
      field: 'request',
    });
  });
});

describe('intervals', () => {
  const fields = `span of definition { en zh } targets { id source }
    all { count p50 excluded { reason count text { zh } } targets { count within reached } }
    groups { key count }`;
  const soon = () => new Date(Date.now() + 60_000).toISOString();
  const day = () => new Date(Date.now() - 86_400_000).toISOString();

  async function asked(who: Person, values: object): Promise<Row> {
    const { data, errors } = await who.ask(
      `query($span: IntervalSpan!, $from: DateTime!, $to: DateTime!, $by: [IntervalDimension!]!,
          $filter: IntervalFilter, $target: TargetInput) {
        intervals(city: "xinghe", span: $span, from: $from, to: $to, by: $by, filter: $filter,
          target: $target) { ${fields} } }`,
      { span: 'TURNOUT', from: day(), to: soon(), by: [], ...values },
    );
    const [error] = errors;
    return error ? { ...error.extensions } : (data?.intervals ?? {});
  }
  const own = { filter: { department: ['fire'] } };

  it('[X43] [X48] are measured against the profile’s targets and another, with their definition', async () => {
    const unit = engine();
    const assignment = await dispatched(unit, await confirmed());
    const types = '$unit: ID!, $assignment: ID!, $stage: Stage!';
    const stage = { unit, assignment, stage: 'EN_ROUTE' };
    expect(await send(dispatcher, 'recordStage', types, stage)).toMatchObject(accepted);
    const target = { seconds: 7_200, percent: 50 };
    const counted = async () => (await asked(auditor, { ...own, target })).all as Row;
    await expect.poll(async () => (await counted()).count, polled).toBeGreaterThan(0);
    const found = await asked(auditor, { ...own, target, by: ['DEPARTMENT'] });
    const { count } = found.all as { count: number };
    expect(found).toMatchObject({
      span: 'TURNOUT',
      of: 'ASSIGNMENT',
      definition: { zh: '从单位受派（排队任务从轮到时起）到出发。' },
      targets: [
        { id: 'turnout-fire', source: 'NFPA 1710' },
        { id: 'asked', source: '' },
      ],
      all: { targets: [{ count }, { count, within: count }] },
      groups: [{ key: ['fire'], count }],
    });
    const { data } = await dispatcher.ask(
      '{ responseTimes(city: "xinghe", hours: 1) { targets { id count within measured } acknowledged { count } } }',
    );
    const wall = (data?.responseTimes?.targets ?? []) as Row[];
    expect(wall.find(({ id }) => id === 'turnout-fire')).toMatchObject({ count });
  });

  it('[X47] are a liaison’s own department’s, and everybody’s for who reads everything', async () => {
    expect(await asked(fire, own)).toMatchObject({ span: 'TURNOUT' });
    expect(await asked(police, own)).toMatchObject({ code: 'forbidden' });
    expect(await asked(fire, {})).toMatchObject({ code: 'forbidden' });
    const both = { filter: { department: ['fire', 'police'] } };
    expect(await asked(fire, both)).toMatchObject({ code: 'forbidden' });
    expect(await asked(auditor, both)).toMatchObject({ span: 'TURNOUT' });
    const administrator = await Person.signedIn(stack.gateway.url, 'administrator');
    expect(await asked(administrator, {})).toMatchObject({ span: 'TURNOUT' });
  });

  it.each<[object, string, string]>([
    [{ from: '2026-01-02T00:00:00Z', to: '2026-01-01T00:00:00Z' }, 'endsBeforeStart', 'to'],
    [{ from: '2025-01-01T00:00:00Z', to: '2026-12-31T00:00:00Z' }, 'periodTooLong', 'to'],
    [{ by: ['HOUR', 'MONTH', 'TYPE'] }, 'tooMany', 'by'],
    [{ by: ['HOUR', 'HOUR'] }, 'tooMany', 'by'],
    [{ span: 'PROCESS', filter: { department: ['fire'] } }, 'notByDepartment', 'filter.department'],
    [{ filter: { type: Array(101).fill('x') } }, 'tooMany', 'filter.type'],
    [{ target: { seconds: 0, percent: 90 } }, 'outOfRange', 'target.seconds'],
    [{ target: { seconds: 60, percent: 101 } }, 'outOfRange', 'target.percent'],
  ])('[X47] are bounded: %j is refused', async (values, code, field) => {
    for (const language of languages)
      expect(await asked(auditor.speaking(language), values)).toMatchObject({ code, field });
  });
});

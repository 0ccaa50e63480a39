import { createHmac, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Answer, Person, report, task } from './client.ts';
import { touchedAfter } from './eventsAfter.ts';
import { type Stack, startStack } from './stack.ts';

let stack: Stack;
let dispatcher: Person;
let fire: Person;
let police: Person;
let auditor: Person;
/** Only reported; confirmed with a task of fire (accepted) and of police; resolved by the dispatcher. */
const reported = randomUUID();
const underWay = randomUUID();
const resolved = randomUUID();
const fireTask = task('fire', { part: 'LEAD' });
const policeTask = task('police');
const usedCommand = randomUUID();

const done = async (sent: Promise<Answer>): Promise<void> => {
  expect(await sent).toMatchObject({ __typename: 'Accepted' });
};
const incidentType = async (): Promise<string> => {
  const { data } = await dispatcher.ask('{ city(id: "xinghe") { types { id } } }');
  const [first] = (data?.city?.types ?? []) as { id: string }[];
  return first?.id ?? '';
};

beforeAll(async () => {
  stack = await startStack();
  const { url } = stack.gateway;
  [dispatcher, fire, police, auditor] = await Promise.all([
    Person.signedIn(url, 'dispatcher'),
    Person.signedIn(url, 'fire'),
    Person.signedIn(url, 'police'),
    Person.signedIn(url, 'auditor'),
  ]);
  const confirm = { type: await incidentType() };
  for (const incident of [reported, underWay, resolved])
    await done(dispatcher.send('reportIncident', { report: report(incident) }));
  for (const incident of [underWay, resolved])
    await done(dispatcher.send('confirmIncident', { incident, confirm }));
  const tasks = [fireTask, policeTask];
  await done(dispatcher.send('assignTasks', { incident: underWay, tasks }, { id: usedCommand }));
  await done(fire.send('acceptTask', { incident: underWay, task: fireTask.task }));
  await done(dispatcher.send('resolveIncident', { incident: resolved, summary: 'Over' }));
});
afterAll(() => stack.close());

const assign = (one: object) => ({ incident: underWay, tasks: [one] });
const reporting = (rest: object) => ({ report: { ...report(randomUUID()), ...rest } });
const long = 'x'.repeat(20_000);

interface Case {
  readonly name: string;
  readonly who?: () => Person;
  readonly send: string;
  readonly values: () => Record<string, unknown>;
  readonly command?: Record<string, unknown>;
  readonly code: string;
  readonly field: string | null;
  readonly en: RegExp;
  readonly zh: RegExp;
}

const refused: readonly Case[] = [
  {
    name: 'an unknown incident type',
    send: 'confirmIncident',
    values: () => ({ incident: reported, confirm: { type: 'meteor' } }),
    code: 'unknownType',
    field: 'type',
    en: /incident type “meteor”/,
    zh: /没有事件类型“meteor”/,
  },
  {
    name: 'an empty place',
    send: 'reportIncident',
    values: () => reporting({ place: { address: '   ' } }),
    code: 'required',
    field: 'place.address',
    en: /The place is missing/,
    zh: /地点不能为空/,
  },
  {
    name: 'coordinates outside the city',
    send: 'reportIncident',
    values: () => reporting({ place: { lon: 0, lat: 0 } }),
    code: 'outsideCity',
    field: 'place.lon',
    en: /The longitude lies outside Xinghe/,
    zh: /经度不在星河市范围内/,
  },
  {
    name: 'half a coordinate',
    send: 'reportIncident',
    values: () => reporting({ place: { address: 'x', lon: 112.9 } }),
    code: 'notANumber',
    field: 'place.lat',
    en: /The latitude must be a number/,
    zh: /纬度必须是数字/,
  },
  {
    name: '20 kB of text',
    send: 'reportIncident',
    values: () => reporting({ what: long }),
    code: 'tooLong',
    field: 'what',
    en: /What happened is too long: 20000 characters, at most \d+/,
    zh: /事件经过过长：共20000个字符/,
  },
  {
    name: 'control characters',
    send: 'reportIncident',
    values: () => reporting({ what: 'fire\u0007alarm' }),
    code: 'controlCharacters',
    field: 'what',
    en: /contains control characters/,
    zh: /含有控制字符/,
  },
  {
    name: 'control characters in a name',
    send: 'reportIncident',
    values: () => reporting({ city: 'xing\u0000he' }),
    code: 'controlCharacters',
    field: 'city',
    en: /City contains control characters/,
    zh: /城市含有控制字符/,
  },
  {
    name: 'an unknown city',
    send: 'reportIncident',
    values: () => reporting({ city: 'atlantis' }),
    code: 'unknownCity',
    field: 'city',
    en: /no city “atlantis”/,
    zh: /没有“atlantis”这个城市/,
  },
  {
    name: 'an id that is no UUID',
    send: 'reportIncident',
    values: () => reporting({ incident: '../../etc' }),
    code: 'notAnId',
    field: 'incident',
    en: /The incident must be a UUID/,
    zh: /事件必须是小写的 UUID/,
  },
  {
    name: 'a task for an unknown department',
    send: 'assignTasks',
    values: () => assign(task('wizards')),
    code: 'unknownDepartment',
    field: 'tasks[0].department',
    en: /Entry 1: Department: the city has no department “wizards”/,
    zh: /第1项：部门：本市没有部门“wizards”/,
  },
  {
    name: 'a task for a department that takes none',
    send: 'assignTasks',
    values: () => assign(task('command-centre')),
    code: 'departmentTakesNoTasks',
    field: 'tasks[0].department',
    en: /gives tasks and takes none/,
    zh: /只下达任务，不接受任务/,
  },
  {
    name: 'acknowledging twice',
    who: () => fire,
    send: 'acceptTask',
    values: () => ({ incident: underWay, task: fireTask.task }),
    code: 'taskClaimed',
    field: 'task',
    en: /already accepted by .*Zhao Gang/,
    zh: /任务已由.*赵刚.*签收/,
  },
  {
    name: 'acknowledging somebody else’s task',
    who: () => police,
    send: 'acceptTask',
    values: () => ({ incident: underWay, task: fireTask.task }),
    code: 'forbidden',
    field: null,
    en: /You may not do this: it is the affair of .*[Ff]ire/,
    zh: /您无权执行此操作：这是.*消防.*的事项/,
  },
  {
    name: 'a dispatcher acknowledging for a department',
    send: 'acceptTask',
    values: () => ({ incident: underWay, task: policeTask.task }),
    code: 'forbidden',
    field: null,
    en: /You may not do this/,
    zh: /您无权执行此操作/,
  },
  {
    name: 'an auditor who changes something',
    who: () => auditor,
    send: 'cancelIncident',
    values: () => ({ incident: reported, reason: 'TEST', note: 'x' }),
    code: 'forbidden',
    field: null,
    en: /You may not do this/,
    zh: /您无权执行此操作/,
  },
  {
    name: 'closing with open tasks',
    send: 'closeIncident',
    values: () => ({ incident: underWay, note: 'done' }),
    code: 'openTasks',
    field: 'incident',
    en: /Tasks still open: 2 \(.*[Ff]ire.*, .*[Pp]olice.*\)/,
    zh: /还有2项任务未结（.*消防.*、.*公安.*）/,
  },
  {
    name: 'closing by the handler',
    send: 'closeIncident',
    values: () => ({ incident: resolved, note: 'done' }),
    code: 'handlerMayNotClose',
    field: 'incident',
    en: /Chen Jing handled this incident; somebody who did not/,
    zh: /Chen Jing参与了该事件的处置，须由未参与处置的人员结案/,
  },
  {
    name: 'a command id used again for another command',
    send: 'addNote',
    values: () => ({ incident: underWay, note: randomUUID(), text: 'x' }),
    command: { id: usedCommand },
    code: 'commandIdReused',
    field: 'command.id',
    en: /already used for a different command/,
    zh: /已用于另一条命令/,
  },
  {
    name: 'a revision of the future',
    send: 'addNote',
    values: () => ({ incident: underWay, note: randomUUID(), text: 'x' }),
    command: { expectedRevision: '999' },
    code: 'revisionOfTheFuture',
    field: 'command.expectedRevision',
    en: /newer than the record, which ends at revision \d+/,
    zh: /比现有记录还新，记录的最后版本为\d+/,
  },
  {
    name: 'an occurred time in the future',
    send: 'addNote',
    values: () => ({ incident: underWay, note: randomUUID(), text: 'x' }),
    command: { occurredAt: '2999-01-01T00:00:00Z' },
    code: 'inTheFuture',
    field: 'occurredAt',
    en: /lies in the future/,
    zh: /晚于当前时间/,
  },
  {
    name: 'an unknown incident',
    send: 'markContained',
    values: () => ({ incident: randomUUID() }),
    code: 'unknownIncident',
    field: 'incident',
    en: /no such incident/,
    zh: /没有这个事件/,
  },
  {
    name: 'an unknown unit',
    send: 'recordStage',
    values: () => ({ unit: 'xinghe.X99', assignment: randomUUID(), stage: 'ON_SCENE' }),
    code: 'unknownUnit',
    field: 'unit',
    en: /no such unit/,
    zh: /没有这个处置单元/,
  },
  {
    name: 'too many tasks at once',
    send: 'assignTasks',
    values: () => ({ incident: underWay, tasks: Array.from({ length: 65 }, () => task('gas')) }),
    code: 'tooMany',
    field: 'tasks',
    en: /at most 64 at once/,
    zh: /一次最多64个/,
  },
];

/** Refused before anything is executed, because the variables don't fit their types. */
const misfits: readonly Case[] = [
  {
    name: 'a coordinate that is no number',
    send: 'reportIncident',
    values: () => reporting({ place: { lon: 'east', lat: 28.2 } }),
    code: 'notANumber',
    field: 'place.lon',
    en: /The longitude must be a number/,
    zh: /经度必须是数字/,
  },
  {
    name: 'an unknown channel',
    send: 'reportIncident',
    values: () => reporting({ channel: 'PIGEON' }),
    code: 'notOneOf',
    field: 'channel',
    en: /Channel must be one of these: .*PHONE/,
    zh: /来源渠道只能是以下之一：.*PHONE/,
  },
  {
    name: 'a missing text',
    send: 'reportIncident',
    values: () => reporting({ what: undefined }),
    code: 'required',
    field: 'what',
    en: /What happened is missing/,
    zh: /事件经过不能为空/,
  },
];

const languages = [
  ['en', 'en'],
  ['zh-CN', 'zh'],
] as const;

describe('[B1] bad input is refused with its field and rule, and changes nothing', () => {
  for (const { name, who, send, values, command, code, field, ...says } of refused) {
    it.each(languages)(`${name} (%s)`, async (language, key) => {
      const before = await stack.store.lastPosition();
      const person = (who ?? (() => dispatcher))().speaking(language);
      const sent = await person.send(send, values(), command);
      expect(sent).toMatchObject({ __typename: 'Rejected', code, field });
      expect(sent.message).toMatch(says[key]);
      expect(await touchedAfter(stack.store, before)).toEqual([]);
    });
  }

  for (const { name, send, values, code, field, ...says } of misfits) {
    it.each(languages)(`${name} (%s)`, async (language, key) => {
      const before = await stack.store.lastPosition();
      const { errors } = await dispatcher.speaking(language).send(send, values());
      expect(errors).toMatchObject([{ extensions: { code, field } }]);
      expect(errors[0]?.message).toMatch(says[key]);
      expect(await touchedAfter(stack.store, before)).toEqual([]);
    });
  }

  it('[C4] a stale expected revision is a conflict that says who did what meanwhile', async () => {
    const before = await stack.store.lastPosition();
    const values = { incident: underWay, task: fireTask.task, reason: 'too late' };
    const english = await dispatcher.send('cancelTask', values, { expectedRevision: '2' });
    expect(english).toMatchObject({
      __typename: 'Conflict',
      expectedRevision: '2',
      meanwhile: [{ type: 'TaskAccepted' }],
    });
    expect(english.message).toMatch(/Zhao Gang accepted the task/);
    const chinese = dispatcher.speaking('zh-CN');
    const said = await chinese.send('cancelTask', values, { expectedRevision: '2' });
    expect(said.message).toMatch(/Zhao Gang签收了任务/);
    expect(await touchedAfter(stack.store, before)).toEqual([]);
  });

  it('[C2] the same command twice is answered the same, once carried out', async () => {
    const id = randomUUID();
    const values = { incident: underWay, note: randomUUID(), text: 'once' };
    const first = await dispatcher.send('addNote', values, { id });
    const after = await stack.store.lastPosition();
    const second = await dispatcher.send('addNote', values, { id });
    expect(second).toMatchObject({ revision: first.revision, position: first.position });
    expect([first.repeated, second.repeated]).toEqual([false, true]);
    expect(await touchedAfter(stack.store, after)).toEqual([]);
  });
});

describe('[A2] a token that is forged or expired', () => {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const sign = (claims: object, key: Uint8Array): string => {
    const text = `${part({ alg: 'HS256' })}.${part(claims)}`;
    return `${text}.${createHmac('sha256', key).update(text).digest('base64url')}`;
  };
  const now = Math.floor(Date.now() / 1000);
  const claims = { sub: 'dispatcher', iss: 'tocsin', iat: now - 60, exp: now + 60 };
  const tokens = (): Record<string, string> => ({
    forged: sign(claims, new TextEncoder().encode('somebody else’s key of many bytes')),
    expired: sign({ ...claims, exp: now - 1 }, stack.sessionKey),
    'of nobody': sign({ ...claims, sub: 'ghost' }, stack.sessionKey),
  });

  it.each(languages)('opens nothing over HTTP (%s)', async (language, key) => {
    const before = await stack.store.lastPosition();
    for (const [kind, token] of Object.entries(tokens())) {
      const person = new Person(stack.gateway.url, token, language);
      const { status, errors } = await person.ask('{ cities { id } }');
      expect(status, kind).toBe(401);
      expect(errors).toMatchObject([{ extensions: { code: 'unauthenticated' } }]);
      expect(errors[0]?.message).toMatch(key === 'en' ? /Sign in again/ : /请重新登录/);
      const sent = await person.send('markContained', { incident: underWay });
      expect(sent.errors).toMatchObject([{ extensions: { code: 'unauthenticated' } }]);
    }
    expect(await touchedAfter(stack.store, before)).toEqual([]);
  });

  it('and none at all opens only what is public', async () => {
    const nobody = new Person(stack.gateway.url);
    const { data } = await nobody.ask(
      '{ viewer { name } signInOptions { demoAccounts { account } } }',
    );
    expect(data).toMatchObject({ viewer: null });
    const { errors } = await nobody.ask('{ incidents(city: "xinghe") { cursor } }');
    expect(errors).toMatchObject([{ extensions: { code: 'unauthenticated' } }]);
    const sent = await nobody.send('markContained', { incident: underWay });
    expect(sent.errors).toMatchObject([{ extensions: { code: 'unauthenticated' } }]);
  });
});

describe('requests that are no requests', () => {
  it.each(languages)('are refused in the reader’s language (%s)', async (language, key) => {
    const person = dispatcher.speaking(language);
    const speaks = key === 'en' ? /^[\x20-\x7e\u2018-\u201d]+$/ : /\p{Script=Han}/u;
    const cases: readonly [string, string, number][] = [
      ['{', 'NOT_JSON', 400],
      ['[]', 'NOT_JSON', 400],
      ['{"query":1}', 'NOT_JSON', 400],
      [JSON.stringify({ query: '{ cities {' }), 'BAD_INPUT', 200],
      [JSON.stringify({ query: '{ treasure }' }), 'BAD_INPUT', 200],
      [
        JSON.stringify({ query: '{ timeline(incident: "x", from: 0) { type } }' }),
        'BAD_INPUT',
        200,
      ],
      [JSON.stringify({ query: `{ cities { id } } #${'x'.repeat(70_000)}` }), 'TOO_LARGE', 413],
      [JSON.stringify({ query: 'subscription { status { live } }' }), 'SOCKET_ONLY', 200],
    ];
    for (const [body, code, status] of cases) {
      const refusal = await person.post(body);
      expect(refusal.errors, body.slice(0, 40)).toMatchObject([{ extensions: { code } }]);
      expect(refusal.errors[0]?.message).toMatch(speaks);
      expect(refusal.status).toBe(status);
    }
  });
});

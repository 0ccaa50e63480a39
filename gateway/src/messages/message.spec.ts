import { upcasters } from '@tocsin/domain';
import { describe, expect, it } from 'vitest';
import {
  catalogues,
  conflictMessage,
  type EventName,
  fieldLabel,
  languageOf,
  type MessageCode,
  message,
} from './index.ts';

/** The facts that come with each code, as the domain and the gateway give them. */
const facts: Readonly<Record<MessageCode, Readonly<Record<string, string | number>>>> = {
  required: {},
  tooLong: { max: 4000, length: 20000 },
  controlCharacters: {},
  notANumber: {},
  notATime: { value: 'noon' },
  notAnId: {},
  outOfRange: { min: 1, max: 9 },
  notOneOf: { allowed: '1, 2', value: 7 },
  inTheFuture: { value: '2099-01-01T00:00:00.000Z', now: '2026-01-01T00:00:00.000Z' },
  inThePast: { value: '2020-01-01T00:00:00.000Z', now: '2026-01-01T00:00:00.000Z' },
  outsideCity: { city: 'Xinghe', cityZh: '星河市', west: 1, south: 2, east: 3, north: 4 },
  tooMany: { max: 32 },
  unknownCity: { city: 'nowhere' },
  unknownCell: { cell: 'x' },
  unknownDistrict: { district: 'x' },
  unknownSubdistrict: { subdistrict: 'x' },
  areaEmpty: {},
  polygonTooShort: { points: 3 },
  polygonNotClosed: {},
  unknownDepartment: { department: 'x' },
  departmentTakesNoTasks: { department: 'command-centre' },
  unknownType: { type: 'x' },
  unknownIncident: {},
  unknownReport: { report: 'x' },
  unknownTask: { task: 'x' },
  unknownUnit: {},
  unknownAssignment: { assignment: 'x' },
  unknownPerson: {},
  unknownPlan: { plan: 'x' },
  unknownPlanPart: { part: 'x' },
  unknownCapability: { capability: 'x' },
  unknownUnitRequest: { request: 'x' },
  planVersion: { version: 1, current: 2 },
  planNotApplied: { plan: 'x' },
  lacksCapability: { callSign: 'E12', capability: 'ladder' },
  alreadyExists: { task: 'x' },
  endsBeforeStart: { from: 'x', until: 'y' },
  unknownWarning: {},
  warningStatus: { status: 'lifted', wanted: 'inForce' },
  unknownEvent: {},
  eventStatus: { status: 'ended', wanted: 'scheduled' },
  unknownPost: { post: 'x' },
  notOnDuty: { name: 'Li' },
  mayNotTakeDuty: { account: 'li', department: 'fire' },
  unknownHandover: {},
  handoverStatus: { status: 'accepted' },
  handoverPending: { name: 'Li' },
  handoverNotYours: { name: 'Li' },
  handoverToOneself: {},
  departmentHasTask: { department: 'fire' },
  leadTaken: { department: 'fire' },
  sameDepartment: { department: 'fire' },
  deadlineOrder: {},
  incidentStatus: { status: 'closed', wanted: 'confirmed, responding' },
  incidentMerged: {},
  firstReport: {},
  answeredBeforeItRang: {},
  responseLevelNeedsCommander: { level: 2, highest: 3 },
  mergeIntoItself: {},
  mergeTargetStatus: { status: 'closed' },
  hasAbsorbed: { count: 2 },
  otherCity: { city: 'nowhere' },
  exerciseAndReal: {},
  taskStatus: { status: 'done', wanted: 'started' },
  taskClaimed: { name: 'Zhao Gang', at: '2026-01-01T00:00:00.000Z' },
  openTasks: { count: 2, departments: 'fire, gas' },
  committedUnits: { count: 1, units: 'E12' },
  handlerMayNotClose: { name: 'Chen Jing' },
  doerMayNotVerify: { name: 'Chen Jing' },
  commandTaken: { name: 'Chen Jing' },
  commandOnlyTransferred: {},
  nobodyInCommand: {},
  notInCommand: { name: 'Chen Jing' },
  roleVacant: { role: 'safety' },
  holdsNoRole: { name: 'Chen Jing' },
  unknownConsultation: {},
  consultationClosed: { name: 'Chen Jing', at: '2026-01-01T00:00:00.000Z' },
  notInvited: { departments: 'fire, gas' },
  alreadyInvited: { department: 'fire' },
  notAMediaType: {},
  notADigest: {},
  uriScheme: { allowed: 'https://\u2026, file-store:\u2026' },
  unknownEntry: { revision: 99 },
  notStrikable: { revision: 1 },
  notTheAuthor: { name: 'Chen Jing' },
  unknownHold: { hold: 'x' },
  legalHold: {},
  tooManyReads: { seconds: 30 },
  unknownFinding: {},
  unknownAction: {},
  actionStatus: { status: 'done', wanted: 'assigned, returned' },
  doerMayNotVerifyAction: { name: 'Chen Jing' },
  notADay: { value: '2026-02-30' },
  unknownItem: { item: 'x' },
  unknownDepot: { depot: 'x' },
  unknownLot: { lot: 'x' },
  unknownRequest: { request: 'x' },
  unknownCommitment: { commitment: 'x' },
  lotExpired: { expires: '2026-01-01', today: '2026-03-01' },
  lotExpires: { lot: 'x', expires: '2026-01-01' },
  lotsDontAddUp: { quantity: 3, total: 2 },
  stockShort: { item: 'boat', free: 1, wanted: 2 },
  stockReserved: { lot: 'x', committed: 3, quantity: 4 },
  moreThanRequested: { left: 1, wanted: 2 },
  moreThanReserved: { most: 1, wanted: 2 },
  moreThanOut: { most: 1, wanted: 2 },
  notReturnable: { item: 'mask' },
  supplyRequestEnded: { status: 'cancelled' },
  personalDataInClear: { count: 1 },
  requestOfAnother: { name: 'Zhao Gang' },
  suppliesOut: { count: 1, items: 'boat × 2' },
  commandIdReused: {},
  revisionOfTheFuture: { expected: '9', actual: '3' },
  logOfInvalid: {},
  recordMomentInvalid: {},
  recordMomentOrder: {},
  unitCommitted: { callSign: 'E12', incident: 'x', stage: 'onScene' },
  unitOffDuty: { callSign: 'E12' },
  unitInReserve: { callSign: 'E12', reason: 'Cover for the marathon' },
  notOnScene: { callSign: 'E12' },
  unknownJurisdiction: { jurisdiction: 'x' },
  unknownMutualAid: { request: 'x' },
  mutualAidAnswered: {},
  assignmentStatus: { status: 'ended' },
  assignmentStacked: {},
  stageOrder: { stage: 'enRoute', reached: 'onScene' },
  forbidden: { department: 'fire' },
  unauthenticated: {},
  wrongCredentials: {},
  tooManyAttempts: { seconds: 30 },
  cursorInvalid: {},
  cursorOfTheFuture: { newest: '5.0' },
  positionOfTheFuture: { last: '12' },
  momentInvalid: {},
  momentOfTheFuture: { last: '12' },
  momentOrder: {},
  tooManyPlays: { max: 4 },
  periodTooLong: { days: 400 },
  notByDepartment: {},
  BAD_INPUT: { detail: 'Syntax Error' },
  NOT_JSON: {},
  SOCKET_ONLY: {},
  TOO_LARGE: { max: 65536 },
  TOO_DEEP: { max: 15 },
  TOO_MANY_FIELDS: { max: 1000 },
  TOO_MANY_SUBSCRIPTIONS: { max: 32 },
  UNAVAILABLE: {},
  INTERNAL: { id: 'x' },
};
const codes = Object.keys(facts) as MessageCode[];
const placeholders = (template: string) => [...template.matchAll(/\{(\w+)\}/g)].map(([all]) => all);

describe('[V1] [B1] messages', () => {
  it.each(['en', 'zh'] as const)('are whole sentences without gaps in %s', (language) => {
    for (const code of codes) {
      const said = message(language, code, facts[code], 'place.lon');
      expect(said, code).toMatch(/[.。0-9A-Za-z…]$|[）]$/);
      expect(said, code).not.toMatch(/[{}[\]?]|undefined/);
    }
  });

  it('are Chinese in Chinese and English in English', () => {
    for (const code of codes) {
      expect(message('zh', code, facts[code]), code).toMatch(/\p{Script=Han}/u);
      expect(message('en', code, facts[code]), code).not.toMatch(/\p{Script=Han}/u);
    }
  });

  it('leave no part open when the optional facts are missing', () => {
    for (const language of ['en', 'zh'] as const)
      for (const code of ['forbidden', 'incidentStatus', 'positionOfTheFuture'] as const)
        expect(message(language, code, { status: 'closed' })).not.toMatch(/[{}[\]?]/);
  });

  it('label the same fields and words in both languages', () => {
    const { en, zh } = catalogues;
    expect(Object.keys(zh.fields).sort()).toEqual(Object.keys(en.fields).sort());
    expect(Object.keys(zh.words).sort()).toEqual(Object.keys(en.words).sort());
    for (const template of ['conflict', 'deed', 'more', 'entry'] as const)
      expect(placeholders(zh[template]).sort()).toEqual(placeholders(en[template]).sort());
  });

  it('name the field, the entry of a list and the department', () => {
    expect(fieldLabel(catalogues.en, 'tasks[1].department')).toBe('Entry 2: Department');
    expect(fieldLabel(catalogues.zh, 'place.lon')).toBe('经度');
    expect(fieldLabel(catalogues.en, 'unheard.of')).toBe('“unheard.of”');
    const name = (id: string) => ({ fire: '消防救援支队', gas: '燃气公司' })[id] ?? id;
    const open = { count: 2, departments: 'fire, gas' };
    expect(message('zh', 'openTasks', open, 'incident', name)).toContain('消防救援支队、燃气公司');
  });

  it('shorten what a person typed', () => {
    const said = message('en', 'unknownType', { type: 'x'.repeat(20_000) }, 'type');
    expect(said.length).toBeLessThan(300);
  });

  it('[C4] have a deed in both languages for every event that a command can conflict with', () => {
    for (const type of Object.keys(upcasters)) {
      const meanwhile = [{ type, actor: { name: 'Zhao Gang' } }];
      expect(conflictMessage('en', meanwhile), type).toMatch(/Zhao Gang [a-z][a-z’ ]+\./);
      expect(conflictMessage('zh', meanwhile), type).toMatch(/Zhao Gang\p{Script=Han}+。/u);
    }
  });

  it('of a conflict name who did what meanwhile', () => {
    const deeds: readonly EventName[] = [
      'TaskAccepted',
      'TaskStarted',
      'TaskFinished',
      'NoteAdded',
    ];
    const meanwhile = deeds.map((type) => ({ type, actor: { name: 'Zhao Gang' } }));
    const said = conflictMessage('en', meanwhile);
    expect(said).toContain('Zhao Gang accepted the task');
    expect(said).toContain('and 1 more');
    expect(conflictMessage('zh', meanwhile)).toContain('Zhao Gang签收了任务');
  });

  it.each([
    ['en-GB,en;q=0.9,zh;q=0.8', 'en'],
    ['zh-CN,zh;q=0.9', 'zh'],
    ['zh_CN', 'zh'],
    ['fr-FR, en;q=0.5', 'en'],
    ['de', 'zh'],
    [undefined, 'zh'],
    [42, 'zh'],
  ])('are in the language that %s asks for', (asked, language) => {
    expect(languageOf(asked)).toBe(language);
  });
});

import type { Definition } from './definition.ts';

const incident = { name: 'incident', kind: 'incident' } as const;
const department = { name: 'department', kind: 'department' } as const;
const task = { name: 'task', kind: 'task' } as const;
const unit = { name: 'unit', kind: 'unit' } as const;
const text = { name: 'text', kind: 'text' } as const;
const maybeText = { ...text, optional: true } as const;

const dispatch = ['dispatch'] as const;
const atDepartment = ['department'] as const;
const everywhere = ['everywhere'] as const;

/** What is done about an incident. */
const incidents = {
  report: {
    name: 'queue.newReport',
    verb: { en: 'report', zh: '接报' },
    keys: ['n'],
    places: dispatch,
    may: 'reportIncident',
  },
  open: {
    name: 'action.open',
    verb: { en: 'open', zh: '打开' },
    places: everywhere,
    params: [incident],
  },
  queue: {
    name: 'queue.title',
    verb: { en: 'queue', zh: '队列' },
    keys: ['q'],
    places: dispatch,
    may: 'readIncidentBoard',
  },
  confirm: {
    name: 'action.confirm',
    verb: { en: 'confirm', zh: '确认' },
    keys: ['c'],
    places: dispatch,
    may: 'confirmIncident',
    params: [incident, { name: 'type', kind: 'type' }],
  },
  assign: {
    name: 'action.assign',
    verb: { en: 'assign', zh: '派' },
    keys: ['a'],
    places: dispatch,
    may: 'assignTasks',
    params: [department, incident, maybeText],
  },
  plan: {
    name: 'plan.applyAll',
    verb: { en: 'plan', zh: '预案' },
    keys: ['p'],
    places: dispatch,
    may: 'applyPlan',
    guarded: true,
  },
  note: {
    name: 'action.note',
    verb: { en: 'note', zh: '记' },
    keys: ['t'],
    places: dispatch,
    may: 'addNote',
    params: [incident, text],
  },
  contain: {
    name: 'action.contain',
    verb: { en: 'contained', zh: '控制' },
    keys: ['d'],
    places: dispatch,
    may: 'markContained',
    params: [incident],
    guarded: true,
  },
  resolve: {
    name: 'action.resolve',
    verb: { en: 'resolve', zh: '办结' },
    keys: ['r'],
    places: dispatch,
    may: 'resolveIncident',
    params: [incident, text],
  },
  close: {
    name: 'action.close',
    verb: { en: 'close', zh: '结案' },
    keys: ['x'],
    places: dispatch,
    may: 'closeIncident',
    params: [incident, maybeText],
  },
  reopen: {
    name: 'action.reopen',
    verb: { en: 'reopen', zh: '重启' },
    places: dispatch,
    may: 'reopenIncident',
    params: [incident, text],
  },
  cancel: {
    name: 'action.cancel',
    verb: { en: 'cancel', zh: '撤销' },
    places: dispatch,
    may: 'cancelIncident',
    params: [incident, { name: 'why', kind: 'cancelReason' }, text],
  },
  level: {
    name: 'judge.setLevel',
    verb: { en: 'level', zh: '响应' },
    keys: ['l'],
    places: dispatch,
    may: 'raiseResponseLevel',
    params: [incident, { name: 'level', kind: 'level' }, maybeText],
  },
  merge: {
    name: 'judge.merge',
    verb: { en: 'merge', zh: '合并' },
    keys: ['m'],
    places: dispatch,
    may: 'mergeIncident',
  },
} as const satisfies Readonly<Record<string, Definition>>;

/** What is done about tasks: by the command centre, then by the department. */
const tasks = {
  urge: {
    name: 'action.urge',
    verb: { en: 'urge', zh: '催办' },
    keys: ['u'],
    places: dispatch,
    may: 'urgeTask',
    params: [department, incident, text],
  },
  verify: {
    name: 'action.verify',
    verb: { en: 'verify', zh: '核实' },
    keys: ['v'],
    places: dispatch,
    may: 'verifyTask',
    params: [department, incident],
    guarded: true,
  },
  accept: {
    name: 'action.accept',
    verb: { en: 'ack', zh: '接收' },
    keys: ['a'],
    places: atDepartment,
    may: 'acceptTask',
    params: [task],
  },
  object: {
    name: 'action.object',
    verb: { en: 'object', zh: '异议' },
    keys: ['o'],
    places: atDepartment,
    may: 'objectToTask',
    params: [task, text],
  },
  start: {
    name: 'action.start',
    verb: { en: 'start', zh: '开始' },
    keys: ['b'],
    places: atDepartment,
    may: 'startTask',
    params: [task],
  },
  progress: {
    name: 'action.progress',
    verb: { en: 'progress', zh: '进展' },
    keys: ['p'],
    places: atDepartment,
    may: 'reportProgress',
    params: [task, text],
  },
  finish: {
    name: 'action.finish',
    verb: { en: 'finish', zh: '完成' },
    keys: ['f'],
    places: atDepartment,
    may: 'finishTask',
    params: [task, text],
  },
} as const satisfies Readonly<Record<string, Definition>>;

const units = {
  recommend: {
    name: 'recommend.open',
    verb: { en: 'recommend', zh: '推荐' },
    keys: ['s'],
    places: dispatch,
    may: 'recommendUnits',
  },
  send: {
    name: 'action.dispatch',
    verb: { en: 'send', zh: '出动' },
    places: dispatch,
    may: 'dispatchUnit',
    params: [unit, incident],
  },
  stage: {
    name: 'units.nextStage',
    verb: { en: 'status', zh: '状态' },
    keys: ['e'],
    places: ['dispatch', 'units'],
    may: 'recordStage',
    params: [unit, { name: 'stage', kind: 'stage' }],
  },
} as const satisfies Readonly<Record<string, Definition>>;

/** What is said and recorded about command, and afterwards: each is its button, found by its name. */
const commanding = {
  command: {
    name: 'commanding.take',
    verb: { en: 'command', zh: '接管' },
    places: dispatch,
    may: 'takeCommand',
    guarded: true,
  },
  role: {
    name: 'commanding.assign',
    verb: { en: 'role', zh: '授职' },
    places: dispatch,
    may: 'assignRole',
  },
  consult: {
    name: 'commanding.open',
    verb: { en: 'consult', zh: '会商' },
    places: dispatch,
    may: 'openConsultation',
  },
  situation: {
    name: 'commanding.report',
    verb: { en: 'situation', zh: '态势' },
    places: dispatch,
    may: 'reportSituation',
  },
  attach: {
    name: 'commanding.attach',
    verb: { en: 'attach', zh: '附件' },
    places: dispatch,
    may: 'addAttachment',
  },
  strike: {
    name: 'commanding.strike',
    verb: { en: 'strike', zh: '划去' },
    places: dispatch,
    may: 'strikeEntry',
    guarded: true,
  },
  finding: {
    name: 'afterwards.finding',
    verb: { en: 'finding', zh: '发现' },
    places: dispatch,
    may: 'recordFinding',
  },
  supplies: {
    name: 'supplies.requestSupplies',
    verb: { en: 'supplies', zh: '物资' },
    places: dispatch,
    may: 'requestSupplies',
  },
  aid: {
    name: 'mutualAid.ask',
    verb: { en: 'aid', zh: '互助' },
    places: dispatch,
    may: 'requestMutualAid',
  },
} as const satisfies Readonly<Record<string, Definition>>;

/** What begins in a view of its own. */
const elsewhere = {
  warn: {
    name: 'warnings.issue',
    verb: { en: 'warn', zh: '预警' },
    keys: ['n'],
    places: ['warnings'],
    may: 'issueWarning',
  },
  schedule: {
    name: 'plannedEvents.schedule',
    verb: { en: 'schedule', zh: '活动' },
    keys: ['n'],
    places: ['plannedEvents'],
    may: 'scheduleEvent',
  },
  handover: {
    name: 'duty.handOver',
    verb: { en: 'handover', zh: '交班' },
    keys: ['h'],
    places: ['duty'],
    may: 'handOverShift',
  },
} as const satisfies Readonly<Record<string, Definition>>;

const atConsole = {
  line: {
    name: 'line.title',
    verb: { en: 'line', zh: '命令' },
    keys: ['/'],
    places: everywhere,
  },
  go: {
    name: 'line.go',
    verb: { en: 'go', zh: '去' },
    keys: ['1', '2', '3', '4', '5', '6', '7', '8', '9'],
    places: everywhere,
    params: [{ name: 'view', kind: 'view' }],
  },
  fit: {
    name: 'line.fit',
    verb: { en: 'fit', zh: '全图' },
    keys: ['g'],
    places: ['dispatch', 'map', 'cockpit', 'audit'],
  },
  undo: { name: 'undo.undo', verb: { en: 'undo', zh: '撤回' }, keys: ['z'], places: everywhere },
  silence: {
    name: 'alarm.silence',
    verb: { en: 'silence', zh: '静音' },
    keys: ['k'],
    places: everywhere,
  },
  language: {
    name: 'line.language',
    verb: { en: 'language', zh: '语言' },
    places: everywhere,
    params: [],
  },
  theme: { name: 'line.theme', verb: { en: 'theme', zh: '主题' }, places: everywhere, params: [] },
  help: {
    name: 'help.title',
    verb: { en: 'help', zh: '帮助' },
    keys: ['?'],
    places: everywhere,
    params: [],
  },
} as const satisfies Readonly<Record<string, Definition>>;

/** Every action of the console. */
export const definitions = {
  ...incidents,
  ...tasks,
  ...units,
  ...commanding,
  ...elsewhere,
  ...atConsole,
} as const;

export type ActionId = keyof typeof definitions;
export const actionIds = Object.keys(definitions) as readonly ActionId[];
export const definitionOf = (id: ActionId): Definition => definitions[id];

import type { Definition } from '../definition.ts';

const incident = { name: 'incident', kind: 'incident' } as const;
const department = { name: 'department', kind: 'department' } as const;
const text = { name: 'text', kind: 'text' } as const;
const maybeText = { ...text, optional: true } as const;
const dispatch = ['dispatch'] as const;
const everywhere = ['everywhere'] as const;

/** What is done about an incident. */
export const incidents = {
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
  judgeType: {
    name: 'judge.type',
    verb: { en: 'type', zh: '定类' },
    places: dispatch,
    may: 'judgeIncident',
  },
  judgeGrade: {
    name: 'judge.grade',
    verb: { en: 'grade', zh: '定级' },
    places: dispatch,
    may: 'judgeIncident',
  },
  judgePriority: {
    name: 'judge.priority',
    verb: { en: 'priority', zh: '优先' },
    places: dispatch,
    may: 'judgeIncident',
  },
  responsible: {
    name: 'judge.assignResponsible',
    verb: { en: 'responsible', zh: '主责' },
    places: dispatch,
    may: 'assignResponsibility',
  },
  raise: {
    name: 'judge.raise',
    verb: { en: 'raise', zh: '上报' },
    places: dispatch,
    may: 'raiseIncident',
    guarded: true,
  },
  handDown: {
    name: 'judge.handDown',
    verb: { en: 'handdown', zh: '下交' },
    places: dispatch,
    may: 'handDownIncident',
    guarded: true,
  },
  undoMerge: {
    name: 'judge.undoMerge',
    verb: { en: 'unmerge', zh: '拆分' },
    places: dispatch,
    may: 'undoMerge',
    guarded: true,
  },
  link: {
    name: 'judge.link',
    verb: { en: 'link', zh: '关联' },
    places: dispatch,
    may: 'linkReport',
  },
  unlink: {
    name: 'doing.unlink',
    verb: { en: 'unlink', zh: '脱开' },
    places: dispatch,
    may: 'unlinkReport',
    guarded: true,
  },
  tick: {
    name: 'doing.tick',
    verb: { en: 'tick', zh: '勾选' },
    places: dispatch,
    may: 'tickChecklistItem',
  },
} as const satisfies Readonly<Record<string, Definition>>;

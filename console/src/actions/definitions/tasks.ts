import type { Definition } from '../definition.ts';

const incident = { name: 'incident', kind: 'incident' } as const;
const department = { name: 'department', kind: 'department' } as const;
const task = { name: 'task', kind: 'task' } as const;
const text = { name: 'text', kind: 'text' } as const;
const dispatch = ['dispatch'] as const;
const atDepartment = ['department'] as const;

/** What is done about tasks: by the command centre, then by the department. */
export const tasks = {
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
  uphold: {
    name: 'doing.uphold',
    verb: { en: 'uphold', zh: '支持' },
    places: dispatch,
    may: 'upholdObjection',
  },
  reject: {
    name: 'doing.reject',
    verb: { en: 'reject', zh: '驳回' },
    places: dispatch,
    may: 'rejectObjection',
    guarded: true,
  },
  return: {
    name: 'doing.return',
    verb: { en: 'redo', zh: '返工' },
    places: dispatch,
    may: 'returnTask',
    guarded: true,
  },
  reassign: {
    name: 'doing.reassign',
    verb: { en: 'reassign', zh: '改派' },
    places: dispatch,
    may: 'reassignTask',
  },
  deadline: {
    name: 'doing.deadline',
    verb: { en: 'deadline', zh: '时限' },
    places: dispatch,
    may: 'changeTaskDeadlines',
  },
  lead: {
    name: 'doing.lead',
    verb: { en: 'lead', zh: '牵头' },
    places: dispatch,
    may: 'transferLead',
  },
  cancelTask: {
    name: 'action.cancelTask',
    verb: { en: 'drop', zh: '撤任务' },
    places: dispatch,
    may: 'cancelTask',
    guarded: true,
  },
} as const satisfies Readonly<Record<string, Definition>>;

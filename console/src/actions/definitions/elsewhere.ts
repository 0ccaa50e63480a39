import type { Definition } from '../definition.ts';

const everywhere = ['everywhere'] as const;
const atWarnings = ['warnings'] as const;
const atEvents = ['plannedEvents'] as const;
const atDuty = ['duty'] as const;

/** What is done in a view of its own. */
export const elsewhere = {
  warn: {
    name: 'warnings.issue',
    verb: { en: 'warn', zh: '预警' },
    keys: ['n'],
    places: atWarnings,
    may: 'issueWarning',
  },
  schedule: {
    name: 'plannedEvents.schedule',
    verb: { en: 'schedule', zh: '活动' },
    keys: ['n'],
    places: atEvents,
    may: 'scheduleEvent',
  },
  handover: {
    name: 'duty.handOver',
    verb: { en: 'handover', zh: '交班' },
    keys: ['h'],
    places: atDuty,
    may: 'handOverShift',
  },
  adjustWarning: {
    name: 'doing.adjustWarning',
    verb: { en: 'adjust', zh: '调整' },
    places: atWarnings,
    may: 'adjustWarning',
  },
  liftWarning: {
    name: 'doing.liftWarning',
    verb: { en: 'lift', zh: '解除' },
    places: atWarnings,
    may: 'liftWarning',
  },
  amendEvent: {
    name: 'doing.amendEvent',
    verb: { en: 'amend', zh: '变更' },
    places: atEvents,
    may: 'amendEvent',
  },
  beginEvent: {
    name: 'doing.beginEvent',
    verb: { en: 'begin', zh: '开幕' },
    places: atEvents,
    may: 'beginEvent',
  },
  endEvent: {
    name: 'doing.endEvent',
    verb: { en: 'end', zh: '结束' },
    places: atEvents,
    may: 'endEvent',
  },
  cancelEvent: {
    name: 'plannedEvents.cancelEvent',
    verb: { en: 'scrap', zh: '停办' },
    places: atEvents,
    may: 'cancelEvent',
  },
  post: {
    name: 'plannedEvents.placePost',
    verb: { en: 'post', zh: '设岗' },
    places: atEvents,
    may: 'placePost',
  },
  changePost: {
    name: 'doing.changePost',
    verb: { en: 'alter', zh: '换岗' },
    places: atEvents,
    may: 'placePost',
  },
  removePost: {
    name: 'doing.removePost',
    verb: { en: 'unpost', zh: '撤岗' },
    places: atEvents,
    may: 'removePost',
  },
  holdUnit: {
    name: 'doing.holdUnit',
    verb: { en: 'keep', zh: '驻守' },
    places: atEvents,
    may: 'placeUnit',
  },
  releaseUnit: {
    name: 'doing.releaseUnit',
    verb: { en: 'unkeep', zh: '撤驻' },
    places: atEvents,
    may: 'releaseUnit',
    guarded: true,
  },
  attachPlan: {
    name: 'plannedEvents.attachPlan',
    verb: { en: 'adopt', zh: '配预案' },
    places: atEvents,
    may: 'attachPlan',
  },
  detachPlan: {
    name: 'doing.detachPlan',
    verb: { en: 'shed', zh: '卸预案' },
    places: atEvents,
    may: 'detachPlan',
    guarded: true,
  },
  takeDuty: {
    name: 'doing.takeDuty',
    verb: { en: 'takeover', zh: '接班' },
    places: atDuty,
    may: 'takeDuty',
  },
  endDuty: {
    name: 'doing.endDuty',
    verb: { en: 'leave', zh: '离席' },
    places: atDuty,
    may: 'endDuty',
    guarded: true,
  },
  relieveDuty: {
    name: 'doing.relieveDuty',
    verb: { en: 'replace', zh: '换班' },
    places: atDuty,
    may: 'relieveDuty',
  },
  acceptHandover: {
    name: 'duty.accept',
    verb: { en: 'receive', zh: '收班' },
    places: atDuty,
    may: 'acceptHandover',
  },
  withdrawHandover: {
    name: 'doing.withdrawHandover',
    verb: { en: 'recall', zh: '撤班' },
    places: atDuty,
    may: 'withdrawHandover',
  },
  posture: {
    name: 'posture.title',
    verb: { en: 'readiness', zh: '战备' },
    places: everywhere,
    may: 'changePosture',
  },
  preserve: {
    name: 'access.place',
    verb: { en: 'preserve', zh: '保全' },
    places: ['access'],
    may: 'placeLegalHold',
  },
  liftHold: {
    name: 'access.lift',
    verb: { en: 'unfreeze', zh: '解冻' },
    places: ['access'],
    may: 'liftLegalHold',
  },
  erase: {
    name: 'erase.title',
    verb: { en: 'erase', zh: '抹除' },
    places: ['admin'],
    may: 'erasePersonalData',
    guarded: true,
  },
} as const satisfies Readonly<Record<string, Definition>>;

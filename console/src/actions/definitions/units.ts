import type { Definition } from '../definition.ts';

const incident = { name: 'incident', kind: 'incident' } as const;
const unit = { name: 'unit', kind: 'unit' } as const;
const dispatch = ['dispatch'] as const;
const atWork = ['dispatch', 'units'] as const;
const atUnits = ['units'] as const;

/** What is done about units, the own and those asked for elsewhere. */
export const units = {
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
    places: atWork,
    may: 'recordStage',
    params: [unit, { name: 'stage', kind: 'stage' }],
  },
  aid: {
    name: 'mutualAid.ask',
    verb: { en: 'aid', zh: '互助' },
    places: dispatch,
    may: 'requestMutualAid',
  },
  activate: {
    name: 'doing.activate',
    verb: { en: 'activate', zh: '转入' },
    places: atWork,
    may: 'activateAssignment',
    guarded: true,
  },
  withdraw: {
    name: 'doing.withdraw',
    verb: { en: 'withdraw', zh: '召回' },
    places: atWork,
    may: 'cancelAssignment',
  },
  par: {
    name: 'par.confirm',
    verb: { en: 'par', zh: '点名' },
    places: atWork,
    may: 'confirmPar',
  },
  clearAll: {
    name: 'doing.clearAll',
    verb: { en: 'clear', zh: '清场' },
    places: dispatch,
    may: 'recordStage',
    guarded: true,
  },
  onDuty: {
    name: 'doing.onDuty',
    verb: { en: 'onduty', zh: '上勤' },
    places: atUnits,
    may: 'goOnDuty',
  },
  offDuty: {
    name: 'doing.offDuty',
    verb: { en: 'offduty', zh: '下勤' },
    places: atUnits,
    may: 'goOffDuty',
  },
  hold: {
    name: 'units.hold',
    verb: { en: 'hold', zh: '备勤' },
    places: atUnits,
    may: 'holdInReserve',
  },
  unhold: {
    name: 'units.release',
    verb: { en: 'release', zh: '解备' },
    places: atUnits,
    may: 'releaseFromReserve',
  },
  position: {
    name: 'doing.position',
    verb: { en: 'position', zh: '位置' },
    places: atUnits,
    may: 'reportPosition',
  },
  sendHome: {
    name: 'doing.sendHome',
    verb: { en: 'home', zh: '归建' },
    places: atUnits,
    may: 'returnUnit',
  },
  requestUnits: {
    name: 'unitRequest.add',
    verb: { en: 'request', zh: '增援' },
    places: dispatch,
    may: 'requestUnits',
  },
  withdrawRequest: {
    name: 'doing.withdrawRequest',
    verb: { en: 'retract', zh: '撤请' },
    places: dispatch,
    may: 'withdrawUnitRequest',
  },
  grantAid: {
    name: 'doing.grantAid',
    verb: { en: 'grant', zh: '应援' },
    places: dispatch,
    may: 'answerMutualAid',
  },
  refuseAid: {
    name: 'doing.refuseAid',
    verb: { en: 'refuse', zh: '拒援' },
    places: dispatch,
    may: 'answerMutualAid',
  },
  endAid: {
    name: 'mutualAid.end',
    verb: { en: 'dismiss', zh: '止援' },
    places: dispatch,
    may: 'endMutualAid',
    guarded: true,
  },
} as const satisfies Readonly<Record<string, Definition>>;

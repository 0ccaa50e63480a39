import type { Definition } from '../definition.ts';

const onIncident = ['dispatch', 'department'] as const;
const followed = [...onIncident, 'corrective'] as const;

/** What is said and recorded about command, and afterwards: each is its button, found by its name. */
export const commanding = {
  command: {
    name: 'commanding.take',
    verb: { en: 'command', zh: '接管' },
    places: onIncident,
    may: 'takeCommand',
    guarded: true,
  },
  role: {
    name: 'commanding.assign',
    verb: { en: 'role', zh: '授职' },
    places: onIncident,
    may: 'assignRole',
  },
  consult: {
    name: 'commanding.open',
    verb: { en: 'consult', zh: '会商' },
    places: onIncident,
    may: 'openConsultation',
  },
  situation: {
    name: 'commanding.report',
    verb: { en: 'situation', zh: '态势' },
    places: onIncident,
    may: 'reportSituation',
  },
  attach: {
    name: 'commanding.attach',
    verb: { en: 'attach', zh: '附件' },
    places: onIncident,
    may: 'addAttachment',
  },
  strike: {
    name: 'commanding.strike',
    verb: { en: 'strike', zh: '划去' },
    places: onIncident,
    may: 'strikeEntry',
    guarded: true,
  },
  finding: {
    name: 'afterwards.finding',
    verb: { en: 'finding', zh: '发现' },
    places: onIncident,
    may: 'recordFinding',
  },
  transfer: {
    name: 'commanding.transfer',
    verb: { en: 'transfer', zh: '移交' },
    places: onIncident,
    may: 'transferCommand',
  },
  relieve: {
    name: 'doing.relieve',
    verb: { en: 'relieve', zh: '免职' },
    places: onIncident,
    may: 'relieveRole',
    guarded: true,
  },
  join: {
    name: 'doing.join',
    verb: { en: 'join', zh: '参会' },
    places: onIncident,
    may: 'joinConsultation',
  },
  decide: {
    name: 'commanding.decide',
    verb: { en: 'decide', zh: '决定' },
    places: onIncident,
    may: 'recordDecision',
  },
  conclude: {
    name: 'commanding.close',
    verb: { en: 'conclude', zh: '散会' },
    places: onIncident,
    may: 'closeConsultation',
    guarded: true,
  },
  corrective: {
    name: 'afterwards.assign',
    verb: { en: 'improve', zh: '整改' },
    places: onIncident,
    may: 'assignAction',
  },
  actionNote: {
    name: 'doing.actionNote',
    verb: { en: 'update', zh: '跟进' },
    places: followed,
    may: 'reportAction',
  },
  actionFinish: {
    name: 'doing.actionFinish',
    verb: { en: 'complete', zh: '改毕' },
    places: followed,
    may: 'finishAction',
  },
  actionVerify: {
    name: 'doing.actionVerify',
    verb: { en: 'check', zh: '验收' },
    places: followed,
    may: 'verifyAction',
    guarded: true,
  },
  actionReturn: {
    name: 'doing.actionReturn',
    verb: { en: 'bounce', zh: '退改' },
    places: followed,
    may: 'returnAction',
  },
  actionCancel: {
    name: 'doing.actionCancel',
    verb: { en: 'discard', zh: '免改' },
    places: followed,
    may: 'cancelAction',
  },
} as const satisfies Readonly<Record<string, Definition>>;

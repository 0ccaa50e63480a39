import type {
  Capability,
  CityRules,
  Deadlines,
  EscalationStep,
  Jurisdiction,
  ResponsibilityRule,
  Shift,
  Subdistrict,
  TimeSpan,
  TimeTarget,
} from '@tocsin/domain';
import { AreaType } from './area.ts';
import { builder } from './builder.ts';
import { CityType } from './city.ts';
import { AddresseeEnum, enumOf, PostureEnum } from './enums.ts';
import { LocalizedType } from './localized.ts';
import { ResponsePlanType } from './plans.ts';

const SubdistrictType = builder.objectRef<Subdistrict>('Subdistrict').implement({
  fields: (t) => ({
    id: t.exposeID('id'),
    name: t.expose('name', { type: LocalizedType }),
    district: t.exposeID('district'),
  }),
});

const CapabilityType = builder.objectRef<Capability>('Capability').implement({
  fields: (t) => ({ id: t.exposeID('id'), name: t.expose('name', { type: LocalizedType }) }),
});

const JurisdictionType = builder.objectRef<Jurisdiction>('Jurisdiction').implement({
  description: 'A neighbour that lends units and asks for them.',
  fields: (t) => ({
    id: t.exposeID('id'),
    name: t.expose('name', { type: LocalizedType }),
    phone: t.exposeString('phone', { nullable: true }),
  }),
});

const ResponsibilityType = builder.objectRef<ResponsibilityRule>('ResponsibilityRule').implement({
  description: 'Whose affair a type is in an area; the first rule that fits decides.',
  fields: (t) => ({
    id: t.exposeID('id'),
    types: t.field({ type: ['ID'], resolve: ({ types }) => [...types] }),
    area: t.expose('area', { type: AreaType, nullable: true }),
    department: t.exposeID('department'),
    reason: t.expose('reason', { type: LocalizedType }),
  }),
});

export const TimeSpanEnum = enumOf<TimeSpan>('TimeSpan')(
  'answer',
  'process',
  'acknowledge',
  'turnout',
  'travel',
  'response',
  'scene',
  'total',
  'finish',
  'display',
);

export const TimeTargetType = builder.objectRef<TimeTarget>('TimeTarget').implement({
  description: 'Within so many seconds in so many percent of the cases, and who says so.',
  fields: (t) => ({
    id: t.exposeID('id'),
    span: t.expose('span', { type: TimeSpanEnum }),
    seconds: t.exposeInt('seconds'),
    percent: t.exposeFloat('percent'),
    department: t.exposeID('department', { nullable: true }),
    source: t.exposeString('source'),
  }),
});

const ShiftType = builder.objectRef<Shift>('Shift').implement({
  description: 'Hours HH:MM in the city’s time zone; days 1 Monday to 7 Sunday, none is every day.',
  fields: (t) => ({
    id: t.exposeID('id'),
    name: t.expose('name', { type: LocalizedType }),
    department: t.exposeID('department'),
    start: t.exposeString('start'),
    end: t.exposeString('end'),
    days: t.field({ type: ['Int'], resolve: ({ days }) => [...days] }),
    liaisons: t.field({ type: ['ID'], resolve: ({ liaisons }) => [...liaisons] }),
    dutyOfficer: t.exposeID('dutyOfficer', { nullable: true }),
  }),
});

const EscalationStepType = builder.objectRef<EscalationStep>('EscalationStep').implement({
  fields: (t) => ({ to: t.expose('to', { type: AddresseeEnum }), after: t.exposeInt('after') }),
});

const DeadlinesType = builder.objectRef<Deadlines>('Deadlines').implement({
  description: 'Seconds from the assignment, for priorities 1 to 4 in this order.',
  fields: (t) => ({
    acknowledge: t.field({
      type: ['Int'],
      resolve: ({ acknowledge }) => Object.values(acknowledge),
    }),
    finish: t.field({ type: ['Int'], resolve: ({ finish }) => Object.values(finish) }),
    escalation: t.field({
      type: [EscalationStepType],
      resolve: ({ escalation }) => [...escalation],
    }),
  }),
});

const CityRulesType = builder.objectRef<CityRules>('CityRules').implement({
  fields: (t) => ({
    postures: t.field({
      type: 'JSON',
      description: 'By posture: what the deadlines are multiplied by.',
      resolve: ({ postures }) => postures,
    }),
    sameIncident: t.field({ type: 'JSON', resolve: (rules) => rules.sameIncident }),
    travel: t.field({ type: 'JSON', resolve: ({ travel }) => travel }),
    par: t.field({ type: 'JSON', resolve: ({ par }) => par }),
    overdueActions: t.field({ type: 'JSON', resolve: (rules) => rules.overdueActions }),
    expiryWarningDays: t.exposeInt('expiryWarningDays'),
  }),
});

builder.objectFields(CityType, (t) => ({
  posture: t.expose('posture', { type: PostureEnum }),
  subdistricts: t.field({
    type: [SubdistrictType],
    resolve: ({ subdistricts }) => [...subdistricts.values()],
  }),
  capabilities: t.field({
    type: [CapabilityType],
    resolve: ({ capabilities }) => [...capabilities.values()],
  }),
  jurisdictions: t.field({
    type: [JurisdictionType],
    resolve: ({ jurisdictions }) => [...jurisdictions.values()],
  }),
  responsibilities: t.field({
    type: [ResponsibilityType],
    resolve: ({ responsibilities }) => [...responsibilities.values()],
  }),
  plans: t.field({ type: [ResponsePlanType], resolve: ({ plans }) => [...plans.values()] }),
  targets: t.field({ type: [TimeTargetType], resolve: ({ targets }) => [...targets.values()] }),
  shifts: t.field({ type: [ShiftType], resolve: ({ shifts }) => [...shifts.values()] }),
  deadlines: t.expose('deadlines', { type: DeadlinesType }),
  rules: t.expose('rules', { type: CityRulesType }),
}));

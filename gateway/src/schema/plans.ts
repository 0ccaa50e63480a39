import {
  type AppliedPlan,
  isFilled,
  type MatchingPlan,
  matchingPlans,
  type PartsThere,
  type PlanAspect,
  type PlanRole,
  type PlanTask,
  type PlanUnits,
  partsThere,
  type ResponsePlan,
  type UnitRequest,
  unitsUnder,
} from '@tocsin/domain';
import { signedIn } from '../context.ts';
import { EvidenceType } from './actor.ts';
import { AreaType } from './area.ts';
import { demandIds } from './board.ts';
import { builder } from './builder.ts';
import { CommandRoleEnum, enumOf, TaskPartEnum } from './enums.ts';
import { fromRecord } from './evidence.ts';
import { given } from './given.ts';
import { demandIncident, IncidentViewType } from './incident.ts';
import { LocalizedType } from './localized.ts';
import { CommitmentType } from './task.ts';

const PlanTaskType = builder.objectRef<PlanTask>('PlanTask').implement({
  fields: (t) => ({
    id: t.exposeID('id'),
    department: t.exposeID('department'),
    part: t.expose('part', { type: TaskPartEnum }),
    instruction: t.expose('instruction', { type: LocalizedType }),
    acknowledgeWithin: t.exposeInt('acknowledgeWithin', { nullable: true }),
    finishWithin: t.exposeInt('finishWithin', { nullable: true }),
  }),
});

const PlanUnitsType = builder.objectRef<PlanUnits>('PlanUnits').implement({
  fields: (t) => ({
    id: t.exposeID('id'),
    capability: t.exposeID('capability'),
    count: t.exposeInt('count'),
  }),
});

const PlanRoleType = builder.objectRef<PlanRole>('PlanRole').implement({
  fields: (t) => ({
    role: t.expose('role', { type: CommandRoleEnum }),
    department: t.exposeID('department'),
  }),
});

const ChecklistItemType = builder
  .objectRef<ResponsePlan['checklist'][number]>('ChecklistItem')
  .implement({
    fields: (t) => ({ id: t.exposeID('id'), text: t.expose('text', { type: LocalizedType }) }),
  });

export const ResponsePlanType = builder.objectRef<ResponsePlan>('ResponsePlan').implement({
  fields: (t) => ({
    id: t.exposeID('id'),
    version: t.exposeInt('version'),
    name: t.expose('name', { type: LocalizedType }),
    types: t.field({ type: ['ID'], resolve: ({ types }) => [...types] }),
    grades: t.field({ type: ['Int'], resolve: ({ grades }) => [...grades] }),
    area: t.expose('area', { type: AreaType, nullable: true }),
    responseLevel: t.exposeInt('responseLevel', { nullable: true }),
    tasks: t.field({ type: [PlanTaskType], resolve: ({ tasks }) => [...tasks] }),
    units: t.field({ type: [PlanUnitsType], resolve: ({ units }) => [...units] }),
    roles: t.field({ type: [PlanRoleType], resolve: ({ roles }) => [...roles] }),
    checklist: t.field({
      type: [ChecklistItemType],
      resolve: ({ checklist }) => [...checklist],
    }),
  }),
});

const PlanAspectEnum = enumOf<PlanAspect>('PlanAspect')('type', 'area', 'grade');

const PartsThereType = builder.objectRef<PartsThere>('PlanPartsThere').implement({
  description: 'What of the plan the incident has already, by the plan’s own ids.',
  fields: (t) => ({
    tasks: t.field({ type: ['ID'], resolve: ({ tasks }) => [...tasks] }),
    units: t.field({ type: ['ID'], resolve: ({ units }) => [...units] }),
    roles: t.field({ type: [CommandRoleEnum], resolve: ({ roles }) => [...roles] }),
    checklist: t.field({ type: ['ID'], resolve: ({ checklist }) => [...checklist] }),
  }),
});

type Suggestion = MatchingPlan & { readonly there: PartsThere };

const PlanSuggestion = builder.objectRef<Suggestion>('PlanSuggestion').implement({
  fields: (t) => ({
    plan: t.expose('plan', { type: ResponsePlanType }),
    because: t.field({ type: [PlanAspectEnum], resolve: ({ because }) => [...because] }),
    reason: t.expose('reason', { type: LocalizedType }),
    there: t.expose('there', { type: PartsThereType }),
  }),
});

const CheckedItemType = builder
  .objectRef<AppliedPlan['checklist'][number]>('CheckedItem')
  .implement({
    fields: (t) => ({
      id: t.exposeID('id'),
      text: t.expose('text', { type: LocalizedType }),
      ticked: t.field({
        type: EvidenceType,
        nullable: true,
        resolve: ({ ticked }) => fromRecord(ticked),
      }),
    }),
  });

const AppliedPlanType = builder.objectRef<AppliedPlan>('AppliedPlan').implement({
  description: 'As it was given, whatever the city’s profile says by now.',
  fields: (t) => ({
    plan: t.exposeID('plan'),
    name: t.expose('name', { type: LocalizedType }),
    version: t.exposeInt('version'),
    responseLevel: t.exposeInt('responseLevel', { nullable: true }),
    applied: t.field({
      type: [EvidenceType],
      description: 'One for each time that something of it was applied.',
      resolve: ({ applications }) => [...applications],
    }),
    roles: t.field({
      type: [PlanRoleType],
      resolve: ({ applications }) => applications.flatMap(({ parts }) => parts.roles),
    }),
    checklist: t.field({
      type: [CheckedItemType],
      resolve: ({ checklist }) => [...checklist],
    }),
  }),
});

interface RequestView extends UnitRequest {
  readonly units: ReturnType<typeof unitsUnder>;
  readonly filled: boolean;
}

const UnitRequestType = builder.objectRef<RequestView>('UnitRequest').implement({
  fields: (t) => ({
    request: t.exposeID('request'),
    capability: t.exposeID('capability'),
    count: t.exposeInt('count'),
    plan: t.exposeID('plan', { nullable: true }),
    note: t.exposeString('note', { nullable: true }),
    requested: t.expose('requested', { type: EvidenceType }),
    withdrawn: t.field({
      type: EvidenceType,
      nullable: true,
      resolve: ({ withdrawn }) => fromRecord(withdrawn),
    }),
    units: t.field({ type: [CommitmentType], resolve: ({ units }) => [...units] }),
    filled: t.exposeBoolean('filled'),
  }),
});

builder.objectFields(IncidentViewType, (t) => ({
  plans: t.field({ type: [AppliedPlanType], resolve: ({ state }) => [...state.plans.values()] }),
  unitRequests: t.field({
    type: [UnitRequestType],
    resolve: ({ state }) =>
      [...state.unitRequests.values()].map((request) => ({
        ...request,
        units: unitsUnder(state, request.request),
        filled: isFilled(state, request),
      })),
  }),
}));

builder.queryField('plansFor', (t) =>
  t.field({
    type: [PlanSuggestion],
    description: 'The city’s plans that fit the incident as it now stands, most specific first.',
    args: { incident: t.arg.id() },
    resolve: async (_root, { incident }, context) => {
      signedIn(context);
      demandIds({ incident });
      const found = await context.parts.store.readIncident(incident);
      if (!found || found.state.status === 'none') return [];
      const { state } = found;
      demandIncident(context, state);
      const city = await context.parts.store.readCity(state.city);
      if (!city) return [];
      const known = { place: state.place, ...given({ type: state.type, grade: state.grade }) };
      return matchingPlans(city, known).map((match) => ({
        ...match,
        there: partsThere(state, match.plan.id),
      }));
    },
  }),
);

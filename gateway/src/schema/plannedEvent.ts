import {
  type Area,
  type AttachedPlan,
  type HeldUnit,
  type PlannedEventCommand,
  type PlannedEventStatus,
  type PostFacts,
  reject,
} from '@tocsin/domain';
import type { PlannedEventRow } from '@tocsin/projections/queries';
import { commandStream } from '../commands/carryOut.ts';
import type { CommandInput } from '../commands/commandMeta.ts';
import { nameFault, uuidFault } from '../commands/ids.ts';
import type { RequestContext } from '../context.ts';
import { citySubject, type StreamAction } from '../rules/index.ts';
import { ActorType } from './actor.ts';
import { AreaInput, AreaType } from './area.ts';
import { builder } from './builder.ts';
import { CommandInputType, CommandResult } from './commandResult.ts';
import { enumOf } from './enums.ts';
import { given } from './given.ts';
import { streamBoardFields } from './streamBoard.ts';

const PlannedEventStatusEnum = enumOf<PlannedEventStatus>('PlannedEventStatus')(
  'scheduled',
  'underway',
  'ended',
  'cancelled',
);

const PostType = builder.objectRef<PostFacts>('EventPost').implement({
  description: 'A place that is manned while the event lasts.',
  fields: (t) => ({
    post: t.exposeID('post'),
    name: t.exposeString('name'),
    place: t.exposeString('place'),
    department: t.exposeID('department'),
    people: t.exposeInt('people'),
  }),
});

const HeldUnitType = builder.objectRef<HeldUnit>('EventUnit').implement({
  description: 'A unit that is held for the event.',
  fields: (t) => ({
    unit: t.exposeID('unit'),
    callSign: t.exposeString('callSign'),
    department: t.exposeID('department'),
  }),
});

const AttachedPlanType = builder.objectRef<AttachedPlan>('EventPlan').implement({
  description: 'A response plan that was put in place, with the version that it then had.',
  fields: (t) => ({ plan: t.exposeID('plan'), version: t.exposeInt('version') }),
});

const LastStepType = builder.objectRef<PlannedEventRow['last']>('PlannedEventStep').implement({
  fields: (t) => ({
    type: t.exposeString('type'),
    by: t.expose('by', { type: ActorType }),
    at: t.expose('at', { type: 'DateTime' }),
  }),
});

const PlannedEventRowType = builder.objectRef<PlannedEventRow>('PlannedEventRow').implement({
  fields: (t) => ({
    id: t.exposeID('id'),
    city: t.exposeID('city'),
    name: t.exposeString('name'),
    area: t.expose('area', { type: AreaType }),
    from: t.expose('from', { type: 'DateTime' }),
    until: t.expose('until', { type: 'DateTime' }),
    description: t.exposeString('description'),
    expectedPeople: t.exposeInt('expectedPeople', { nullable: true }),
    status: t.expose('status', { type: PlannedEventStatusEnum }),
    cancelReason: t.exposeString('cancelReason', { nullable: true }),
    exercise: t.exposeBoolean('exercise'),
    posts: t.field({ type: [PostType], resolve: ({ posts }) => [...posts] }),
    units: t.field({ type: [HeldUnitType], resolve: ({ units }) => [...units] }),
    plans: t.field({ type: [AttachedPlanType], resolve: ({ plans }) => [...plans] }),
    last: t.expose('last', { type: LastStepType }),
    revision: t.expose('revision', { type: 'Revision' }),
    position: t.expose('position', { type: 'Position' }),
  }),
});

streamBoardFields({
  board: 'plannedEvent',
  name: 'PlannedEvent',
  query: 'plannedEvents',
  row: PlannedEventRowType,
});

const PlannedEventInput = builder.inputType('PlannedEventInput', {
  fields: (t) => ({
    event: t.id({ description: 'A UUID drawn by the client.' }),
    city: t.id(),
    name: t.string(),
    area: t.field({ type: AreaInput }),
    from: t.field({ type: 'DateTime' }),
    until: t.field({ type: 'DateTime' }),
    description: t.string(),
    expectedPeople: t.int({ required: false }),
    exercise: t.boolean({ required: false }),
  }),
});

const PlannedEventChangeInput = builder.inputType('PlannedEventChangeInput', {
  description: 'What changes; what is left out stays.',
  fields: (t) => ({
    name: t.string({ required: false }),
    area: t.field({ type: AreaInput, required: false }),
    from: t.field({ type: 'DateTime', required: false }),
    until: t.field({ type: 'DateTime', required: false }),
    description: t.string({ required: false }),
    expectedPeople: t.int({ required: false }),
  }),
});

const PostInput = builder.inputType('EventPostInput', {
  fields: (t) => ({
    post: t.id({ description: 'A UUID drawn by the client; that of a known post changes it.' }),
    name: t.string(),
    place: t.string(),
    department: t.id(),
    people: t.int(),
  }),
});

interface About {
  readonly command: CommandInput;
  readonly city: string;
  readonly event: string;
}

/** Sends a command to a planned event, which is the affair of its city. */
function commandEvent(
  context: RequestContext,
  action: StreamAction,
  { command: input, city, event }: About,
  command: PlannedEventCommand,
  fault = uuidFault({ event }),
) {
  const order = { action, input, fault, subject: citySubject(city) };
  return commandStream(context, order, 'plannedEvent', event, command);
}

builder.mutationFields((t) => {
  const about = { command: t.arg({ type: CommandInputType }), city: t.arg.id(), event: t.arg.id() };
  return {
    scheduleEvent: t.field({
      type: CommandResult,
      args: { command: about.command, event: t.arg({ type: PlannedEventInput }) },
      resolve: (_root, { command, event: facts }, context) => {
        const { exercise, expectedPeople, area, ...rest } = facts;
        const optional = given({ exercise, expectedPeople });
        const data = { ...rest, area: given(area) as Area, ...optional };
        const { city, event } = facts;
        return commandEvent(
          context,
          'scheduleEvent',
          { command, city, event },
          { type: 'ScheduleEvent', data },
        );
      },
    }),
    amendEvent: t.field({
      type: CommandResult,
      args: { ...about, change: t.arg({ type: PlannedEventChangeInput }), reason: t.arg.string() },
      resolve: (_root, { change, reason, ...to }, context) => {
        const { area, ...rest } = given(change);
        const data = { ...rest, ...(area ? { area: given(area) as Area } : {}), reason };
        return commandEvent(context, 'amendEvent', to, { type: 'AmendEvent', data });
      },
    }),
    beginEvent: t.field({
      type: CommandResult,
      description: 'Begins it now, ahead of its window.',
      args: { ...about, reason: t.arg.string() },
      resolve: (_root, { reason, ...to }, context) =>
        commandEvent(context, 'beginEvent', to, {
          type: 'TurnEventNow',
          data: { turn: 'begin', reason },
        }),
    }),
    endEvent: t.field({
      type: CommandResult,
      description: 'Ends it now, ahead of its window.',
      args: { ...about, reason: t.arg.string() },
      resolve: (_root, { reason, ...to }, context) =>
        commandEvent(context, 'endEvent', to, {
          type: 'TurnEventNow',
          data: { turn: 'end', reason },
        }),
    }),
    cancelEvent: t.field({
      type: CommandResult,
      args: { ...about, reason: t.arg.string() },
      resolve: (_root, { reason, ...to }, context) =>
        commandEvent(context, 'cancelEvent', to, { type: 'CancelEvent', data: { reason } }),
    }),
    placePost: t.field({
      type: CommandResult,
      args: { ...about, post: t.arg({ type: PostInput }) },
      resolve: (_root, { post, ...to }, context) => {
        const fault = uuidFault({ event: to.event, post: post.post });
        const place = { type: 'PlacePost', data: { ...post } } as const;
        return commandEvent(context, 'placePost', to, place, fault);
      },
    }),
    removePost: t.field({
      type: CommandResult,
      args: { ...about, post: t.arg.id(), reason: t.arg.string() },
      resolve: (_root, { post, reason, ...to }, context) => {
        const fault = uuidFault({ event: to.event, post });
        const remove = { type: 'RemovePost', data: { post, reason } } as const;
        return commandEvent(context, 'removePost', to, remove, fault);
      },
    }),
    placeUnit: t.field({
      type: CommandResult,
      args: { ...about, unit: t.arg.id() },
      resolve: async (_root, { unit, ...to }, context) => {
        const wrong = uuidFault({ event: to.event }) ?? nameFault({ unit });
        const facts = wrong ? undefined : (await context.parts.store.readUnit(unit))?.state.facts;
        const known = facts?.city === to.city ? facts : undefined;
        const fault = wrong ?? (known ? undefined : reject('unknownUnit', {}, 'unit'));
        const { callSign = '', department = '' } = known ?? {};
        const data = { unit, callSign, department };
        return commandEvent(context, 'placeUnit', to, { type: 'PlaceUnit', data }, fault);
      },
    }),
    releaseUnit: t.field({
      type: CommandResult,
      args: { ...about, unit: t.arg.id() },
      resolve: (_root, { unit, ...to }, context) => {
        const fault = uuidFault({ event: to.event }) ?? nameFault({ unit });
        const release = { type: 'ReleaseUnit', data: { unit } } as const;
        return commandEvent(context, 'releaseUnit', to, release, fault);
      },
    }),
    attachPlan: t.field({
      type: CommandResult,
      args: { ...about, plan: t.arg.id() },
      resolve: (_root, { plan, ...to }, context) =>
        commandEvent(context, 'attachPlan', to, { type: 'AttachPlan', data: { plan } }),
    }),
    detachPlan: t.field({
      type: CommandResult,
      args: { ...about, plan: t.arg.id() },
      resolve: (_root, { plan, ...to }, context) =>
        commandEvent(context, 'detachPlan', to, { type: 'DetachPlan', data: { plan } }),
    }),
  };
});

import type { Commitment, CommitmentStage, FormerHolder, Task, TaskOrigin } from '@tocsin/domain';
import { EvidenceType, type EvidenceView } from './actor.ts';
import { builder } from './builder.ts';
import {
  AddresseeEnum,
  enumOf,
  PostureEnum,
  StageEnum,
  TaskPartEnum,
  TaskStatusEnum,
} from './enums.ts';
import { fromRecord } from './evidence.ts';
import { GivenRecommendationType } from './recommendation.ts';

const EscalationType = builder.objectRef<Task['escalations'][number]>('Escalation').implement({
  fields: (t) => ({
    step: t.exposeInt('step'),
    to: t.expose('to', { type: AddresseeEnum }),
    at: t.expose('at', { type: 'DateTime' }),
  }),
});

export const TaskOriginType = builder.objectRef<TaskOrigin>('TaskOrigin').implement({
  description: 'The plan or the decision of a consultation that a task came of.',
  fields: (t) => ({
    plan: t.id({ nullable: true, resolve: (of) => ('plan' in of ? of.plan : null) }),
    version: t.int({ nullable: true, resolve: (of) => ('plan' in of ? of.version : null) }),
    planTask: t.id({ nullable: true, resolve: (of) => ('plan' in of ? of.planTask : null) }),
    decision: t.id({ nullable: true, resolve: (of) => ('decision' in of ? of.decision : null) }),
  }),
});

const FormerHolderType = builder.objectRef<FormerHolder>('FormerHolder').implement({
  description: 'A department that had the task before it was given to another.',
  fields: (t) => ({
    department: t.exposeID('department'),
    until: t.field({
      type: EvidenceType,
      resolve: ({ until }): EvidenceView => ({ ...until, note: until.reason }),
    }),
    accepted: t.field({
      type: EvidenceType,
      nullable: true,
      resolve: ({ accepted }) => fromRecord(accepted),
    }),
  }),
});

export const TaskType = builder.objectRef<Task>('Task').implement({
  fields: (t) => ({
    id: t.exposeID('id'),
    department: t.exposeID('department'),
    part: t.expose('part', { type: TaskPartEnum }),
    instruction: t.exposeString('instruction'),
    status: t.expose('status', { type: TaskStatusEnum }),
    acknowledgeBy: t.expose('acknowledgeBy', { type: 'DateTime' }),
    finishBy: t.expose('finishBy', { type: 'DateTime' }),
    overdueSince: t.field({
      type: 'DateTime',
      nullable: true,
      resolve: ({ overdue }) => overdue?.deadline ?? null,
    }),
    posture: t.expose('posture', { type: PostureEnum, nullable: true }),
    origin: t.field({
      type: TaskOriginType,
      nullable: true,
      resolve: ({ origin }) => origin ?? null,
    }),
    formerly: t.field({ type: [FormerHolderType], resolve: ({ formerly }) => [...formerly] }),
    urges: t.field({
      type: [EvidenceType],
      resolve: ({ urges }): EvidenceView[] => urges.map((one) => ({ ...one, note: one.text })),
    }),
    assigned: t.expose('assigned', { type: EvidenceType }),
    escalations: t.field({ type: [EscalationType], resolve: (task) => [...task.escalations] }),
    notes: t.field({
      type: [EvidenceType],
      resolve: ({ notes }): EvidenceView[] => notes.map((note) => ({ ...note, note: note.text })),
    }),
  }),
});

const links = [
  'delivered',
  'seen',
  'accepted',
  'started',
  'done',
  'verified',
  'objection',
  'returned',
  'cancelled',
] as const;
for (const link of links) {
  builder.objectField(TaskType, link, (t) =>
    t.field({ type: EvidenceType, nullable: true, resolve: (task) => fromRecord(task[link]) }),
  );
}

interface StageReached {
  readonly stage: CommitmentStage;
  readonly at: string;
}

const StageReachedType = builder.objectRef<StageReached>('StageReached').implement({
  fields: (t) => ({
    stage: t.expose('stage', { type: StageEnum }),
    at: t.expose('at', { type: 'DateTime' }),
  }),
});

type CommitmentPar = NonNullable<Commitment['par']>;
const ParResultEnum = enumOf<CommitmentPar['result']>('ParResult')('confirmed', 'overdue');

const CommitmentParType = builder.objectRef<CommitmentPar>('CommitmentPar').implement({
  description: 'The outcome of a unit’s last accountability check.',
  fields: (t) => ({
    check: t.exposeInt('check'),
    result: t.expose('result', { type: ParResultEnum }),
    at: t.expose('at', { type: 'DateTime' }),
  }),
});

export const CommitmentType = builder.objectRef<Commitment>('Commitment').implement({
  fields: (t) => ({
    assignment: t.exposeID('assignment'),
    unit: t.exposeID('unit'),
    callSign: t.exposeString('callSign'),
    department: t.exposeID('department'),
    task: t.exposeID('task', { nullable: true }),
    request: t.exposeID('request', { nullable: true }),
    stage: t.expose('stage', { type: StageEnum }),
    par: t.expose('par', { type: CommitmentParType, nullable: true }),
    reason: t.exposeString('reason', {
      nullable: true,
      description: 'Why another than the recommended unit, or one in reserve.',
    }),
    fromReserve: t.boolean({ resolve: ({ fromReserve }) => fromReserve ?? false }),
    recommendation: t.expose('recommendation', { type: GivenRecommendationType, nullable: true }),
    reached: t.field({
      type: [StageReachedType],
      resolve: ({ reached }) =>
        (Object.entries(reached) as [CommitmentStage, string][]).map(([stage, at]) => ({
          stage,
          at,
        })),
    }),
  }),
});

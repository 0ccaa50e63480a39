import { type TaskRow, taskRows } from '@tocsin/projections/queries';
import { departmentSubject } from '../rules/index.ts';
import { EvidenceType } from './actor.ts';
import { awaitPosition, boardSource, checkedLimit, demand } from './board.ts';
import { boardType, changesType } from './boardTypes.ts';
import { builder } from './builder.ts';
import {
  AddresseeEnum,
  IncidentStatusEnum,
  PostureEnum,
  TaskPartEnum,
  TaskStatusEnum,
} from './enums.ts';
import { fromRow } from './evidence.ts';
import { rowsThat, TaskFilterInput, tasksThat } from './filters.ts';
import { boardAsOf, MomentInput } from './moment.ts';
import { PlaceType } from './place.ts';
import { playedField } from './played.ts';
import { TaskOriginType } from './task.ts';

const TaskEscalation = builder
  .objectRef<NonNullable<TaskRow['escalation']>>('TaskEscalation')
  .implement({
    fields: (t) => ({
      step: t.exposeInt('step'),
      to: t.expose('to', { type: AddresseeEnum }),
      at: t.expose('at', { type: 'DateTime' }),
    }),
  });

const TaskRowType = builder.objectRef<TaskRow>('TaskRow').implement({
  fields: (t) => ({
    id: t.exposeID('id'),
    city: t.exposeID('city'),
    department: t.exposeID('department'),
    incident: t.exposeID('incident'),
    number: t.exposeInt('number'),
    incidentStatus: t.expose('incidentStatus', { type: IncidentStatusEnum }),
    what: t.exposeString('what'),
    place: t.expose('place', { type: PlaceType }),
    type: t.exposeID('type', { nullable: true }),
    grade: t.exposeInt('grade', { nullable: true }),
    priority: t.exposeInt('priority', { nullable: true }),
    exercise: t.exposeBoolean('exercise'),
    part: t.expose('part', { type: TaskPartEnum }),
    instruction: t.exposeString('instruction'),
    status: t.expose('status', { type: TaskStatusEnum }),
    acknowledgeBy: t.expose('acknowledgeBy', { type: 'DateTime' }),
    finishBy: t.expose('finishBy', { type: 'DateTime' }),
    overdueSince: t.expose('overdueSince', { type: 'DateTime', nullable: true }),
    posture: t.expose('posture', { type: PostureEnum, nullable: true }),
    origin: t.field({
      type: TaskOriginType,
      nullable: true,
      resolve: ({ origin }) => origin ?? null,
    }),
    reassignedFrom: t.id({ nullable: true, resolve: ({ reassigned }) => reassigned?.from ?? null }),
    urgings: t.int({
      description: 'How often it was urged since the department last followed.',
      resolve: ({ urged }) => urged?.count ?? 0,
    }),
    assigned: t.field({
      type: EvidenceType,
      resolve: ({ assigned }) => ({ by: assigned.by, occurredAt: assigned.at }),
    }),
    escalation: t.expose('escalation', { type: TaskEscalation, nullable: true }),
    revision: t.expose('revision', { type: 'Revision' }),
    position: t.expose('position', { type: 'Position' }),
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
  'lastNote',
  'reassigned',
  'urged',
] as const;
for (const link of links) {
  builder.objectField(TaskRowType, link, (t) =>
    t.field({ type: EvidenceType, nullable: true, resolve: (row) => fromRow(row[link]) }),
  );
}

const TaskBoard = boardType('Task', TaskRowType);

const TaskChanges = changesType('Task', TaskRowType);

playedField({ query: 'tasks', board: 'task', changes: TaskChanges, department: 'wanted' });

builder.queryField('tasks', (t) =>
  t.field({
    type: TaskBoard,
    args: {
      city: t.arg.id(),
      department: t.arg.id(),
      filter: t.arg({ type: TaskFilterInput, required: false }),
      ended: t.arg.boolean({ required: false, defaultValue: false }),
      limit: t.arg.int({ required: false, defaultValue: 500 }),
      waitFor: t.arg({ type: 'Position', required: false }),
      asOf: t.arg({ type: MomentInput, required: false }),
    },
    resolve: async (_root, { city, department, filter, ended, limit, waitFor, asOf }, context) => {
      demand(context, 'readTaskBoard', departmentSubject(city, department));
      const wanted = { city, department, ended: ended ?? false };
      const most = checkedLimit(limit, 500);
      const matches = tasksThat(filter);
      await awaitPosition(context, waitFor);
      return rowsThat(matches, most, (all) =>
        asOf
          ? boardAsOf(context, { board: 'task', ...wanted, limit: all }, asOf)
          : taskRows(context.parts.pool, { ...wanted, limit: all }),
      );
    },
  }),
);

builder.subscriptionField('taskChanges', (t) =>
  t.field({
    type: TaskChanges,
    args: {
      city: t.arg.id(),
      department: t.arg.id(),
      filter: t.arg({ type: TaskFilterInput, required: false }),
      after: t.arg({ type: 'Cursor', required: false }),
    },
    subscribe: (_root, { city, department, filter, after }, context) => {
      demand(context, 'readTaskBoard', departmentSubject(city, department));
      return boardSource(
        context,
        { board: 'task', city, department, matches: tasksThat(filter) },
        after,
      );
    },
    resolve: (batch) => batch,
  }),
);

import { type IncidentRow, incidentRows } from '@tocsin/projections/queries';
import { citySubject } from '../rules/index.ts';
import { ActorType } from './actor.ts';
import { awaitPosition, boardSource, checkedLimit, demand } from './board.ts';
import { boardType, changesType } from './boardTypes.ts';
import { builder } from './builder.ts';
import {
  CancelReasonEnum,
  ChannelEnum,
  IncidentClassEnum,
  IncidentStatusEnum,
  StageEnum,
  TaskPartEnum,
  TaskStatusEnum,
} from './enums.ts';
import { IncidentFilterInput, incidentsThat, rowsThat } from './filters.ts';
import { JurisdictionOfIncident, ResponsibilityType } from './judgement.ts';
import { boardAsOf, MomentInput } from './moment.ts';
import { PlaceType } from './place.ts';
import { playedField } from './played.ts';

const RowTask = builder.objectRef<IncidentRow['tasks'][number]>('IncidentRowTask').implement({
  fields: (t) => ({
    id: t.exposeID('id'),
    department: t.exposeID('department'),
    part: t.expose('part', { type: TaskPartEnum }),
    status: t.expose('status', { type: TaskStatusEnum }),
    acknowledgeBy: t.expose('acknowledgeBy', { type: 'DateTime', nullable: true }),
    escalation: t.exposeInt('escalation'),
    overdueSince: t.expose('overdueSince', { type: 'DateTime', nullable: true }),
  }),
});

const RowUnit = builder.objectRef<IncidentRow['units'][number]>('IncidentRowUnit').implement({
  fields: (t) => ({
    unit: t.exposeID('unit'),
    callSign: t.exposeString('callSign'),
    stage: t.expose('stage', { type: StageEnum }),
  }),
});

const LastEvent = builder.objectRef<IncidentRow['last']>('LastEvent').implement({
  fields: (t) => ({
    type: t.exposeString('type'),
    by: t.expose('by', { type: ActorType }),
    at: t.expose('at', { type: 'DateTime' }),
  }),
});

export const IncidentRowType = builder.objectRef<IncidentRow>('IncidentRow').implement({
  fields: (t) => ({
    id: t.exposeID('id'),
    city: t.exposeID('city'),
    number: t.exposeInt('number'),
    reference: t.exposeString('reference', { nullable: true }),
    status: t.expose('status', { type: IncidentStatusEnum }),
    what: t.exposeString('what'),
    channel: t.expose('channel', { type: ChannelEnum }),
    place: t.expose('place', { type: PlaceType }),
    kind: t.exposeID('kind', { nullable: true }),
    type: t.exposeID('type', { nullable: true }),
    class: t.expose('class', { type: IncidentClassEnum, nullable: true }),
    grade: t.exposeInt('grade', { nullable: true }),
    priority: t.exposeInt('priority', { nullable: true }),
    responsible: t.expose('responsible', { type: ResponsibilityType, nullable: true }),
    responseLevel: t.exposeInt('responseLevel', { nullable: true }),
    jurisdiction: t.field({
      type: JurisdictionOfIncident,
      resolve: ({ jurisdiction }) => jurisdiction ?? { level: 'district' as const },
    }),
    mergedInto: t.exposeID('mergedInto', { nullable: true }),
    reports: t.int({
      description: 'All reports of it, those of incidents merged into it too.',
      resolve: ({ linkedReports = 0, absorbed = [] }) =>
        absorbed.reduce((all, { reports }) => all + reports, 1 + linkedReports),
    }),
    absorbed: t.field({
      type: ['ID'],
      description: 'The incidents merged into it.',
      resolve: ({ absorbed = [] }) => absorbed.map(({ id }) => id),
    }),
    receivedAt: t.expose('receivedAt', { type: 'DateTime', nullable: true }),
    answeredAt: t.expose('answeredAt', { type: 'DateTime', nullable: true }),
    exercise: t.exposeBoolean('exercise'),
    reportedBy: t.expose('reportedBy', { type: ActorType }),
    reportedAt: t.expose('reportedAt', { type: 'DateTime' }),
    recordedAt: t.expose('recordedAt', { type: 'DateTime' }),
    confirmedAt: t.expose('confirmedAt', { type: 'DateTime', nullable: true }),
    resolvedAt: t.expose('resolvedAt', { type: 'DateTime', nullable: true }),
    resolvedBy: t.expose('resolvedBy', { type: ActorType, nullable: true }),
    closedAt: t.expose('closedAt', { type: 'DateTime', nullable: true }),
    cancelReason: t.expose('cancelReason', { type: CancelReasonEnum, nullable: true }),
    tasks: t.field({ type: [RowTask], resolve: ({ tasks }) => [...tasks] }),
    units: t.field({ type: [RowUnit], resolve: ({ units }) => [...units] }),
    last: t.expose('last', { type: LastEvent }),
    revision: t.expose('revision', { type: 'Revision' }),
    position: t.expose('position', { type: 'Position' }),
  }),
});

const IncidentBoard = boardType('Incident', IncidentRowType);

const IncidentChanges = changesType('Incident', IncidentRowType);

playedField({ query: 'incidents', board: 'incident', changes: IncidentChanges });

builder.queryField('incidents', (t) =>
  t.field({
    type: IncidentBoard,
    args: {
      city: t.arg.id(),
      filter: t.arg({ type: IncidentFilterInput, required: false }),
      closed: t.arg.boolean({ required: false, defaultValue: false }),
      limit: t.arg.int({ required: false, defaultValue: 500 }),
      waitFor: t.arg({ type: 'Position', required: false }),
      asOf: t.arg({ type: MomentInput, required: false }),
    },
    resolve: async (_root, { city, filter, closed, limit, waitFor, asOf }, context) => {
      demand(context, 'readIncidentBoard', citySubject(city));
      const most = checkedLimit(limit, 500);
      const matches = incidentsThat(filter);
      await awaitPosition(context, waitFor);
      const ended = closed ?? false;
      return rowsThat(matches, most, (all) =>
        asOf
          ? boardAsOf(context, { board: 'incident', city, ended, limit: all }, asOf)
          : incidentRows(context.parts.pool, { city, closed: ended, limit: all }),
      );
    },
  }),
);

builder.subscriptionField('incidentChanges', (t) =>
  t.field({
    type: IncidentChanges,
    args: {
      city: t.arg.id(),
      filter: t.arg({ type: IncidentFilterInput, required: false }),
      after: t.arg({ type: 'Cursor', required: false }),
    },
    subscribe: (_root, { city, filter, after }, context) => {
      demand(context, 'readIncidentBoard', citySubject(city));
      return boardSource(
        context,
        { board: 'incident', city, matches: incidentsThat(filter) },
        after,
      );
    },
    resolve: (batch) => batch,
  }),
);

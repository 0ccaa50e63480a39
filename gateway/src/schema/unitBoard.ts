import type { ParState, Reserve, UnitPosition } from '@tocsin/domain';
import { type UnitRow, type UnitRowAssignment, unitRows } from '@tocsin/projections/queries';
import { citySubject, departmentSubject } from '../rules/index.ts';
import { awaitPosition, boardSource, checkedLimit, demand } from './board.ts';
import { boardType, changesType } from './boardTypes.ts';
import { builder } from './builder.ts';
import { StageEnum } from './enums.ts';
import { rowsThat, UnitFilterInput, unitsThat } from './filters.ts';
import { LocalizedType } from './localized.ts';
import { boardAsOf, MomentInput } from './moment.ts';
import { playedField } from './played.ts';

const ParType = builder.objectRef<ParState>('UnitPar').implement({
  description: 'The accountability check that is due next or is waited for.',
  fields: (t) => ({
    check: t.exposeInt('check'),
    due: t.expose('due', { type: 'DateTime', nullable: true }),
    answerBy: t.expose('answerBy', { type: 'DateTime', nullable: true }),
    overdueSince: t.expose('overdueSince', { type: 'DateTime', nullable: true }),
  }),
});

const AssignmentType = builder.objectRef<UnitRowAssignment>('UnitRowAssignment').implement({
  fields: (t) => ({
    assignment: t.exposeID('assignment'),
    incident: t.exposeID('incident'),
    stage: t.expose('stage', { type: StageEnum }),
    since: t.expose('since', { type: 'DateTime' }),
    incidentNumber: t.int({
      nullable: true,
      resolve: async ({ incident }, _args, { parts }) => (await parts.numbers.of(incident)) ?? null,
    }),
    par: t.expose('par', { type: ParType, nullable: true }),
  }),
});

const PositionType = builder.objectRef<UnitPosition>('UnitPosition').implement({
  fields: (t) => ({
    lon: t.exposeFloat('lon'),
    lat: t.exposeFloat('lat'),
    at: t.expose('at', { type: 'DateTime' }),
    accuracy: t.exposeFloat('accuracy', { nullable: true, description: 'Metres.' }),
  }),
});

const ReserveType = builder.objectRef<Reserve>('UnitReserve').implement({
  fields: (t) => ({
    reason: t.exposeString('reason'),
    since: t.expose('since', { type: 'DateTime' }),
    until: t.expose('until', { type: 'DateTime', nullable: true }),
  }),
});

const UnitRowType = builder.objectRef<UnitRow>('UnitRow').implement({
  fields: (t) => ({
    id: t.exposeID('id'),
    city: t.exposeID('city'),
    callSign: t.exposeString('callSign'),
    department: t.exposeID('department'),
    kind: t.exposeString('kind'),
    name: t.expose('name', { type: LocalizedType }),
    capabilities: t.field({
      type: ['String'],
      resolve: ({ capabilities }) => [...capabilities],
    }),
    station: t.exposeString('station'),
    onDuty: t.exposeBoolean('onDuty'),
    lon: t.exposeFloat('lon', { nullable: true }),
    lat: t.exposeFloat('lat', { nullable: true }),
    lastPosition: t.expose('lastPosition', { type: PositionType, nullable: true }),
    reserve: t.expose('reserve', { type: ReserveType, nullable: true }),
    jurisdiction: t.exposeID('jurisdiction', {
      nullable: true,
      description: 'The neighbour that lends it.',
    }),
    lentFor: t.exposeID('lentFor', { nullable: true, description: 'The incident.' }),
    returnDue: t.boolean({
      description: 'What it was lent for is over: it goes home as soon as nothing holds it.',
      resolve: ({ returnDue }) => returnDue ?? false,
    }),
    active: t.expose('active', { type: AssignmentType, nullable: true }),
    stacked: t.field({ type: [AssignmentType], resolve: ({ stacked }) => [...stacked] }),
    revision: t.expose('revision', { type: 'Revision' }),
    position: t.expose('position', { type: 'Position' }),
  }),
});

const UnitBoard = boardType('Unit', UnitRowType);

const UnitChanges = changesType('Unit', UnitRowType);

playedField({ query: 'units', board: 'unit', changes: UnitChanges, department: 'possible' });

/** Every unit of the city, or those of one department. */
const scope = (city: string, department: string | null | undefined) =>
  department == null
    ? { wanted: { city }, subject: citySubject(city) }
    : { wanted: { city, department }, subject: departmentSubject(city, department) };

builder.queryField('units', (t) =>
  t.field({
    type: UnitBoard,
    args: {
      city: t.arg.id(),
      department: t.arg.id({ required: false }),
      filter: t.arg({ type: UnitFilterInput, required: false }),
      limit: t.arg.int({ required: false, defaultValue: 1000 }),
      waitFor: t.arg({ type: 'Position', required: false }),
      asOf: t.arg({ type: MomentInput, required: false }),
    },
    resolve: async (_root, { city, department, filter, limit, waitFor, asOf }, context) => {
      const { wanted, subject } = scope(city, department);
      demand(context, 'readUnitBoard', subject);
      const most = checkedLimit(limit, 1000);
      const matches = unitsThat(filter);
      await awaitPosition(context, waitFor);
      return rowsThat(matches, most, (all) =>
        asOf
          ? boardAsOf(context, { board: 'unit', ...wanted, limit: all }, asOf)
          : unitRows(context.parts.pool, { ...wanted, limit: all }),
      );
    },
  }),
);

builder.subscriptionField('unitChanges', (t) =>
  t.field({
    type: UnitChanges,
    args: {
      city: t.arg.id(),
      department: t.arg.id({ required: false }),
      filter: t.arg({ type: UnitFilterInput, required: false }),
      after: t.arg({ type: 'Cursor', required: false }),
    },
    subscribe: (_root, { city, department, filter, after }, context) => {
      demand(context, 'readUnitBoard', scope(city, department).subject);
      return boardSource(
        context,
        { board: 'unit', city, department, matches: unitsThat(filter) },
        after,
      );
    },
    resolve: (batch) => batch,
  }),
);

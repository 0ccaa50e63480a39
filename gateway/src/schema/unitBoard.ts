import { type UnitRow, type UnitRowAssignment, unitRows } from '@tocsin/projections/queries';
import { citySubject, departmentSubject } from '../rules/index.ts';
import { awaitPosition, checkedLimit, demand, visibleTo } from './board.ts';
import { boardType, changesType } from './boardTypes.ts';
import { builder } from './builder.ts';
import { StageEnum } from './enums.ts';
import { LocalizedType } from './localized.ts';

const AssignmentType = builder.objectRef<UnitRowAssignment>('UnitRowAssignment').implement({
  fields: (t) => ({
    assignment: t.exposeID('assignment'),
    incident: t.exposeID('incident'),
    stage: t.expose('stage', { type: StageEnum }),
    since: t.expose('since', { type: 'DateTime' }),
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
    active: t.expose('active', { type: AssignmentType, nullable: true }),
    stacked: t.field({ type: [AssignmentType], resolve: ({ stacked }) => [...stacked] }),
    revision: t.expose('revision', { type: 'Revision' }),
    position: t.expose('position', { type: 'Position' }),
  }),
});

const UnitBoard = boardType('Unit', UnitRowType);

const UnitChanges = changesType('Unit', UnitRowType);

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
      limit: t.arg.int({ required: false, defaultValue: 1000 }),
      waitFor: t.arg({ type: 'Position', required: false }),
    },
    resolve: async (_root, { city, department, limit, waitFor }, context) => {
      const { wanted, subject } = scope(city, department);
      demand(context, 'readUnitBoard', subject);
      const most = checkedLimit(limit, 1000);
      await awaitPosition(context, waitFor);
      return unitRows(context.parts.pool, { ...wanted, limit: most });
    },
  }),
);

builder.subscriptionField('unitChanges', (t) =>
  t.field({
    type: UnitChanges,
    args: {
      city: t.arg.id(),
      department: t.arg.id({ required: false }),
      after: t.arg({ type: 'Cursor' }),
    },
    subscribe: (_root, { city, department, after }, context) => {
      const { wanted, subject } = scope(city, department);
      demand(context, 'readUnitBoard', subject);
      return context.parts.feed.changes({ board: 'unit', ...wanted }, after, visibleTo(context));
    },
    resolve: (batch) => batch,
  }),
);

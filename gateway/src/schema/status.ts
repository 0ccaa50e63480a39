import type { RebuildUnderWay } from '@tocsin/projections/queries';
import type { DataAge } from '../feed/dataAge.ts';
import { ForRights } from '../feed/forRights.ts';
import type { ServerStatus } from '../feed/statusTicker.ts';
import { builder } from './builder.ts';

const said: Readonly<Record<DataAge, string>> = {
  live: 'The boards contain what is in the log, but for a moment.',
  behind: 'The projections work, but have been behind the log for more than a second.',
  stopped: 'No projections are at work: what the boards show is what they showed last.',
  failed: 'The projections stopped at an event that they can not handle: it needs a person.',
  unknown: 'The database does not answer, so that nobody can say.',
};
const DataStateEnum = builder.enumType('DataState', {
  description: 'How true the boards are.',
  values: Object.fromEntries(
    Object.entries(said).map(([value, description]) => [
      value.toUpperCase(),
      { value: value as DataAge, description },
    ]),
  ),
});

const RebuildType = builder.objectRef<RebuildUnderWay>('RebuildUnderWay').implement({
  description: 'Boards that are being made again beside those that are shown.',
  fields: (t) => ({
    ratio: t.exposeFloat('ratio', { description: 'Of the log, 0 to 1.' }),
    events: t.exposeInt('events'),
    eventsPerSecond: t.exposeFloat('eventsPerSecond'),
    secondsLeft: t.float({
      nullable: true,
      resolve: ({ secondsLeft }) => secondsLeft ?? null,
    }),
  }),
});

export const ServerStatusType = builder.objectRef<ServerStatus>('ServerStatus').implement({
  fields: (t) => ({
    serverTime: t.expose('serverTime', { type: 'DateTime' }),
    position: t.expose('position', { type: 'Position', nullable: true }),
    lastEventAt: t.expose('lastEventAt', { type: 'DateTime', nullable: true }),
    projectionsPosition: t.expose('projectionsPosition', { type: 'Position', nullable: true }),
    projectionsAt: t.expose('projectionsAt', {
      type: 'DateTime',
      nullable: true,
      description: 'The last heartbeat of the projections.',
    }),
    live: t.exposeBoolean('live', {
      description: 'The state is LIVE.',
    }),
    state: t.expose('state', { type: DataStateEnum }),
    lagSeconds: t.exposeFloat('lagSeconds', {
      description: 'How long the boards have not been live.',
    }),
    lagPositions: t.expose('lagPositions', {
      type: 'Position',
      description: 'How far the boards are behind the log’s last position, which counts bytes.',
    }),
    rebuild: t.field({
      type: RebuildType,
      nullable: true,
      description: 'Null when none is under way.',
      resolve: ({ rebuild }) => rebuild ?? null,
    }),
    version: t.exposeString('version'),
  }),
});

builder.queryField('status', (t) =>
  t.field({
    type: ServerStatusType,
    resolve: (_root, _args, { parts }) => parts.status.read(),
  }),
);

builder.subscriptionField('status', (t) =>
  t.field({
    type: ServerStatusType,
    description: 'Every second, and at once when the state changes.',
    subscribe: (_root, _args, { parts }) => new ForRights(parts.status.follow()),
    resolve: (status) => status,
  }),
);

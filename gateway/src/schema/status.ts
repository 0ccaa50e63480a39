import type { ServerStatus } from '../feed/statusTicker.ts';
import { builder } from './builder.ts';

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
      description: 'The projections’ heartbeat is younger than 3 s and they are caught up.',
    }),
    lagSeconds: t.exposeFloat('lagSeconds', {
      description: 'How long the projections have not been live.',
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
    description: 'Every second.',
    subscribe: (_root, _args, { parts }) => parts.status.follow(),
    resolve: (status) => status,
  }),
);

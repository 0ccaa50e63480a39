import type { Meanwhile } from '@tocsin/domain/store';
import type { Accepted, Answer, Conflict, Rejected } from '../commands/answer.ts';
import { ActorType } from './actor.ts';
import { builder } from './builder.ts';

export const CommandInputType = builder.inputType('CommandInput', {
  fields: (t) => ({
    id: t.id({ description: 'A UUID drawn by the client; sent again, it gives the same answer.' }),
    expectedRevision: t.field({ type: 'Revision', required: false }),
    occurredAt: t.field({ type: 'DateTime', required: false }),
    console: t.string({ required: false }),
  }),
});

const AcceptedType = builder.objectRef<Accepted>('Accepted').implement({
  fields: (t) => ({
    revision: t.expose('revision', { type: 'Revision' }),
    position: t.expose('position', { type: 'Position' }),
    repeated: t.exposeBoolean('repeated'),
    id: t.exposeID('id', { nullable: true }),
  }),
});

export const RejectedType = builder.objectRef<Rejected>('Rejected').implement({
  fields: (t) => ({
    code: t.exposeString('code'),
    field: t.exposeString('field', { nullable: true }),
    message: t.exposeString('message', { description: 'In the viewer’s language.' }),
    facts: t.expose('facts', { type: 'JSON' }),
  }),
});

const MeanwhileType = builder.objectRef<Meanwhile>('MeanwhileEntry').implement({
  fields: (t) => ({
    revision: t.expose('revision', { type: 'Revision' }),
    type: t.exposeString('type'),
    actor: t.expose('actor', { type: ActorType }),
    occurredAt: t.expose('occurredAt', { type: 'DateTime' }),
    recordedAt: t.expose('recordedAt', { type: 'DateTime' }),
  }),
});

const ConflictType = builder.objectRef<Conflict>('Conflict').implement({
  fields: (t) => ({
    expectedRevision: t.expose('expectedRevision', { type: 'Revision' }),
    actualRevision: t.expose('actualRevision', { type: 'Revision' }),
    message: t.exposeString('message', { description: 'In the viewer’s language.' }),
    meanwhile: t.field({ type: [MeanwhileType], resolve: ({ meanwhile }) => [...meanwhile] }),
  }),
});

export const CommandResult = builder.unionType('CommandResult', {
  types: [AcceptedType, RejectedType, ConflictType],
  resolveType: (answer: Answer) => answer.kind,
});

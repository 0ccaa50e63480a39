import type { Actor } from '@tocsin/domain';
import type { RowActor } from '@tocsin/projections/queries';
import { builder } from './builder.ts';
import { ActorKind, RoleEnum } from './enums.ts';

/** A link of an evidence chain, from the record or from a board's row. */
export interface EvidenceView {
  readonly by: Actor | RowActor;
  readonly occurredAt: string;
  readonly recordedAt?: string;
  readonly note?: string;
  readonly revision?: number;
}

export const ActorType = builder.objectRef<Actor>('Actor').implement({
  fields: (t) => ({
    kind: t.expose('kind', { type: ActorKind }),
    id: t.exposeID('id'),
    name: t.exposeString('name'),
    role: t.expose('role', { type: RoleEnum, nullable: true }),
    department: t.exposeID('department', { nullable: true }),
    console: t.exposeString('console', { nullable: true }),
  }),
});

builder.objectField(ActorType, 'onBehalfOf', (t) =>
  t.field({
    type: ActorType,
    nullable: true,
    description: 'Whose decision a process manager carried into this stream.',
    resolve: ({ onBehalfOf }) => onBehalfOf ?? null,
  }),
);

export const EvidenceType = builder.objectRef<EvidenceView>('Evidence').implement({
  fields: (t) => ({
    by: t.expose('by', { type: ActorType }),
    occurredAt: t.expose('occurredAt', { type: 'DateTime' }),
    recordedAt: t.expose('recordedAt', { type: 'DateTime', nullable: true }),
    note: t.exposeString('note', {
      nullable: true,
      description: 'The reason or text, where the link has one.',
    }),
    revision: t.field({
      type: 'Revision',
      nullable: true,
      description: 'Of an entry that can be struck: its place in the record.',
      resolve: ({ revision }) => (revision === undefined ? null : `${revision}`),
    }),
  }),
});

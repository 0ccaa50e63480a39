import type { CoveringSeal, EntryProof } from '@tocsin/domain/store';
import { signedIn } from '../context.ts';
import { demandIds } from './board.ts';
import { builder } from './builder.ts';
import { demandIncident } from './incident.ts';

const CoveringSealType = builder.objectRef<CoveringSeal>('CoveringSeal').implement({
  description: 'The seal that covers an entry, checked when it was asked for.',
  fields: (t) => ({
    number: t.exposeInt('number'),
    time: t.expose('time', { type: 'DateTime', description: 'By the sealer’s clock.' }),
    hash: t.exposeString('hash', { description: 'SHA-256 of the seal.' }),
    key: t.exposeString('key', { description: 'SHA-256 of the public key it is signed with.' }),
    signed: t.exposeBoolean('signed', { description: 'Its Ed25519 signature is that key’s.' }),
    root: t.exposeString('root', { description: 'RFC 6962, over the events that it covers.' }),
    events: t.exposeInt('events'),
    index: t.exposeInt('index', { description: 'The entry’s place among them, from 0; −1: none.' }),
    path: t.stringList({ resolve: ({ path }) => [...path] }),
    included: t.exposeBoolean('included', {
      description: 'The path leads from the entry’s hash to the root.',
    }),
  }),
});

const EntryProofType = builder.objectRef<EntryProof>('EntryProof').implement({
  description: 'What stands behind one entry. The whole log is checked by `tocsin verify`.',
  fields: (t) => ({
    hash: t.exposeString('hash'),
    previousHash: t.exposeString('previousHash', { description: 'Empty for the first entry.' }),
    intact: t.exposeBoolean('intact', {
      description: 'What is stored gives this hash, and it follows from the entry before.',
    }),
    seal: t.field({
      type: CoveringSealType,
      nullable: true,
      description: 'Null until the next seal is made.',
      resolve: ({ seal }) => seal ?? null,
    }),
  }),
});

builder.queryField('proofOf', (t) =>
  t.field({
    type: EntryProofType,
    nullable: true,
    args: { incident: t.arg.id(), revision: t.arg({ type: 'Revision' }) },
    resolve: async (_root, { incident, revision }, context) => {
      signedIn(context);
      demandIds({ incident });
      const { store } = context.parts;
      const read = await store.readIncident(incident);
      if (!read) return null;
      demandIncident(context, read.state);
      return (await store.proofOf(incident, revision)) ?? null;
    },
  }),
);

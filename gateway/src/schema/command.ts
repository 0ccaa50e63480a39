import type { Attachment, CommandRole, Consultation, RoleHolder, Situation } from '@tocsin/domain';
import { EvidenceType, type EvidenceView } from './actor.ts';
import { builder } from './builder.ts';
import { CommandRoleEnum } from './enums.ts';
import { fromRecord } from './evidence.ts';
import { IncidentViewType } from './incident.ts';

type Held = RoleHolder & { readonly role: CommandRole; readonly since: string };

const HeldRole = builder.objectRef<Held>('HeldRole').implement({
  fields: (t) => ({
    role: t.expose('role', { type: CommandRoleEnum }),
    account: t.exposeID('account'),
    name: t.exposeString('name'),
    department: t.exposeID('department', { nullable: true }),
    since: t.expose('since', { type: 'DateTime' }),
  }),
});

type Joined = Consultation['joined'][number];
const JoinedType = builder.objectRef<Joined>('ConsultationJoined').implement({
  fields: (t) => ({
    department: t.exposeID('department'),
    joined: t.field({ type: EvidenceType, resolve: (joined): EvidenceView => joined }),
  }),
});

type Decision = Consultation['decisions'][number];
const DecisionType = builder.objectRef<Decision>('Decision').implement({
  fields: (t) => ({
    id: t.exposeID('id'),
    text: t.exposeString('text'),
    task: t.exposeID('task', { nullable: true, description: 'The task that it became.' }),
    recorded: t.field({ type: EvidenceType, resolve: (decision): EvidenceView => decision }),
  }),
});

const ConsultationType = builder.objectRef<Consultation>('Consultation').implement({
  fields: (t) => ({
    id: t.exposeID('id'),
    topic: t.exposeString('topic'),
    participants: t.field({
      type: ['ID'],
      description: 'The departments that were invited.',
      resolve: ({ participants }) => [...participants],
    }),
    opened: t.expose('opened', { type: EvidenceType }),
    joined: t.field({ type: [JoinedType], resolve: ({ joined }) => [...joined] }),
    decisions: t.field({ type: [DecisionType], resolve: ({ decisions }) => [...decisions] }),
    closed: t.field({
      type: EvidenceType,
      nullable: true,
      resolve: ({ closed }) => fromRecord(closed),
    }),
  }),
});

const SituationType = builder.objectRef<Situation>('SituationReport').implement({
  fields: (t) => ({
    id: t.exposeID('id'),
    number: t.exposeInt('number'),
    text: t.exposeString('text'),
    reported: t.field({ type: EvidenceType, resolve: (situation): EvidenceView => situation }),
  }),
});

const AttachmentType = builder.objectRef<Attachment>('Attachment').implement({
  fields: (t) => ({
    id: t.id({ resolve: ({ attachment }) => attachment }),
    name: t.exposeString('name'),
    mediaType: t.exposeString('mediaType'),
    bytes: t.exposeFloat('bytes'),
    sha256: t.exposeString('sha256'),
    uri: t.exposeString('uri'),
    added: t.field({ type: EvidenceType, resolve: (attachment): EvidenceView => attachment }),
  }),
});

builder.objectFields(IncidentViewType, (t) => ({
  command: t.field({
    type: [HeldRole],
    description: 'Who holds which role of the Incident Command System.',
    resolve: ({ state }) => [...state.roles].map(([role, holder]) => ({ role, ...holder })),
  }),
  consultations: t.field({
    type: [ConsultationType],
    resolve: ({ state }) => [...state.consultations.values()],
  }),
  situations: t.field({ type: [SituationType], resolve: ({ state }) => [...state.situations] }),
  attachments: t.field({
    type: [AttachmentType],
    resolve: ({ state }) => [...state.attachments.values()],
  }),
  struck: t.field({
    type: [EvidenceType],
    description: 'The entries that were struck, by their revision; the note is the reason.',
    resolve: ({ state }): EvidenceView[] =>
      [...state.struck].map(([revision, { reason, ...link }]) => ({
        ...link,
        note: reason,
        revision,
      })),
  }),
}));

import type {
  ActionAddressee,
  ActionStatus,
  CorrectiveAction,
  Finding,
  Severity,
} from '@tocsin/domain';
import { EvidenceType, type EvidenceView } from './actor.ts';
import { builder } from './builder.ts';
import { enumOf } from './enums.ts';
import { fromRecord } from './evidence.ts';
import { IncidentViewType } from './incident.ts';

export const SeverityEnum = enumOf<Severity>('Severity')('low', 'medium', 'high');
export const ActionStatusEnum = enumOf<ActionStatus>('ActionStatus')(
  'assigned',
  'done',
  'returned',
  'verified',
  'cancelled',
);
const ActionAddresseeEnum = enumOf<ActionAddressee>('ActionAddressee')(
  'owner',
  'dutyOfficer',
  'commandCentre',
);

export const OwnerType = builder
  .objectRef<NonNullable<CorrectiveAction['owner']>>('ActionOwner')
  .implement({
    fields: (t) => ({ account: t.exposeID('account'), name: t.exposeString('name') }),
  });

export const ActionEscalationType = builder
  .objectRef<CorrectiveAction['escalations'][number]>('ActionEscalation')
  .implement({
    fields: (t) => ({
      step: t.exposeInt('step'),
      to: t.expose('to', { type: ActionAddresseeEnum }),
      at: t.expose('at', { type: 'DateTime' }),
    }),
  });

const FindingType = builder.objectRef<Finding>('Finding').implement({
  fields: (t) => ({
    id: t.exposeID('id'),
    text: t.exposeString('text'),
    severity: t.expose('severity', { type: SeverityEnum, nullable: true }),
    recorded: t.field({ type: EvidenceType, resolve: (finding): EvidenceView => finding }),
  }),
});

const ActionType = builder.objectRef<CorrectiveAction>('CorrectiveAction').implement({
  fields: (t) => ({
    id: t.exposeID('id'),
    finding: t.exposeID('finding'),
    department: t.exposeID('department'),
    owner: t.expose('owner', { type: OwnerType, nullable: true }),
    text: t.exposeString('text'),
    dueBy: t.expose('dueBy', { type: 'DateTime' }),
    status: t.expose('status', { type: ActionStatusEnum }),
    assigned: t.expose('assigned', { type: EvidenceType }),
    notes: t.field({
      type: [EvidenceType],
      resolve: ({ notes }): EvidenceView[] => notes.map((note) => ({ ...note, note: note.text })),
    }),
    escalations: t.field({
      type: [ActionEscalationType],
      resolve: ({ escalations }) => [...escalations],
    }),
  }),
});

for (const link of ['done', 'verified', 'returned', 'cancelled'] as const) {
  builder.objectField(ActionType, link, (t) =>
    t.field({ type: EvidenceType, nullable: true, resolve: (action) => fromRecord(action[link]) }),
  );
}

builder.objectFields(IncidentViewType, (t) => ({
  findings: t.field({ type: [FindingType], resolve: ({ state }) => [...state.findings.values()] }),
  actions: t.field({ type: [ActionType], resolve: ({ state }) => [...state.actions.values()] }),
}));

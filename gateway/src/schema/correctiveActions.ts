import { type ActionRow, actionRows } from '@tocsin/projections/queries';
import { citySubject, departmentSubject, type Subject } from '../rules/index.ts';
import { EvidenceType } from './actor.ts';
import { ActionEscalationType, ActionStatusEnum, OwnerType } from './after.ts';
import { awaitPosition, boardSource, checkedLimit, demand } from './board.ts';
import { boardType, changesType } from './boardTypes.ts';
import { builder } from './builder.ts';
import { fromRow } from './evidence.ts';
import { boardAsOf, MomentInput } from './moment.ts';
import { playedField } from './played.ts';

const ActionRowType = builder.objectRef<ActionRow>('ActionRow').implement({
  fields: (t) => ({
    id: t.exposeID('id'),
    city: t.exposeID('city'),
    department: t.exposeID('department'),
    incident: t.exposeID('incident'),
    number: t.exposeInt('number', { description: 'The incident’s.' }),
    what: t.exposeString('what', { description: 'What the incident was.' }),
    exercise: t.exposeBoolean('exercise'),
    finding: t.exposeID('finding'),
    owner: t.expose('owner', { type: OwnerType, nullable: true }),
    text: t.exposeString('text'),
    dueBy: t.expose('dueBy', { type: 'DateTime' }),
    status: t.expose('status', { type: ActionStatusEnum }),
    escalation: t.expose('escalation', { type: ActionEscalationType, nullable: true }),
    assigned: t.field({
      type: EvidenceType,
      resolve: ({ assigned }) => ({ by: assigned.by, occurredAt: assigned.at }),
    }),
    revision: t.expose('revision', { type: 'Revision' }),
    position: t.expose('position', { type: 'Position' }),
  }),
});

for (const link of ['done', 'verified', 'returned', 'cancelled', 'lastNote'] as const) {
  builder.objectField(ActionRowType, link, (t) =>
    t.field({ type: EvidenceType, nullable: true, resolve: (row) => fromRow(row[link]) }),
  );
}

const ActionBoard = boardType('Action', ActionRowType);
const ActionChanges = changesType('Action', ActionRowType);

playedField({
  query: 'correctiveActions',
  board: 'action',
  changes: ActionChanges,
  department: 'possible',
});

const subjectOf = (city: string, department: string | null | undefined): Subject =>
  department ? departmentSubject(city, department) : citySubject(city);

builder.queryField('correctiveActions', (t) =>
  t.field({
    type: ActionBoard,
    description: 'Across incidents, by due date; of one department, or of all of them.',
    args: {
      city: t.arg.id(),
      department: t.arg.id({ required: false }),
      ended: t.arg.boolean({ required: false, defaultValue: false }),
      limit: t.arg.int({ required: false, defaultValue: 500 }),
      waitFor: t.arg({ type: 'Position', required: false }),
      asOf: t.arg({ type: MomentInput, required: false }),
    },
    resolve: async (_root, { city, department, ended, limit, waitFor, asOf }, context) => {
      demand(context, 'readActionBoard', subjectOf(city, department));
      const most = checkedLimit(limit, 500);
      await awaitPosition(context, waitFor);
      const of = department ? { department } : {};
      const wanted = { city, ...of, ended: ended ?? false, limit: most };
      if (asOf) return boardAsOf(context, { board: 'action', ...wanted }, asOf);
      return actionRows(context.parts.pool, wanted);
    },
  }),
);

builder.subscriptionField('actionChanges', (t) =>
  t.field({
    type: ActionChanges,
    args: {
      city: t.arg.id(),
      department: t.arg.id({ required: false }),
      after: t.arg({ type: 'Cursor', required: false }),
    },
    subscribe: (_root, { city, department, after }, context) => {
      demand(context, 'readActionBoard', subjectOf(city, department));
      return boardSource(context, { board: 'action', city, department: department || null }, after);
    },
    resolve: (batch) => batch,
  }),
);

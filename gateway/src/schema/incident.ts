import type { CancelReason, Incident, RecordMoment } from '@tocsin/domain';
import { readsAsAuditor, trace } from '../access/trace.ts';
import { type RequestContext, signedIn } from '../context.ts';
import { type IncidentView, viewIncident } from '../incidentView.ts';
import { refuse } from '../operation/refusal.ts';
import {
  type Action,
  afterActions,
  commandActions,
  commanderActions,
  departmentSubject,
  incidentActions,
  incidentSubject,
  may,
  mayWith,
  privacyActions,
  retentionActions,
  taskActions,
} from '../rules/index.ts';
import { EvidenceType, type EvidenceView } from './actor.ts';
import { demandIds } from './board.ts';
import { builder } from './builder.ts';
import { CancelReasonEnum, ChannelEnum, IncidentClassEnum, IncidentStatusEnum } from './enums.ts';
import { fromRecord } from './evidence.ts';
import { PlaceType, ReporterType } from './place.ts';
import { givenRecordMoment, momentText, RecordMomentInput, recordAt } from './recordMoment.ts';
import { CommitmentType, TaskType } from './task.ts';

const cancelReasons: readonly CancelReason[] = ['false', 'duplicate', 'test'];

/** Refuses whoever may not read this incident. */
export function demandIncident(context: RequestContext, state: Incident): void {
  if (may(signedIn(context), 'readIncident', incidentSubject(state))) return;
  refuse('forbidden', { city: state.city, incident: state.id }, 'id');
}

/** What the viewer may do with the incident itself, and with the tasks in it of somebody's. */
function allowed({ viewer }: RequestContext, state: Incident): Action[] {
  if (!viewer) return [];
  const onTasks = [...state.tasks.values()].flatMap(({ department }) =>
    mayWith(viewer, departmentSubject(state.city, department), taskActions),
  );
  const onIncident = mayWith(viewer, incidentSubject(state), [
    ...incidentActions,
    ...commanderActions,
    ...commandActions,
    ...afterActions,
    ...retentionActions,
    ...privacyActions,
    'readPersonalData',
    'auditPersonalData',
  ]);
  return [...onIncident, ...new Set(onTasks)];
}

export const IncidentViewType = builder.objectRef<IncidentView>('Incident').implement({
  fields: (t) => ({
    id: t.id({ resolve: ({ state }) => state.id }),
    number: t.int({
      nullable: true,
      description: 'Given by the incident board; null for the moment until that has the incident.',
      resolve: async ({ state }, _args, { parts }) => (await parts.numbers.of(state.id)) ?? null,
    }),
    city: t.id({ resolve: ({ state }) => state.city }),
    status: t.field({ type: IncidentStatusEnum, resolve: ({ status }) => status }),
    exercise: t.boolean({ resolve: ({ state }) => state.exercise }),
    what: t.string({ resolve: ({ state }) => state.what }),
    channel: t.field({ type: ChannelEnum, resolve: ({ state }) => state.channel }),
    place: t.field({ type: PlaceType, resolve: ({ state }) => state.place }),
    reporter: t.field({
      type: ReporterType,
      nullable: true,
      resolve: ({ state }) => state.reporter,
    }),
    reference: t.string({ nullable: true, resolve: ({ state }) => state.reference ?? null }),
    type: t.id({ nullable: true, resolve: ({ state }) => state.type ?? null }),
    class: t.field({
      type: IncidentClassEnum,
      nullable: true,
      resolve: ({ state }) => state.class ?? null,
    }),
    grade: t.int({ nullable: true, resolve: ({ state }) => state.grade ?? null }),
    priority: t.int({ nullable: true, resolve: ({ state }) => state.priority ?? null }),
    reported: t.field({ type: EvidenceType, resolve: ({ reported }): EvidenceView => reported }),
    cancelReason: t.field({
      type: CancelReasonEnum,
      nullable: true,
      resolve: ({ state }) => cancelReasons.find((one) => one === state.cancelled?.reason) ?? null,
    }),
    tasks: t.field({ type: [TaskType], resolve: ({ state }) => [...state.tasks.values()] }),
    commitments: t.field({
      type: [CommitmentType],
      resolve: ({ state }) => [...state.commitments.values()],
    }),
    notes: t.field({
      type: [EvidenceType],
      resolve: ({ state }): EvidenceView[] =>
        state.notes.map((note) => ({ ...note, note: note.text })),
    }),
    revision: t.field({ type: 'Revision', resolve: ({ revision }) => revision }),
    position: t.field({ type: 'Position', resolve: ({ position }) => position }),
    lastRevision: t.field({ type: 'Revision', resolve: ({ lastRevision }) => lastRevision }),
    may: t.field({
      type: ['String'],
      description: 'What the rules allow this viewer here, whatever the incident’s status.',
      resolve: ({ state }, _args, context) => allowed(context, state),
    }),
  }),
});

const links = ['confirmed', 'contained', 'resolved', 'closed', 'cancelled'] as const;
for (const link of links) {
  builder.objectField(IncidentViewType, link, (t) =>
    t.field({
      type: EvidenceType,
      nullable: true,
      resolve: ({ state }) => fromRecord(state[link]),
    }),
  );
}

/** Its past is traced whoever reads it, its present when an auditor does. */
async function traceIncident(
  context: RequestContext,
  { state: { id, city }, revision: last }: IncidentView,
  moment: RecordMoment | undefined,
): Promise<void> {
  const past = moment !== undefined && !('revision' in moment && moment.revision === last);
  if (!past && !readsAsAuditor(context, 'readIncident')) return;
  const detail = past ? { detail: momentText(moment) } : {};
  await trace(context, { kind: 'recordRead', what: 'incident', incident: id, city, ...detail });
}

builder.queryField('incident', (t) =>
  t.field({
    type: IncidentViewType,
    nullable: true,
    description: 'As it now stands, or as it stood; null for an incident that had not begun.',
    args: {
      id: t.arg.id(),
      revision: t.arg({ type: 'Revision', required: false }),
      asOf: t.arg({ type: RecordMomentInput, required: false }),
    },
    resolve: async (_root, { id, revision, asOf }, context) => {
      signedIn(context);
      demandIds({ id });
      const present = revision === null || revision === undefined ? undefined : { revision };
      const moment = asOf ? givenRecordMoment(asOf, 'asOf') : present;
      const newest = await context.parts.store.readIncident(id);
      const last = viewIncident(newest);
      if (!last) return null;
      demandIncident(context, last.state);
      await traceIncident(context, last, moment);
      if (moment && !('revision' in moment)) {
        const events = await context.parts.store.readIncidentEvents(id);
        return viewIncident(recordAt(events, moment), last.revision) ?? null;
      }
      const at = asOf?.revision ?? revision;
      if (at === null || at === undefined || at === last.revision) return last;
      if (at > last.revision)
        return refuse('revisionOfTheFuture', { actual: `${last.revision}` }, 'revision');
      const then = await context.parts.store.readIncident(id, at);
      return viewIncident(then, last.revision) ?? null;
    },
  }),
);

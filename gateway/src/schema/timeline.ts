import {
  type Incident,
  type IncidentEvent,
  type Stored,
  type Task,
  withoutPersons,
} from '@tocsin/domain';
import { readsAsAuditor, trace } from '../access/trace.ts';
import { signedIn } from '../context.ts';
import type { IncidentRecord } from '../feed/incidentRecords.ts';
import { refuse } from '../operation/refusal.ts';
import { ActorType } from './actor.ts';
import { demandIds } from './board.ts';
import { builder } from './builder.ts';
import { demandIncident, IncidentViewType } from './incident.ts';

/** An entry of the record with the incident it belongs to, for the department of its task. */
export interface EntryView {
  readonly event: Stored<IncidentEvent>;
  readonly incident: Incident;
}

const taskOf = ({ data }: Stored<IncidentEvent>): string | null =>
  'task' in data ? (data.task ?? null) : null;

function departmentOf({ event, incident }: EntryView): Task['department'] | null {
  const { data } = event;
  if ('department' in data && data.department !== undefined) return data.department;
  if ('action' in data) return incident.actions.get(data.action)?.department ?? null;
  return incident.tasks.get(taskOf(event) ?? '')?.department ?? null;
}

export const TimelineEntryType = builder.objectRef<EntryView>('TimelineEntry').implement({
  fields: (t) => ({
    incident: t.id({ resolve: ({ incident }) => incident.id }),
    revision: t.field({ type: 'Revision', resolve: ({ event }) => event.revision }),
    position: t.field({ type: 'Position', resolve: ({ event }) => event.position }),
    type: t.string({ resolve: ({ event }) => event.type }),
    occurredAt: t.field({ type: 'DateTime', resolve: ({ event }) => event.meta.occurredAt }),
    recordedAt: t.field({ type: 'DateTime', resolve: ({ event }) => event.meta.recordedAt }),
    actor: t.field({ type: ActorType, resolve: ({ event }) => event.meta.actor }),
    event: t.id({ resolve: ({ event }) => event.id }),
    commandId: t.id({ resolve: ({ event }) => event.meta.commandId }),
    causationId: t.id({ resolve: ({ event }) => event.meta.causationId }),
    correlationId: t.id({ resolve: ({ event }) => event.meta.correlationId }),
    task: t.id({ nullable: true, resolve: ({ event }) => taskOf(event) }),
    department: t.id({ nullable: true, resolve: departmentOf }),
    data: t.field({
      type: 'JSON',
      description: 'Without the persons whom it names.',
      resolve: ({ event: { stream, type, data } }) => withoutPersons(stream, type, data),
    }),
    hash: t.string({ resolve: ({ event }) => event.meta.hash }),
  }),
});

const RecordType = builder.objectRef<IncidentRecord>('IncidentRecord').implement({
  fields: (t) => ({
    incident: t.field({ type: IncidentViewType, resolve: ({ incident }) => incident }),
    entries: t.field({
      type: [TimelineEntryType],
      description: 'Those after the revision asked from, up to `incident.revision`.',
      resolve: ({ incident, events }) =>
        events.map((event) => ({ event, incident: incident.state })),
    }),
  }),
});

builder.queryField('timeline', (t) =>
  t.field({
    type: [TimelineEntryType],
    args: { incident: t.arg.id(), from: t.arg({ type: 'Revision', required: false }) },
    resolve: async (_root, { incident: id, from }, context) => {
      signedIn(context);
      demandIds({ incident: id });
      const { store } = context.parts;
      const read = await store.readIncident(id);
      if (!read) return refuse('unknownIncident', {}, 'incident');
      demandIncident(context, read.state);
      const { city } = read.state;
      await trace(context, { kind: 'recordRead', what: 'timeline', incident: id, city });
      const events = await store.readIncidentEvents(id, from ?? undefined);
      return events.map((event) => ({ event, incident: read.state }));
    },
  }),
);

builder.subscriptionField('incidentRecord', (t) =>
  t.field({
    type: RecordType,
    args: { id: t.arg.id(), after: t.arg({ type: 'Revision' }) },
    subscribe: async (_root, { id, after }, context) => {
      signedIn(context);
      demandIds({ id });
      const read = await context.parts.store.readIncident(id);
      if (!read) return refuse('unknownIncident', {}, 'id');
      demandIncident(context, read.state);
      if (readsAsAuditor(context, 'readIncident')) {
        const { city } = read.state;
        await trace(context, { kind: 'recordRead', what: 'incidentRecord', incident: id, city });
      }
      if (read.revision === undefined || after > read.revision)
        return refuse('revisionOfTheFuture', { actual: `${read.revision}` }, 'after');
      return context.parts.records.follow(id, after, (state) => demandIncident(context, state));
    },
    resolve: (record) => record,
  }),
);

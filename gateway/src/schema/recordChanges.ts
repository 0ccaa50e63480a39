import {
  type CausedChange,
  changesBetween,
  type Incident,
  type IncidentEvent,
  type RecordChanges,
  recordUntil,
  type Stored,
} from '@tocsin/domain';
import { trace } from '../access/trace.ts';
import { signedIn } from '../context.ts';
import { type IncidentView, viewIncident } from '../incidentView.ts';
import { refuse } from '../operation/refusal.ts';
import { demandIds } from './board.ts';
import { builder } from './builder.ts';
import { demandIncident, IncidentViewType } from './incident.ts';
import { givenRecordMoment, momentText, RecordMomentInput, recordAt } from './recordMoment.ts';
import { TimelineEntryType } from './timeline.ts';

/** Changes and entries given out at the most; both say how many there are. */
const mostChanges = 500;
const mostEntries = 1_000;

interface ChangesView extends RecordChanges {
  /** The incident as it now stands: what entries are told with. */
  readonly now: Incident;
  readonly from: IncidentView | undefined;
  readonly to: IncidentView | undefined;
}

interface ChangeView {
  readonly change: CausedChange;
  readonly now: Incident;
}

/** Persons are told by `personalData` only. */
const ofPersons: readonly string[] = ['reporter', 'personalKeys'];
const namesNobody = ({ path }: CausedChange): boolean =>
  !path.some((part) => ofPersons.includes(String(part)));

/** Maps as objects, sets as lists; without persons. */
function plain(value: unknown): unknown {
  if (value instanceof Map)
    return Object.fromEntries([...value].map(([key, part]) => [key, plain(part)]));
  if (value instanceof Set) return [...value].map(plain);
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(
      Object.entries(value).flatMap(([key, part]) =>
        ofPersons.includes(key) ? [] : [[key, plain(part)]],
      ),
    );
  return value;
}

const json = (value: unknown): object | null =>
  value === undefined ? null : (plain(value) as object | null);

const RecordChange = builder.objectRef<ChangeView>('RecordChange').implement({
  description: 'A place of the incident that is another at the two moments.',
  fields: (t) => ({
    path: t.stringList({
      description: 'From the outside inwards, in the domain’s words: `tasks`, its id, `status`.',
      resolve: ({ change }) => change.path.map(String),
    }),
    before: t.field({
      type: 'JSON',
      nullable: true,
      resolve: ({ change }) => json(change.before),
    }),
    after: t.field({ type: 'JSON', nullable: true, resolve: ({ change }) => json(change.after) }),
    by: t.field({
      type: [TimelineEntryType],
      description: 'The entries that had a part in it, in the record’s order.',
      resolve: ({ change, now }) => change.by.map((event) => ({ event, incident: now })),
    }),
  }),
});

const RecordChangesType = builder.objectRef<ChangesView>('RecordChanges').implement({
  fields: (t) => ({
    from: t.field({
      type: IncidentViewType,
      nullable: true,
      description: 'Null: it had not begun.',
      resolve: ({ from }) => from ?? null,
    }),
    to: t.field({ type: IncidentViewType, nullable: true, resolve: ({ to }) => to ?? null }),
    changes: t.field({
      type: [RecordChange],
      resolve: ({ changes, now }) =>
        changes.slice(0, mostChanges).map((change) => ({ change, now })),
    }),
    changeCount: t.int({ resolve: ({ changes }) => changes.length }),
    entries: t.field({
      type: [TimelineEntryType],
      description: 'Every entry between the two, also one that left nothing changed.',
      resolve: ({ entries, now }) =>
        entries.slice(0, mostEntries).map((event) => ({ event, incident: now })),
    }),
    entryCount: t.int({ resolve: ({ entries }) => entries.length }),
  }),
});

const countsIn = (events: readonly Stored<IncidentEvent>[]) => {
  const revisions = new Set(events.map(({ revision }) => revision));
  return ({ revision }: Stored<IncidentEvent>): boolean => revisions.has(revision);
};

builder.queryField('recordChanges', (t) =>
  t.field({
    type: RecordChangesType,
    nullable: true,
    description: 'What changed of an incident between two moments, and by which entries.',
    args: {
      incident: t.arg.id(),
      from: t.arg({ type: RecordMomentInput }),
      to: t.arg({ type: RecordMomentInput }),
    },
    resolve: async (_root, { incident, ...given }, context) => {
      signedIn(context);
      demandIds({ incident });
      const from = givenRecordMoment(given.from, 'from');
      const to = givenRecordMoment(given.to, 'to');
      const { store } = context.parts;
      const read = await store.readIncident(incident);
      if (!read) return null;
      demandIncident(context, read.state);
      const { city } = read.state;
      const detail = `${momentText(from)} to ${momentText(to)}`;
      await trace(context, { kind: 'recordRead', what: 'recordChanges', incident, city, detail });
      const events = await store.readIncidentEvents(incident);
      if (!recordUntil(events, from).every(countsIn(recordUntil(events, to))))
        return refuse('recordMomentOrder', {}, 'to');
      const found = changesBetween(events, from, to);
      return {
        ...found,
        changes: found.changes.filter(namesNobody),
        now: read.state,
        from: viewIncident(recordAt(events, from), read.revision),
        to: viewIncident(recordAt(events, to), read.revision),
      };
    },
  }),
);

import type { Evidence, Incident, Task } from '@tocsin/domain';
import { type AccessRow, accessRows } from '@tocsin/projections/queries';
import {
  type CouldSee,
  couldSee,
  incidentThen,
  type OnDutyThen,
  type Witness,
} from '../access/couldSee.ts';
import { trace } from '../access/trace.ts';
import { signedIn } from '../context.ts';
import { refuse } from '../operation/refusal.ts';
import { citySubject } from '../rules/index.ts';
import { AccessRowType } from './accessLog.ts';
import { EvidenceType } from './actor.ts';
import { demand, demandIds } from './board.ts';
import { builder } from './builder.ts';
import { DutyRoleEnum } from './duty.ts';
import { enumOf, RoleEnum } from './enums.ts';
import { boardsAt, givenMoment, MomentInput, pastOf } from './moment.ts';

/** Entries of the access log that come with it at the most. */
const mostReads = 1_000;

const links = ['assigned', 'delivered', 'seen', 'accepted', 'started', 'done', 'verified'] as const;
type ChainLink = (typeof links)[number];

interface TaskLink {
  readonly task: string;
  readonly department: string;
  readonly link: ChainLink;
  readonly evidence: Evidence;
}

const linksOf = ({ id: task, department, ...chain }: Task): TaskLink[] =>
  links.flatMap((link) => {
    const evidence = chain[link];
    return evidence ? [{ task, department, link, evidence }] : [];
  });

/** The evidence chains of all tasks, link by link, in the order of their times. */
const chainsOf = ({ tasks }: Incident): readonly TaskLink[] =>
  [...tasks.values()]
    .flatMap(linksOf)
    .toSorted((one, other) => (one.evidence.occurredAt < other.evidence.occurredAt ? -1 : 1));

const ChainLinkEnum = enumOf<ChainLink>('ChainLink')(...links);

const TaskLinkType = builder.objectRef<TaskLink>('TaskLink').implement({
  description: 'A link of a task’s evidence chain: by whom, at which console, when.',
  fields: (t) => ({
    task: t.exposeID('task'),
    department: t.exposeID('department'),
    link: t.expose('link', { type: ChainLinkEnum }),
    evidence: t.expose('evidence', { type: EvidenceType }),
  }),
});

const OnDutyThenType = builder.objectRef<OnDutyThen>('OnDutyThen').implement({
  fields: (t) => ({
    department: t.exposeID('department'),
    role: t.expose('role', { type: DutyRoleEnum }),
    since: t.expose('since', { type: 'DateTime' }),
  }),
});

const WitnessType = builder.objectRef<Witness>('Witness').implement({
  description: 'Somebody whose rights at that moment covered the incident, or a task of it.',
  fields: (t) => ({
    account: t.id({ resolve: ({ viewer }) => viewer.account }),
    name: t.string({ resolve: ({ viewer }) => viewer.name }),
    roles: t.field({ type: [RoleEnum], resolve: ({ viewer }) => [...viewer.roles] }),
    department: t.id({ nullable: true, resolve: ({ viewer }) => viewer.department ?? null }),
    whole: t.exposeBoolean('whole', { description: 'The incident with its whole record.' }),
    tasks: t.field({
      type: ['ID'],
      description: 'The tasks that stood on a board of theirs.',
      resolve: ({ tasks }) => [...tasks],
    }),
    onDuty: t.field({ type: [OnDutyThenType], resolve: ({ onDuty }) => [...onDuty] }),
  }),
});

interface Found extends Omit<CouldSee, 'incident'> {
  /** As it then stood; undefined before it was reported. */
  readonly incident: Incident | undefined;
  readonly at: ReturnType<typeof boardsAt>;
  readonly reads: readonly AccessRow[];
}

const CouldSeeType = builder.objectRef<Found>('CouldSee').implement({
  description: 'Who could have seen an incident at a moment, and what shows that they did.',
  fields: (t) => ({
    position: t.field({ type: 'Position', resolve: ({ at }) => at.position }),
    asOf: t.field({ type: 'DateTime', nullable: true, resolve: ({ at }) => at.asOf }),
    reported: t.boolean({
      description: 'Whether it had been reported by then; before, nobody could see it.',
      resolve: ({ incident }) => incident !== undefined,
    }),
    departments: t.field({
      type: ['ID'],
      description: 'Those whose affair it was by then.',
      resolve: ({ departments }) => [...departments],
    }),
    people: t.field({ type: [WitnessType], resolve: ({ witnesses }) => [...witnesses] }),
    chains: t.field({
      type: [TaskLinkType],
      description: 'The evidence chains of its tasks up to then, by time.',
      resolve: ({ incident }) => (incident ? [...chainsOf(incident)] : []),
    }),
    reads: t.field({
      type: [AccessRowType],
      description: 'What the access log has of it up to then, newest first: further consoles too.',
      resolve: ({ reads }) => [...reads],
    }),
  }),
});

builder.queryField('couldSee', (t) =>
  t.field({
    type: CouldSeeType,
    args: { incident: t.arg.id(), at: t.arg({ type: MomentInput }) },
    resolve: async (_root, { incident: id, at }, context) => {
      signedIn(context);
      demandIds({ incident: id });
      const { store, pool } = context.parts;
      const now = (await store.readIncident(id))?.state;
      if (!now || now.status === 'none') return refuse('unknownIncident', {}, 'incident');
      const { city } = now;
      demand(context, 'readAccessLog', citySubject(city));
      const moment = await givenMoment(context, at, 'at');
      const detail = `position ${moment.position}`;
      await trace(context, { kind: 'recordRead', what: 'couldSee', incident: id, city, detail });
      const then = boardsAt(moment);
      const incident = await incidentThen(store, id, then.position);
      const wanted = { city, incident: id, upTo: then.position, limit: mostReads };
      const [found, { rows }] = await Promise.all([
        incident
          ? couldSee(pastOf(context), store, incident, then.position)
          : { incident, departments: [], witnesses: [] },
        accessRows(pool, wanted),
      ]);
      return { ...found, at: then, reads: rows };
    },
  }),
);

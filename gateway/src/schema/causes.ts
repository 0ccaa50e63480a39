import type { LogEvent, Recommendation, Revision } from '@tocsin/domain';
import { trace } from '../access/trace.ts';
import { type CauseChain, followCauses } from '../causes.ts';
import { type RequestContext, signedIn } from '../context.ts';
import { incidentSubject, may } from '../rules/index.ts';
import { ActorType } from './actor.ts';
import { demandIds } from './board.ts';
import { builder } from './builder.ts';
import { demandIncident } from './incident.ts';
import { GivenRecommendationType } from './recommendation.ts';

const incidentOf = ({ stream }: LogEvent): string | null =>
  stream.startsWith('incident-') ? stream.slice('incident-'.length) : null;

/** What the dispatcher was shown, where the event is a dispatch that kept it. */
function recommendationOf({ data }: LogEvent): Recommendation | null {
  return 'recommendation' in data ? (data.recommendation ?? null) : null;
}

const CauseStep = builder.objectRef<LogEvent>('CauseStep').implement({
  description: 'An event of any stream, as a step of why another came about.',
  fields: (t) => ({
    event: t.id({ resolve: ({ id }) => id }),
    stream: t.exposeString('stream'),
    revision: t.field({ type: 'Revision', resolve: ({ revision }) => revision }),
    position: t.field({ type: 'Position', resolve: ({ position }) => position }),
    incident: t.id({ nullable: true, resolve: incidentOf }),
    incidentNumber: t.int({
      nullable: true,
      resolve: async (event, _args, { parts }) =>
        (await parts.numbers.of(incidentOf(event) ?? '')) ?? null,
    }),
    type: t.exposeString('type'),
    occurredAt: t.field({ type: 'DateTime', resolve: ({ meta }) => meta.occurredAt }),
    recordedAt: t.field({ type: 'DateTime', resolve: ({ meta }) => meta.recordedAt }),
    actor: t.field({ type: ActorType, resolve: ({ meta }) => meta.actor }),
    commandId: t.id({ resolve: ({ meta }) => meta.commandId }),
    causationId: t.id({ resolve: ({ meta }) => meta.causationId }),
    recommendation: t.field({
      type: GivenRecommendationType,
      nullable: true,
      description: 'What was considered, where it is a dispatch.',
      resolve: recommendationOf,
    }),
    data: t.field({ type: 'JSON', resolve: ({ data }) => data }),
    hash: t.string({ resolve: ({ meta }) => meta.hash }),
  }),
});

const Causes = builder.objectRef<CauseChain>('Causes').implement({
  fields: (t) => ({
    steps: t.field({
      type: [CauseStep],
      description: 'The entry itself first, then what made it, back to the deed.',
      resolve: ({ steps }) => [...steps],
    }),
    complete: t.exposeBoolean('complete', {
      description:
        'The last step is somebody’s deed; false: what made it is not for this viewer, or not named.',
    }),
  }),
});

/** A step in another incident is shown to whoever may read that one. */
const visibleTo =
  (context: RequestContext) =>
  async (event: LogEvent): Promise<boolean> => {
    const incident = incidentOf(event);
    if (incident === null) return true;
    const read = await context.parts.store.readIncident(incident);
    return (
      read !== undefined && may(signedIn(context), 'readIncident', incidentSubject(read.state))
    );
  };

async function entryAt(
  { parts: { store } }: RequestContext,
  incident: string,
  revision: Revision,
): Promise<LogEvent | undefined> {
  const [event] = await store.readIncidentEvents(incident, revision, 1n);
  return event;
}

builder.queryField('causes', (t) =>
  t.field({
    type: Causes,
    nullable: true,
    description:
      'Why an entry stands in an incident’s record: what made it, back to a person’s deed.',
    args: { incident: t.arg.id(), revision: t.arg({ type: 'Revision' }) },
    resolve: async (_root, { incident, revision }, context) => {
      signedIn(context);
      demandIds({ incident });
      const read = await context.parts.store.readIncident(incident);
      if (!read) return null;
      demandIncident(context, read.state);
      const { city } = read.state;
      const detail = `revision ${revision}`;
      await trace(context, { kind: 'recordRead', what: 'causes', incident, city, detail });
      const event = await entryAt(context, incident, revision);
      return event ? followCauses(context.parts.store, event, visibleTo(context)) : null;
    },
  }),
);

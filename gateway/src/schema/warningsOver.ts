import { type City, foldRecord, type Incident, placeInArea } from '@tocsin/domain';
import {
  type OpenPlace,
  openPlaces,
  pastRows,
  streamRows,
  type WarningRow,
} from '@tocsin/projections/queries';
import { type RequestContext, signedIn } from '../context.ts';
import { citySubject } from '../rules/index.ts';
import { demand, demandIds } from './board.ts';
import { builder } from './builder.ts';
import { IncidentStatusEnum } from './enums.ts';
import { demandIncident } from './incident.ts';
import { givenMoment, type MomentGiven, MomentInput, pastOf } from './moment.ts';
import { WarningRowType } from './warning.ts';

/** Ended warnings that are looked through for those that were in force over an incident. */
const mostEnded = 500;
const mostRows = 1_000;

const byLevel = ['red', 'orange', 'yellow', 'blue'];
const worstFirst = (a: WarningRow, b: WarningRow): number =>
  Number(b.status === 'inForce') - Number(a.status === 'inForce') ||
  byLevel.indexOf(a.level) - byLevel.indexOf(b.level) ||
  a.from.localeCompare(b.from);

/** Whether the warning was in force at any moment of a span of time. */
const wasInForce = ({ from, until, endedAt = until }: WarningRow, since: string, to: string) =>
  from <= to && endedAt > since;

/** The warnings as they stood at a position. */
async function warningsThen(
  context: RequestContext,
  city: string,
  at: bigint,
): Promise<readonly WarningRow[]> {
  const wanted = { board: 'warning', city, at } as const;
  const [inForce, ended] = await Promise.all([
    pastRows(pastOf(context), { ...wanted, limit: mostRows }),
    pastRows(pastOf(context), { ...wanted, ended: true, limit: mostEnded }),
  ]);
  return [...inForce, ...ended];
}

async function warningsOf({ parts }: RequestContext, city: string): Promise<readonly WarningRow[]> {
  const [inForce, ended] = await Promise.all([
    streamRows(parts.pool, 'warning', { city, limit: mostRows }),
    streamRows(parts.pool, 'warning', { city, ended: true, limit: mostEnded }),
  ]);
  return [...inForce.rows, ...ended.rows];
}

interface Over {
  /** The incident as it stood. */
  readonly state: Incident;
  readonly now: string;
  readonly warnings: readonly WarningRow[];
}

async function nowOver(context: RequestContext, state: Incident): Promise<Over> {
  const warnings = await warningsOf(context, state.city);
  return { state, now: new Date().toISOString(), warnings };
}

async function thenOver(
  context: RequestContext,
  { id, city }: Incident,
  asOf: MomentGiven,
): Promise<Over | undefined> {
  const moment = await givenMoment(context, asOf, 'asOf');
  const events = await context.parts.store.readIncidentEvents(id);
  const state = foldRecord(events.filter(({ position }) => position <= moment.position));
  if (state.status === 'none' || moment.asOf === undefined) return undefined;
  const warnings = await warningsThen(context, city, moment.position);
  return { state, now: moment.asOf, warnings };
}

builder.queryField('warningsOver', (t) =>
  t.field({
    type: [WarningRowType],
    description:
      'The warnings over an incident’s place that are in force, and those that were while it was open; the worst in force first.',
    args: { incident: t.arg.id(), asOf: t.arg({ type: MomentInput, required: false }) },
    resolve: async (_root, { incident, asOf }, context) => {
      signedIn(context);
      demandIds({ incident });
      const known = await context.parts.store.readIncident(incident);
      if (!known) return [];
      demandIncident(context, known.state);
      const city = await context.parts.store.readCity(known.state.city);
      const over = asOf
        ? await thenOver(context, known.state, asOf)
        : await nowOver(context, known.state);
      if (!city || !over) return [];
      const { state, now, warnings } = over;
      const end = (state.closed ?? state.cancelled)?.occurredAt ?? now;
      return warnings
        .filter((row) => wasInForce(row, state.reported?.occurredAt ?? now, end))
        .filter((row) => placeInArea(city, row.area, state.place))
        .sort(worstFirst);
    },
  }),
);

interface Warned extends Pick<OpenPlace, 'number' | 'what' | 'status'> {
  readonly incident: string;
  readonly warnings: readonly string[];
}

const WarnedType = builder.objectRef<Warned>('WarnedIncident').implement({
  description: 'An open incident and the warnings over its place that have not ended.',
  fields: (t) => ({
    incident: t.exposeID('incident'),
    number: t.exposeInt('number'),
    what: t.exposeString('what'),
    status: t.expose('status', { type: IncidentStatusEnum }),
    warnings: t.field({ type: ['ID'], resolve: ({ warnings }) => [...warnings] }),
  }),
});

async function warnedIncidents({ parts }: RequestContext, city: City): Promise<Warned[]> {
  const { rows } = await streamRows(parts.pool, 'warning', { city: city.id, limit: mostRows });
  if (rows.length === 0) return [];
  const places = await openPlaces(parts.pool, city.id, mostRows);
  return places.flatMap(({ id: incident, place, ...facts }) => {
    const over = rows.filter(({ area }) => placeInArea(city, area, place));
    return over.length === 0 ? [] : [{ incident, ...facts, warnings: over.map(({ id }) => id) }];
  });
}

builder.queryField('warnedIncidents', (t) =>
  t.field({
    type: [WarnedType],
    description: 'The open incidents that lie in the area of a warning, the newest thousand.',
    args: { city: t.arg.id() },
    resolve: async (_root, { city }, context) => {
      demand(context, 'readIncidentBoard', citySubject(city));
      const profile = await context.parts.store.readCity(city);
      return profile ? warnedIncidents(context, profile) : [];
    },
  }),
);

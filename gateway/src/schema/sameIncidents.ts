import { type City, cellAt, type Likeness, likeness, type Place } from '@tocsin/domain';
import { type IncidentRow, openIncidentsNear } from '@tocsin/projections/queries';
import { citySubject } from '../rules/index.ts';
import { demand } from './board.ts';
import { builder } from './builder.ts';
import { IncidentRowType } from './incidentBoard.ts';
import { PlaceInput, placeOf } from './reportInput.ts';

/** At most so many are offered. */
const mostOffered = 10;

type Found = Likeness & { readonly incident: IncidentRow };

const SameIncident = builder.objectRef<Found>('SameIncident').implement({
  description: 'An open incident that a report may be of, and why.',
  fields: (t) => ({
    incident: t.expose('incident', { type: IncidentRowType }),
    score: t.exposeFloat('score', { description: '0 to 1.' }),
    metres: t.int({
      nullable: true,
      resolve: ({ near }) => (near.by === 'distance' ? near.metres : null),
    }),
    sameAddress: t.boolean({ resolve: ({ near }) => near.by === 'address' }),
    sameCell: t.boolean({ resolve: ({ near }) => near.by === 'cell' }),
    minutes: t.exposeInt('minutes', { description: 'Between this report and its newest one.' }),
    sameKind: t.exposeBoolean('sameKind'),
    words: t.stringList({
      description: 'What both descriptions say.',
      resolve: ({ words }) => [...words],
    }),
  }),
});

function located(city: City, place: Place): Place {
  const { lon, lat } = place;
  if (place.cell !== undefined || lon === undefined || lat === undefined) return place;
  const cell = cellAt(city, lon, lat);
  return cell === undefined ? place : { ...place, cell };
}

const likened = ({ place, what, type, kind, lastReportAt, reportedAt }: IncidentRow) => {
  const known = type ?? kind;
  return { place, what, at: lastReportAt ?? reportedAt, ...(known ? { kind: known } : {}) };
};

builder.queryField('sameIncidents', (t) =>
  t.field({
    type: [SameIncident],
    description: 'Open incidents near in place, time and kind, the most alike first.',
    args: {
      city: t.arg.id(),
      place: t.arg({ type: PlaceInput }),
      what: t.arg.string({ required: false }),
      kind: t.arg.id({ required: false }),
      at: t.arg({ type: 'DateTime', required: false }),
      exercise: t.arg.boolean({ required: false, description: 'Like is compared with like.' }),
    },
    resolve: async (_root, { city: id, place: said, what, kind, at, exercise }, context) => {
      demand(context, 'readIncidentBoard', citySubject(id));
      const city = await context.parts.store.readCity(id);
      if (!city) return [];
      const place = located(city, placeOf(said));
      const time = at ?? new Date().toISOString();
      const report = { place, what: what ?? '', at: time, ...(kind ? { kind } : {}) };
      const { sameIncident: rules } = city.rules;
      const near = await openIncidentsNear(context.parts.pool, id, place, rules.radiusMetres);
      const found = near.flatMap((incident): Found[] => {
        if (incident.exercise !== (exercise ?? false)) return [];
        const alike = likeness(report, likened(incident), rules);
        return alike ? [{ ...alike, incident }] : [];
      });
      return found.sort((a, b) => b.score - a.score).slice(0, mostOffered);
    },
  }),
);

import {
  type Considered,
  cellCentre,
  mostConsidered,
  type Recommendation,
  recommend,
  recommendationRule,
  type Suitability,
} from '@tocsin/domain';
import { unitRows } from '@tocsin/projections/queries';
import { refuse } from '../operation/refusal.ts';
import { citySubject } from '../rules/index.ts';
import { demand, demandIds } from './board.ts';
import { builder } from './builder.ts';
import { enumOf } from './enums.ts';

const SuitabilityEnum = enumOf<Suitability>('Suitability')(
  'chosen',
  'farther',
  'positionUnknown',
  'offDuty',
  'committed',
  'inReserve',
  'noCapability',
);
const mostUnits = 2_000;

type ConsideredView = Considered & { readonly incidentNumber: number | null };
interface RecommendationView {
  readonly capability: string;
  readonly considered: readonly ConsideredView[];
}

const ConsideredType = builder.objectRef<ConsideredView>('ConsideredUnit').implement({
  fields: (t) => ({
    unit: t.exposeID('unit'),
    callSign: t.exposeString('callSign'),
    reason: t.expose('reason', { type: SuitabilityEnum }),
    seconds: t.exposeInt('seconds', {
      nullable: true,
      description: 'Estimated travel time; null where either end is unknown.',
    }),
    metres: t.exposeInt('metres', { nullable: true }),
    fromStation: t.boolean({
      description: 'Estimated from the home station: where it is now is not known.',
      resolve: ({ from }) => from === 'station',
    }),
    incident: t.exposeID('incident', { nullable: true }),
    incidentNumber: t.exposeInt('incidentNumber', { nullable: true }),
  }),
});

const RecommendationType = builder.objectRef<RecommendationView>('UnitRecommendation').implement({
  fields: (t) => ({
    rule: t.string({ resolve: () => recommendationRule }),
    capability: t.exposeString('capability'),
    considered: t.field({
      type: [ConsideredType],
      description: 'The best first; of those without the capability none.',
      resolve: ({ considered }) => [...considered],
    }),
  }),
});

builder.queryField('recommendUnits', (t) =>
  t.field({
    type: RecommendationType,
    args: {
      incident: t.arg.id(),
      capability: t.arg.string(),
      count: t.arg.int({ required: false, defaultValue: 1 }),
    },
    resolve: async (_root, { incident: id, capability, count }, context) => {
      demandIds({ incident: id });
      const { store, pool, numbers } = context.parts;
      const read = await store.readIncident(id);
      if (!read) return refuse('unknownIncident', {}, 'incident');
      const { city: cityId, place } = read.state;
      demand(context, 'recommendUnits', citySubject(cityId));
      const city = await store.readCity(cityId);
      if (!city) return refuse('unknownCity', { city: cityId }, 'incident');
      const { rows } = await unitRows(pool, { city: cityId, limit: mostUnits });
      const wanted = { capability, count: Math.min(Math.max(count ?? 1, 1), mostConsidered) };
      const { lon, lat } = place;
      const at = lon === undefined || lat === undefined ? cellCentre(city, place) : { lon, lat };
      const found = recommend(rows, wanted, at, new Date().toISOString(), city.rules);
      const shown = found
        .filter(({ reason }) => reason !== 'noCapability')
        .slice(0, mostConsidered);
      const considered = await Promise.all(
        shown.map(async (one) => ({
          ...one,
          incidentNumber:
            one.incident === undefined ? null : ((await numbers.of(one.incident)) ?? null),
        })),
      );
      return { capability, considered };
    },
  }),
);

const ConsideredThenType = builder
  .objectRef<Recommendation['considered'][number]>('ConsideredThen')
  .implement({
    fields: (t) => ({
      unit: t.exposeID('unit'),
      callSign: t.exposeString('callSign'),
      seconds: t.exposeInt('seconds', { nullable: true }),
      reason: t.expose('reason', { type: SuitabilityEnum }),
    }),
  });

/** What was shown when the unit was sent, as the record has it. */
export const GivenRecommendationType = builder
  .objectRef<Recommendation>('GivenRecommendation')
  .implement({
    fields: (t) => ({
      rule: t.exposeString('rule'),
      capability: t.exposeID('capability'),
      rank: t.exposeInt('rank', { description: 'From 1; 0: it was not among them.' }),
      chosen: t.field({ type: ['ID'], resolve: ({ chosen }) => [...chosen] }),
      considered: t.field({
        type: [ConsideredThenType],
        resolve: ({ considered }) => [...considered],
      }),
    }),
  });

const ConsideredInput = builder.inputType('ConsideredUnitInput', {
  fields: (t) => ({
    unit: t.id(),
    callSign: t.string(),
    seconds: t.int({ required: false }),
    reason: t.field({ type: SuitabilityEnum }),
  }),
});

/** What the dispatcher was shown, kept in the dispatch. */
export const RecommendationInput = builder.inputType('RecommendationInput', {
  fields: (t) => ({
    rule: t.string(),
    capability: t.string(),
    rank: t.int({ description: 'The sent unit’s place among them, from 1; 0: not among them.' }),
    chosen: t.idList(),
    considered: t.field({ type: [ConsideredInput] }),
  }),
});

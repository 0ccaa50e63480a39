import type { CityRules } from '../city/rules.ts';
import { metresBetween } from '../place.ts';
import type { UnitPosition } from './position/events.ts';
import type { Suitability } from './recommendation.ts';

/** Named in every dispatch that was recommended by it; raised when the rule changes. */
export const recommendationRule = 'nearest-capable@1';

/** What the rule looks at; a unit's row has all of it. */
export interface Candidate {
  readonly id: string;
  readonly callSign: string;
  readonly kind: string;
  readonly capabilities: readonly string[];
  readonly onDuty: boolean;
  /** Its home station, degrees WGS-84. */
  readonly lon?: number;
  readonly lat?: number;
  readonly lastPosition?: UnitPosition;
  readonly reserve?: object;
  readonly active?: { readonly incident: string };
  readonly stacked: readonly { readonly incident: string }[];
}

export interface Considered {
  readonly unit: string;
  readonly callSign: string;
  readonly reason: Suitability;
  /** Estimated travel time; absent where either end is unknown. */
  readonly seconds?: number;
  readonly metres?: number;
  /** Whether it was estimated from where the unit is or from its home station. */
  readonly from?: 'position' | 'station';
  /** The incident that it is committed or promised to. */
  readonly incident?: string;
}

interface Coordinate {
  readonly lon: number;
  readonly lat: number;
}
type Travel = Pick<Considered, 'seconds' | 'metres' | 'from'>;

function startOf(unit: Candidate, now: string, goodForSeconds: number) {
  const { lastPosition, lon, lat } = unit;
  const age = lastPosition ? Date.parse(now) - Date.parse(lastPosition.at) : Number.NaN;
  if (lastPosition && age <= goodForSeconds * 1000)
    return { from: 'position' as const, at: lastPosition };
  return lon === undefined || lat === undefined
    ? undefined
    : { from: 'station' as const, at: { lon, lat } };
}

/** As the crow flies, lengthened, at the speed of the unit's kind. */
function travelOf(
  unit: Candidate,
  place: Coordinate | undefined,
  now: string,
  { detourFactor, speedKmh, usualSpeedKmh, positionGoodForSeconds }: CityRules['travel'],
): Travel {
  const start = startOf(unit, now, positionGoodForSeconds);
  if (!start || !place) return {};
  const metres = metresBetween(start.at, place) * detourFactor;
  const speed = (speedKmh[unit.kind] ?? usualSpeedKmh) / 3.6;
  return { seconds: Math.round(metres / speed), metres: Math.round(metres), from: start.from };
}

/** What stands in the way of sending the unit, whatever its distance. */
function hindrance(unit: Candidate, capability: string): Suitability | undefined {
  if (!unit.capabilities.includes(capability)) return 'noCapability';
  if (!unit.onDuty) return 'offDuty';
  if (unit.active || unit.stacked.length > 0) return 'committed';
  return unit.reserve ? 'inReserve' : undefined;
}

const order: Readonly<Record<Suitability, number>> = {
  chosen: 0,
  farther: 0,
  positionUnknown: 1,
  committed: 2,
  inReserve: 3,
  offDuty: 4,
  noCapability: 5,
};

const bySuitability = (a: Considered, b: Considered): number =>
  order[a.reason] - order[b.reason] ||
  (a.seconds ?? Number.POSITIVE_INFINITY) - (b.seconds ?? Number.POSITIVE_INFINITY) ||
  (a.callSign < b.callSign ? -1 : 1);

/**
 * The nearest available units with the wanted capability by estimated travel time, and for every
 * other unit why it was not chosen: the best first. Where no travel time can be estimated, none is
 * chosen, and those that could go stand first. Pure: the same input gives the same answer.
 *
 * @param place degrees WGS-84; undefined when the incident's coordinate is not known
 */
export function recommend(
  units: readonly Candidate[],
  wanted: { readonly capability: string; readonly count: number },
  place: Coordinate | undefined,
  now: string,
  rules: Pick<CityRules, 'travel'>,
): readonly Considered[] {
  const considered = units.map((unit): Considered => {
    const travel = travelOf(unit, place, now, rules.travel);
    const usual = travel.seconds === undefined ? 'positionUnknown' : 'farther';
    const reason = hindrance(unit, wanted.capability) ?? usual;
    const incident = unit.active?.incident ?? unit.stacked[0]?.incident;
    return {
      unit: unit.id,
      callSign: unit.callSign,
      reason,
      ...travel,
      ...(incident === undefined ? {} : { incident }),
    };
  });
  return considered
    .sort(bySuitability)
    .map((one, at) =>
      one.reason === 'farther' && at < wanted.count ? { ...one, reason: 'chosen' } : one,
    );
}

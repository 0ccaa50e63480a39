import { firstFault } from '../../check.ts';
import type { City } from '../../city/city.ts';
import { metresBetween, within } from '../../place.ts';
import { type Rejection, reject } from '../../rejection.ts';
import type { UnitContext } from '../context.ts';
import type { Unit } from '../events.ts';
import type { PositionCommand, PositionEvent, UnitPosition } from './events.ts';

/** A neighbour's road is still a likely place; degrees around the city's bounds. */
const margin = 0.2;
/** A device's clock that runs ahead by this much is still believed. */
const clockSkewMs = 5_000;
const mostAccuracy = 100_000;
/** A unit that moved this far is reported again at once. */
const movedMetres = 50;
/** Whatever a device sends: not more than one event in this time. */
const leastApartMs = 2_000;
/** One that stands still is reported this often, or twice in the time that a position stays good. */
const quietMs = 10_000;

const numberFault = (value: number, field: string): Rejection | undefined =>
  Number.isFinite(value) ? undefined : reject('notANumber', {}, field);

function timeFault(at: string, now: string): Rejection | undefined {
  const time = Date.parse(at);
  if (Number.isNaN(time)) return reject('notATime', { value: at }, 'at');
  if (time <= Date.parse(now) + clockSkewMs) return undefined;
  return reject('inTheFuture', { value: at, now }, 'at');
}

/** To a metre or so, as a person reads it. */
const rounded = (degrees: number): number => Math.round(degrees * 1e5) / 1e5;

function boundsFault({ lon, lat }: UnitPosition, city: City): Rejection | undefined {
  const { name, bounds } = city;
  const west = rounded(bounds.west - margin);
  const south = rounded(bounds.south - margin);
  const east = rounded(bounds.east + margin);
  const north = rounded(bounds.north + margin);
  if (within({ west, south, east, north }, lon, lat)) return undefined;
  const facts = { city: name.en, cityZh: name.zh, west, south, east, north };
  return reject('outsideCity', facts, lon < west || lon > east ? 'lon' : 'lat');
}

const accuracyFault = (metres: number | undefined): Rejection | undefined =>
  metres === undefined || (metres >= 0 && metres <= mostAccuracy)
    ? undefined
    : reject('outOfRange', { min: 0, max: mostAccuracy }, 'accuracy');

/** Whether it says more than the last one; positions must not flood the unit's stream. */
function isNews(position: UnitPosition, last: UnitPosition | undefined, city: City): boolean {
  if (!last) return true;
  const apart = Date.parse(position.at) - Date.parse(last.at);
  if (apart < leastApartMs) return false;
  if (metresBetween(last, position) > movedMetres) return true;
  return apart >= Math.max(quietMs, city.rules.travel.positionGoodForSeconds * 500);
}

/** Records where the unit is; what is older than the last, or no news, is passed over. */
export function reportPosition(
  data: PositionCommand['data'],
  unit: Unit,
  { now, city }: UnitContext,
): readonly PositionEvent[] | Rejection {
  if (!city) return reject('unknownCity', { city: unit.facts?.city ?? '' }, 'unit');
  const position = { ...data, at: data.at ?? now };
  const fault = firstFault(
    numberFault(data.lon, 'lon'),
    numberFault(data.lat, 'lat'),
    timeFault(position.at, now),
    boundsFault(position, city),
    accuracyFault(data.accuracy),
  );
  if (fault) return fault;
  const at = new Date(position.at).toISOString();
  const reported = { ...position, at };
  return isNews(reported, unit.lastPosition, city)
    ? [{ type: 'UnitPositionReported', data: reported }]
    : [];
}

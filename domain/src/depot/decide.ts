import type { CityContext } from '../cityContext.ts';
import type { Decider } from '../decider.ts';
import type { Recorded } from '../metadata.ts';
import { type Rejection, reject } from '../rejection.ts';
import type { DepotCommand, DepotEvent, DepotStock } from './events.ts';

const noStock: DepotStock = { city: '', depot: '', lots: new Map() };

function evolve(stock: DepotStock, { data }: Recorded<DepotEvent>): DepotStock {
  const { city, depot, item, lot, quantity, expires } = data;
  const kept = stock.lots.get(item) ?? [];
  const added = { lot, quantity, ...(expires === undefined ? {} : { expires }) };
  return { city, depot, lots: new Map(stock.lots).set(item, [...kept, added]) };
}

function decide(
  { data }: DepotCommand,
  _stock: DepotStock,
  { city }: CityContext,
): readonly DepotEvent[] | Rejection {
  if (!city) return reject('unknownCity', { city: data.city }, 'city');
  return [{ type: 'StockReplenished', data }];
}

/** One depot's stock, which never goes below zero: every movement is decided here. */
export const depotDecider: Decider<DepotStock, DepotCommand, DepotEvent, CityContext> = {
  initial: noStock,
  evolve,
  decide,
  touches: () => true,
};

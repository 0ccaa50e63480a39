import { dayIn } from '../city/localDay.ts';
import type { OpenContext } from './context.ts';
import type { DepotEvent } from './events.ts';
import { applyEvent } from './evolve.ts';
import { type DepotStock, freeOf } from './stock.ts';

function alarmOf(
  before: DepotStock,
  after: DepotStock,
  item: string,
  { city, now }: OpenContext,
): readonly DepotEvent[] {
  const threshold = city.depots.get(after.depot)?.lowStock[item] ?? 0;
  const free = freeOf(after, item, dayIn(city.timeZone, now));
  const isLow = free < threshold;
  if (isLow === before.low.has(item)) return [];
  return [{ type: isLow ? 'StockLow' : 'StockRecovered', data: { item, free, threshold } }];
}

const changesFree = ({ type }: DepotEvent): boolean =>
  type.startsWith('Stock') || type === 'LotExpired';

/** The events and what they raise: an item's free stock below the profile's figure, or back above. */
export function withAlarms(
  events: readonly DepotEvent[],
  stock: DepotStock,
  context: OpenContext,
): readonly DepotEvent[] {
  const moved = events.filter(changesFree);
  if (moved.length === 0) return events;
  const after = moved.reduce((next, event) => applyEvent(next, event, context.now), stock);
  const items = new Set(moved.flatMap(({ data }) => ('item' in data ? [data.item] : [])));
  return [...events, ...[...items].flatMap((item) => alarmOf(stock, after, item, context))];
}

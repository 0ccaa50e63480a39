import {
  firstFault,
  longText,
  mostQuantity,
  oneOfFault,
  optionalTextFault,
  quantityFault,
  textFault,
} from '../check.ts';
import type { City } from '../city/city.ts';
import { addDays, dayIn, isDay, startOfDay } from '../city/localDay.ts';
import { type Rejection, reject } from '../rejection.ts';
import type { DepotCommand } from './commands.ts';
import type { DepotDecision, OpenContext } from './context.ts';
import type { WriteOffReason } from './events.ts';
import { type DepotStock, freeOfLot, type Lot, outOf } from './stock.ts';

type Of<T extends DepotCommand['type']> = Extract<DepotCommand, { type: T }>['data'];

/** At most this many lots of one item at a time. */
const mostLotsOfItem = 200;
const reasons: readonly WriteOffReason[] = ['expired', 'damaged', 'lost'];

function dayFault(expires: string | undefined, today: string): Rejection | undefined {
  if (expires === undefined) return undefined;
  if (!isDay(expires)) return reject('notADay', { value: expires }, 'expires');
  return expires < today ? reject('lotExpired', { expires, today }, 'expires') : undefined;
}

/** When a lot's end is announced and when it has come, by the city's days. */
function expiryOf(expires: string | undefined, { timeZone, rules }: City) {
  if (expires === undefined) return {};
  const announced = addDays(expires, -rules.expiryWarningDays);
  return {
    expires,
    announceAt: startOfDay(announced, timeZone),
    expiresAt: startOfDay(addDays(expires, 1), timeZone),
  };
}

/** A lot's day can't change by more of it coming in. */
function lotFault(known: Lot | undefined, data: Of<'ReplenishStock'>, lots: number) {
  if (!known)
    return lots >= mostLotsOfItem ? reject('tooMany', { max: mostLotsOfItem }, 'lot') : undefined;
  if (known.expires !== data.expires)
    return reject('lotExpires', { lot: known.lot, expires: known.expires ?? '' }, 'expires');
  const most = mostQuantity - known.quantity;
  return data.quantity > most
    ? reject('outOfRange', { min: 1, max: most, value: data.quantity }, 'quantity')
    : undefined;
}

export function replenish(
  data: Of<'ReplenishStock'>,
  stock: DepotStock,
  { city, now }: OpenContext,
): DepotDecision {
  const depot = city.depots.get(data.depot);
  if (!depot) return reject('unknownDepot', { depot: data.depot }, 'depot');
  if (!city.items.has(data.item)) return reject('unknownItem', { item: data.item }, 'item');
  const lots = stock.lots.get(data.item) ?? [];
  const known = lots.find(({ lot }) => lot === data.lot);
  const fault = firstFault(
    textFault(data.lot, 'lot', 64),
    quantityFault(data.quantity, 'quantity'),
    dayFault(data.expires, dayIn(city.timeZone, now)),
    lotFault(known, data, lots.length),
    optionalTextFault(data.note, 'note', longText),
  );
  if (fault) return fault;
  const { expires, ...facts } = data;
  const { department } = depot;
  const dated = expiryOf(expires, city);
  return [{ type: 'StockReplenished', data: { ...facts, department, ...dated } }];
}

const knownLot = ({ lots }: DepotStock, item: string, name: string): Lot | undefined =>
  lots.get(item)?.find(({ lot }) => lot === name);

const isOut = ({ commitments }: DepotStock, item: string, name: string): boolean =>
  [...commitments.values()].some(
    (one) => one.item === item && one.lots.some((lot) => lot.lot === name && outOf(lot) > 0),
  );

/** What is reserved is promised: it must be released before it can be missing. */
const reservedFault = (lot: Lot, left: number): Rejection | undefined =>
  left < lot.committed
    ? reject('stockReserved', { lot: lot.lot, committed: lot.committed, quantity: lot.quantity })
    : undefined;

const emptied = (stock: DepotStock, item: string, lot: string, left: number) =>
  left === 0 && !isOut(stock, item, lot) ? ({ emptied: true } as const) : {};

export function count(data: Of<'CountStock'>, stock: DepotStock): DepotDecision {
  const { item, lot: name, counted } = data;
  const lot = knownLot(stock, item, name);
  if (!lot) return reject('unknownLot', { lot: name }, 'lot');
  const reserved = reservedFault(lot, counted);
  const fault = firstFault(
    quantityFault(counted, 'counted', 0),
    textFault(data.reason, 'reason', longText),
    reserved && { ...reserved, field: 'counted' },
  );
  if (fault) return fault;
  const difference = counted - lot.quantity;
  const gone = emptied(stock, item, name, counted);
  return [{ type: 'StockCounted', data: { ...data, difference, ...gone } }];
}

export function writeOff(data: Of<'WriteOffStock'>, stock: DepotStock): DepotDecision {
  const { item, lot: name, quantity } = data;
  const lot = knownLot(stock, item, name);
  if (!lot) return reject('unknownLot', { lot: name }, 'lot');
  const short = { item, free: freeOfLot(lot), wanted: quantity };
  const reserved = reservedFault(lot, lot.quantity - quantity);
  const fault = firstFault(
    quantityFault(quantity, 'quantity'),
    oneOfFault(data.reason, reasons, 'reason'),
    optionalTextFault(data.note, 'note', longText),
    quantity > lot.quantity ? reject('stockShort', short, 'quantity') : undefined,
    reserved && { ...reserved, field: 'quantity' },
  );
  if (fault) return fault;
  const gone = emptied(stock, item, name, lot.quantity - quantity);
  return [{ type: 'StockWrittenOff', data: { ...data, ...gone } }];
}

/** A lot's end draws near, or has come. Silent about a lot that is gone or of another day. */
export function expire(
  { type, data }: Extract<DepotCommand, { type: 'AnnounceExpiry' | 'ExpireLot' }>,
  stock: DepotStock,
): DepotDecision {
  const lot = knownLot(stock, data.item, data.lot);
  if (!lot || lot.expires !== data.expires || lot.notice === 'expired') return [];
  const facts = { ...data, quantity: lot.quantity };
  if (type === 'ExpireLot') return [{ type: 'LotExpired', data: facts }];
  return lot.notice === undefined ? [{ type: 'LotExpiring', data: facts }] : [];
}

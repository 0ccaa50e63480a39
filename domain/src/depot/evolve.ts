import type { Recorded } from '../metadata.ts';
import type { DepotEvent, LotQuantity, Movement } from './events.ts';
import {
  type CommittedLot,
  type DepotRequest,
  type DepotStock,
  type Lot,
  outOf,
  type StockCommitment,
} from './stock.ts';

type Of<T extends DepotEvent['type']> = Extract<DepotEvent, { type: T }>['data'];

const withLots = (stock: DepotStock, item: string, lots: readonly Lot[]): DepotStock => ({
  ...stock,
  lots: new Map(stock.lots).set(item, lots),
});

function changeLot(
  stock: DepotStock,
  item: string,
  name: string,
  change: (lot: Lot) => Lot,
): DepotStock {
  const lots = stock.lots.get(item) ?? [];
  return withLots(
    stock,
    item,
    lots.map((lot) => (lot.lot === name ? change(lot) : lot)),
  );
}

/** A lot is kept as long as something of it is on hand, or out there and may come back. */
function withoutEmptied(stock: DepotStock, item: string): DepotStock {
  const lots = stock.lots.get(item) ?? [];
  if (lots.every(({ quantity }) => quantity > 0)) return stock;
  const isOut = (name: string) =>
    [...stock.commitments.values()].some(
      (one) => one.item === item && one.lots.some((lot) => lot.lot === name && outOf(lot) > 0),
    );
  return withLots(
    stock,
    item,
    lots.filter(({ lot, quantity }) => quantity > 0 || isOut(lot)),
  );
}

const whose = ({ city, depot, department }: Of<'StockReplenished' | 'RequestReceived'>) => ({
  city,
  depot,
  ...(department === undefined ? {} : { department }),
});

function replenish(stock: DepotStock, data: Of<'StockReplenished'>): DepotStock {
  const { item, lot: name, quantity, expires } = data;
  const lots = stock.lots.get(item) ?? [];
  const known = lots.find(({ lot }) => lot === name);
  const begun = { ...stock, ...whose(data) };
  if (known)
    return changeLot(begun, item, name, (lot) => ({ ...lot, quantity: lot.quantity + quantity }));
  const dated = expires === undefined ? {} : { expires };
  return withLots(begun, item, [...lots, { lot: name, quantity, committed: 0, ...dated }]);
}

/** How much of a lot on hand and of a commitment's lot each movement adds. */
type Effect = Partial<Record<'quantity' | 'reserved', number>> &
  Partial<Record<Exclude<keyof CommittedLot, 'lot'>, number>>;

const effects = {
  StockCommitted: { reserved: 1, committed: 1 },
  StockReleased: { reserved: -1, committed: -1 },
  StockIssued: { quantity: -1, reserved: -1, committed: -1, issued: 1 },
  StockReturned: { quantity: 1, returned: 1 },
  StockConsumed: { consumed: 1 },
} as const satisfies Readonly<Record<string, Effect>>;

const none = { committed: 0, issued: 0, returned: 0, consumed: 0 };

function movedLots(
  known: readonly CommittedLot[],
  moved: readonly LotQuantity[],
  effect: Effect,
): readonly CommittedLot[] {
  const lots = new Map(known.map((lot) => [lot.lot, lot]));
  for (const { lot, quantity } of moved) {
    const was = lots.get(lot) ?? { lot, ...none };
    lots.set(lot, {
      lot,
      committed: was.committed + quantity * (effect.committed ?? 0),
      issued: was.issued + quantity * (effect.issued ?? 0),
      returned: was.returned + quantity * (effect.returned ?? 0),
      consumed: was.consumed + quantity * (effect.consumed ?? 0),
    });
  }
  return [...lots.values()];
}

function move(stock: DepotStock, data: Movement & { exercise?: true }, effect: Effect): DepotStock {
  const { commitment: id, incident, request, item, lots, exercise } = data;
  const known: StockCommitment = stock.commitments.get(id) ?? {
    commitment: id,
    incident,
    request,
    item,
    lots: [],
    ...(exercise ? { exercise } : {}),
  };
  const commitments = new Map(stock.commitments);
  commitments.set(id, { ...known, lots: movedLots(known.lots, lots, effect) });
  const moved = lots.reduce<DepotStock>(
    (next, { lot: name, quantity }) =>
      changeLot(next, item, name, (lot) => ({
        ...lot,
        quantity: lot.quantity + quantity * (effect.quantity ?? 0),
        committed: lot.committed + quantity * (effect.reserved ?? 0),
      })),
    { ...stock, commitments },
  );
  return withoutEmptied(moved, item);
}

function withRequest(
  stock: DepotStock,
  id: string,
  change: (known: DepotRequest) => DepotRequest,
): DepotStock {
  const known = stock.requests.get(id);
  if (!known) return stock;
  return { ...stock, requests: new Map(stock.requests).set(id, change(known)) };
}

function withoutRequest(stock: DepotStock, id: string): DepotStock {
  const requests = new Map(stock.requests);
  requests.delete(id);
  return { ...stock, requests };
}

function withLow(stock: DepotStock, change: (low: Set<string>) => void): DepotStock {
  const low = new Set(stock.low);
  change(low);
  return { ...stock, low };
}

/** The stock after an event; `at` is when that occurred. */
export function applyEvent(stock: DepotStock, event: DepotEvent, at: string): DepotStock {
  switch (event.type) {
    case 'StockReplenished':
      return replenish(stock, event.data);
    case 'StockCounted': {
      const { item, lot: name, counted } = event.data;
      const next = changeLot(stock, item, name, (lot) => ({ ...lot, quantity: counted }));
      return withoutEmptied(next, item);
    }
    case 'StockWrittenOff': {
      const { item, lot: name, quantity } = event.data;
      const next = changeLot(stock, item, name, (lot) => ({
        ...lot,
        quantity: lot.quantity - quantity,
      }));
      return withoutEmptied(next, item);
    }
    case 'StockCommitted':
    case 'StockReleased':
    case 'StockIssued':
    case 'StockReturned':
    case 'StockConsumed':
      return move(stock, event.data, effects[event.type]);
    case 'StockLow':
      return withLow(stock, (low) => low.add(event.data.item));
    case 'StockRecovered':
      return withLow(stock, (low) => low.delete(event.data.item));
    case 'LotExpiring':
    case 'LotExpired': {
      const notice = event.type === 'LotExpiring' ? 'expiring' : 'expired';
      return changeLot(stock, event.data.item, event.data.lot, (lot) => ({ ...lot, notice }));
    }
    case 'RequestReceived': {
      const { city, depot, department, ...facts } = event.data;
      const requests = new Map(stock.requests);
      requests.set(facts.request, { ...facts, at, elsewhere: 0, asOf: -1 });
      return { ...stock, ...whose(event.data), requests };
    }
    case 'RequestUpdated': {
      const { request, elsewhere, asOf } = event.data;
      return withRequest(stock, request, (known) => ({ ...known, elsewhere, asOf }));
    }
    case 'RequestDeclined':
    case 'RequestClosed':
      return withoutRequest(stock, event.data.request);
  }
}

export const evolve = (stock: DepotStock, event: Recorded<DepotEvent>): DepotStock =>
  applyEvent(stock, event, event.meta.occurredAt);

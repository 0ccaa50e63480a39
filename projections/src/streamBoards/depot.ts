import {
  applyEvent,
  type DepotEvent,
  type DepotStock,
  freeOf,
  freeOfLot,
  isOpenCommitment,
  type Lot,
  noStock,
  type StockCommitment,
  totalOut,
} from '@tocsin/domain';
import type { DepotRow, ItemStock } from '../queries/streamRows.ts';
import { rowFacts } from '../rowFacts.ts';
import { subject } from '../streams.ts';
import type { StreamProjection } from './streamBoard.ts';

/** What the row keeps is all that the next event needs to be folded into it. */
const stockOf = (row: DepotRow): DepotStock => ({
  ...row,
  lots: new Map(row.stock.map(({ item, lots }) => [item, lots])),
  commitments: new Map(row.commitments.map((one) => [one.commitment, one])),
  requests: new Map(row.requests.map((one) => [one.request, one])),
  low: new Set(row.stock.filter(({ low }) => low).map(({ item }) => item)),
});

const total = <T>(values: readonly T[], of: (value: T) => number): number =>
  values.reduce((sum, value) => sum + of(value), 0);

function itemStock(stock: DepotStock, item: string, lots: readonly Lot[]): ItemStock {
  const out = [...stock.commitments.values()].filter((one) => one.item === item);
  return {
    item,
    onHand: total(lots, ({ quantity }) => quantity),
    committed: total(lots, (lot) => lot.quantity - freeOfLot(lot)),
    // Which day it is only the deciders know: a lot counts as expired once that was recorded.
    free: freeOf(stock, item, ''),
    out: total(out, totalOut),
    low: stock.low.has(item),
    lots,
  };
}

/** Those settled are dropped, unless their request still counts what it was given. */
const isKept = (stock: DepotStock, one: StockCommitment): boolean =>
  isOpenCommitment(one) || stock.requests.has(one.request);

export const depotBoard: StreamProjection<DepotRow, DepotEvent> = {
  project: (row, event) => {
    const { at, revision, position } = rowFacts(event);
    const stock = applyEvent(row ? stockOf(row) : noStock, event, at);
    const { city, depot, department, lots } = stock;
    return {
      id: subject(event),
      city,
      ...(department === undefined ? {} : { department }),
      depot,
      stock: [...lots].map(([item, held]) => itemStock(stock, item, held)),
      commitments: [...stock.commitments.values()].filter((one) => isKept(stock, one)),
      requests: [...stock.requests.values()],
      revision,
      position,
    };
  },
  isOn: () => true,
};

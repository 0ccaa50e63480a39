import { firstFault, longText, optionalTextFault, textFault } from '../check.ts';
import { dayIn } from '../city/localDay.ts';
import { isRejection, type Rejection, reject } from '../rejection.ts';
import type { DepotCommand } from './commands.ts';
import type { DepotDecision, OpenContext } from './context.ts';
import type { LotQuantity, Movement } from './events.ts';
import { shareOut } from './lots.ts';
import {
  type CommittedLot,
  type DepotStock,
  freeOfLot,
  givenTo,
  isExpired,
  type Lot,
  outOf,
  type StockCommitment,
} from './stock.ts';

type Of<T extends DepotCommand['type']> = Extract<DepotCommand, { type: T }>['data'];

/** First expired, first out; what doesn't expire last, and then the oldest first. */
const byExpiry = (a: Lot, b: Lot): number => {
  if (a.expires === b.expires) return 0;
  if (a.expires === undefined) return 1;
  return b.expires === undefined || a.expires < b.expires ? -1 : 1;
};

function namedExpired(
  lots: readonly LotQuantity[] | undefined,
  held: readonly Lot[],
  today: string,
): Rejection | undefined {
  for (const [index, { lot: name }] of (lots ?? []).entries()) {
    const lot = held.find((one) => one.lot === name);
    if (lot && isExpired(lot, today))
      return reject('lotExpired', { expires: lot.expires ?? '', today }, `lots[${index}].lot`);
  }
  return undefined;
}

/** Reserves for an incident's request, never more than is free or still asked for. */
export function commit(
  data: Of<'CommitStock'>,
  stock: DepotStock,
  { city, now }: OpenContext,
): DepotDecision {
  const { commitment, request: id, note } = data;
  if (stock.commitments.has(commitment))
    return reject('alreadyExists', { commitment }, 'commitment');
  const request = stock.requests.get(id);
  if (!request) return reject('unknownRequest', { request: id }, 'request');
  if (!city.depots.has(stock.depot)) return reject('unknownDepot', { depot: stock.depot }, 'depot');
  const { incident, item, exercise } = request;
  const today = dayIn(city.timeZone, now);
  const held = stock.lots.get(item) ?? [];
  const free = [...held]
    .filter((lot) => !isExpired(lot, today))
    .sort(byExpiry)
    .map((lot) => ({ lot: lot.lot, quantity: freeOfLot(lot) }));
  const left = Math.max(0, request.quantity - request.elsewhere - givenTo(stock, id));
  const short = (most: number, field: string) =>
    reject('stockShort', { item, free: most, wanted: data.quantity }, field);
  const expired = namedExpired(data.lots, held, today);
  if (expired) return expired;
  const lots = shareOut(data, free, short);
  if (isRejection(lots)) return lots;
  const fault = firstFault(
    data.quantity > left
      ? reject('moreThanRequested', { left, wanted: data.quantity }, 'quantity')
      : undefined,
    optionalTextFault(note, 'note', longText),
  );
  if (fault) return fault;
  const marked = exercise ? ({ exercise } as const) : {};
  const facts = { commitment, incident, request: id, item, lots, note, ...marked };
  return [{ type: 'StockCommitted', data: facts }];
}

const parts = (
  { lots }: StockCommitment,
  of: (lot: CommittedLot) => number,
): readonly LotQuantity[] => lots.map((lot) => ({ lot: lot.lot, quantity: of(lot) }));

const committedParts = (commitment: StockCommitment) =>
  parts(commitment, ({ committed }) => committed);

const movement = (held: StockCommitment, lots: readonly LotQuantity[]): Movement => ({
  commitment: held.commitment,
  incident: held.incident,
  request: held.request,
  item: held.item,
  lots,
});

const overdrawn =
  (code: 'moreThanReserved' | 'moreThanOut', wanted: number) =>
  (most: number, field: string): Rejection =>
    reject(code, { most, wanted }, field);

type OnCommitment = Extract<
  DepotCommand,
  { type: 'ReleaseCommitment' | 'IssueStock' | 'ReturnStock' | 'ConsumeStock' }
>;

function release(data: Of<'ReleaseCommitment'>, held: StockCommitment): DepotDecision {
  const lots = shareOut(data, committedParts(held), overdrawn('moreThanReserved', data.quantity));
  if (isRejection(lots)) return lots;
  const { reason } = data;
  return (
    textFault(reason, 'reason', longText) ?? [
      { type: 'StockReleased', data: { ...movement(held, lots), reason } },
    ]
  );
}

/** A lot whose day has passed meanwhile does not go out. */
function expiredFault(
  stock: DepotStock,
  item: string,
  lots: readonly LotQuantity[],
  today: string,
): Rejection | undefined {
  const held = stock.lots.get(item) ?? [];
  const expired = held.find(
    (lot) => isExpired(lot, today) && lots.some((one) => one.lot === lot.lot),
  );
  return expired && reject('lotExpired', { expires: expired.expires ?? '', today }, 'commitment');
}

function issue(
  data: Of<'IssueStock'>,
  held: StockCommitment,
  stock: DepotStock,
  { city, now }: OpenContext,
): DepotDecision {
  const lots = shareOut(data, committedParts(held), overdrawn('moreThanReserved', data.quantity));
  if (isRejection(lots)) return lots;
  const { note } = data;
  const returnable = city.items.get(held.item)?.returnable ?? false;
  const fault = firstFault(
    expiredFault(stock, held.item, lots, dayIn(city.timeZone, now)),
    optionalTextFault(note, 'note', longText),
  );
  return fault ?? [{ type: 'StockIssued', data: { ...movement(held, lots), note, returnable } }];
}

/** What went out comes back, or never will. */
function settle(
  { type, data }: Extract<OnCommitment, { type: 'ReturnStock' | 'ConsumeStock' }>,
  held: StockCommitment,
  { city }: OpenContext,
): DepotDecision {
  const item = city.items.get(held.item);
  if (type === 'ReturnStock' && item?.returnable === false)
    return reject('notReturnable', { item: held.item }, 'commitment');
  const lots = shareOut(data, parts(held, outOf), overdrawn('moreThanOut', data.quantity));
  if (isRejection(lots)) return lots;
  const { note } = data;
  const fault = optionalTextFault(note, 'note', longText);
  if (fault) return fault;
  const facts = { ...movement(held, lots), note };
  return [{ type: type === 'ReturnStock' ? 'StockReturned' : 'StockConsumed', data: facts }];
}

export function decideCommitment(
  command: OnCommitment,
  stock: DepotStock,
  context: OpenContext,
): DepotDecision {
  const { commitment } = command.data;
  const held = stock.commitments.get(commitment);
  if (!held) return reject('unknownCommitment', { commitment }, 'commitment');
  switch (command.type) {
    case 'ReleaseCommitment':
      return release(command.data, held);
    case 'IssueStock':
      return issue(command.data, held, stock, context);
    default:
      return settle(command, held, context);
  }
}

/** What is still reserved for a request, given up in one go. */
export const releaseAll = (stock: DepotStock, request: string, reason: string) =>
  [...stock.commitments.values()]
    .filter((held) => held.request === request)
    .map((held) => ({ held, lots: committedParts(held).filter(({ quantity }) => quantity > 0) }))
    .filter(({ lots }) => lots.length > 0)
    .map(({ held, lots }) => ({
      type: 'StockReleased' as const,
      data: { ...movement(held, lots), reason },
    }));

import { quantityFault } from '../check.ts';
import { type Rejection, reject } from '../rejection.ts';
import type { LotQuantity } from './events.ts';

/** At most this many lots in one movement. */
export const mostLots = 50;

/** The part of a quantity that each lot bears, in the lots' order. */
function inOrder(available: readonly LotQuantity[], quantity: number): readonly LotQuantity[] {
  let left = quantity;
  const parts: LotQuantity[] = [];
  for (const { lot, quantity: most } of available) {
    const part = Math.min(left, most);
    if (part > 0) parts.push({ lot, quantity: part });
    left -= part;
  }
  return parts;
}

type Short = (available: number, field: string) => Rejection;

function namedFault(
  { lot, quantity }: LotQuantity,
  index: number,
  available: readonly LotQuantity[],
  short: Short,
): Rejection | undefined {
  const at = `lots[${index}]`;
  const fault = quantityFault(quantity, `${at}.quantity`);
  if (fault) return fault;
  const known = available.find((one) => one.lot === lot);
  if (!known) return reject('unknownLot', { lot }, `${at}.lot`);
  return quantity > known.quantity ? short(known.quantity, `${at}.quantity`) : undefined;
}

function named(
  lots: readonly LotQuantity[],
  quantity: number,
  available: readonly LotQuantity[],
  short: Short,
): readonly LotQuantity[] | Rejection {
  if (lots.length > mostLots) return reject('tooMany', { max: mostLots }, 'lots');
  const names = lots.map(({ lot }) => lot);
  const again = names.findIndex((one, index) => names.indexOf(one) !== index);
  if (again >= 0) return reject('alreadyExists', { lot: names[again] ?? '' }, `lots[${again}].lot`);
  for (const [index, lot] of lots.entries()) {
    const fault = namedFault(lot, index, available, short);
    if (fault) return fault;
  }
  const total = lots.reduce((sum, lot) => sum + lot.quantity, 0);
  return total === quantity ? lots : reject('lotsDontAddUp', { quantity, total }, 'lots');
}

/**
 * The lots that bear a quantity: those named, which must add up to it, or as many as it takes of
 * the available ones in their order. `short` is the rejection where there is not so much.
 */
export function shareOut(
  { quantity, lots }: { readonly quantity: number; readonly lots?: readonly LotQuantity[] },
  available: readonly LotQuantity[],
  short: Short,
): readonly LotQuantity[] | Rejection {
  const fault = quantityFault(quantity, 'quantity');
  if (fault) return fault;
  const total = available.reduce((sum, lot) => sum + lot.quantity, 0);
  if (quantity > total) return short(total, 'quantity');
  return lots ? named(lots, quantity, available, short) : inOrder(available, quantity);
}

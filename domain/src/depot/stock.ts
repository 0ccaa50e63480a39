import type { LotFacts, RequestFacts } from './events.ts';

export interface Lot extends Omit<LotFacts, 'item'> {
  /** Of what is on hand, what is reserved. */
  readonly committed: number;
  /** What was announced about its end. */
  readonly notice?: 'expiring' | 'expired';
}

/** What became of a lot's part in a commitment. */
export interface CommittedLot {
  readonly lot: string;
  /** Still reserved, and on hand. */
  readonly committed: number;
  /** All that ever went out. */
  readonly issued: number;
  readonly returned: number;
  readonly consumed: number;
}

export interface StockCommitment {
  readonly commitment: string;
  readonly incident: string;
  readonly request: string;
  readonly item: string;
  readonly lots: readonly CommittedLot[];
  readonly exercise?: true;
}

/** An incident's request that this depot was asked to meet. */
export interface DepotRequest extends RequestFacts {
  /** When it reached the depot, ISO 8601. */
  readonly at: string;
  /** What other depots give to it. */
  readonly elsewhere: number;
  /** The incident's revision that said so; -1: none yet. */
  readonly asOf: number;
}

/** What a depot holds; stream `depot-<city>.<depot>`. */
export interface DepotStock {
  /** '' while nothing was ever recorded. */
  readonly city: string;
  readonly depot: string;
  readonly department?: string;
  /** By item, oldest first. */
  readonly lots: ReadonlyMap<string, readonly Lot[]>;
  readonly commitments: ReadonlyMap<string, StockCommitment>;
  /** Those neither closed nor declined. */
  readonly requests: ReadonlyMap<string, DepotRequest>;
  /** Items whose low stock was announced. */
  readonly low: ReadonlySet<string>;
}

export const noStock: DepotStock = {
  city: '',
  depot: '',
  lots: new Map(),
  commitments: new Map(),
  requests: new Map(),
  low: new Set(),
};

/** Issued, and neither returned nor consumed. */
export const outOf = ({ issued, returned, consumed }: CommittedLot): number =>
  issued - returned - consumed;

const sum = <T>(values: readonly T[], of: (value: T) => number): number =>
  values.reduce((total, value) => total + of(value), 0);

export const totalOut = ({ lots }: StockCommitment): number => sum(lots, outOf);
export const totalCommitted = ({ lots }: StockCommitment): number =>
  sum(lots, ({ committed }) => committed);

/** Something is still reserved or out there. */
export const isOpenCommitment = (commitment: StockCommitment): boolean =>
  totalCommitted(commitment) > 0 || totalOut(commitment) > 0;

/** What this depot has reserved for a request or sent out. */
export const givenTo = (stock: DepotStock, request: string): number =>
  sum(
    [...stock.commitments.values()].filter((one) => one.request === request),
    ({ lots }) => sum(lots, ({ committed, issued }) => committed + issued),
  );

/** The lot's last day has passed. */
export const isExpired = ({ expires, notice }: Lot, today: string): boolean =>
  notice === 'expired' || (expires !== undefined && expires < today);

export const freeOfLot = ({ quantity, committed }: Lot): number => quantity - committed;

/** What may still be committed of an item on a day (YYYY-MM-DD). */
export const freeOf = (stock: DepotStock, item: string, today: string): number =>
  sum(
    (stock.lots.get(item) ?? []).filter((lot) => !isExpired(lot, today)),
    freeOfLot,
  );

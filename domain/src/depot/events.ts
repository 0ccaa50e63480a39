// Stored shape: add, never change.

/** So much of one lot, in whole units of measure. */
export interface LotQuantity {
  readonly lot: string;
  readonly quantity: number;
}

/** A quantity of one item that came in together and expires together. */
export interface LotFacts extends LotQuantity {
  readonly item: string;
  /** The last day on which it may be used, YYYY-MM-DD; absent where it doesn't expire. */
  readonly expires?: string;
}

interface OfDepot {
  readonly city: string;
  readonly depot: string;
  /** Whose depot it is. */
  readonly department?: string;
}

/** What was reserved for an incident's request, and moves under that reservation. */
export interface Movement {
  readonly commitment: string;
  readonly incident: string;
  readonly request: string;
  readonly item: string;
  readonly lots: readonly LotQuantity[];
}

export type WriteOffReason = 'expired' | 'damaged' | 'lost';

export type DepotEvent =
  | {
      readonly type: 'StockReplenished';
      readonly data: LotFacts &
        OfDepot & {
          readonly note: string;
          /** When the lot's end is announced and when it has come, ISO 8601: the city's days. */
          readonly announceAt?: string;
          readonly expiresAt?: string;
        };
    }
  | {
      readonly type: 'StockCounted';
      readonly data: {
        readonly item: string;
        readonly lot: string;
        readonly counted: number;
        /** Counted less what the record said. */
        readonly difference: number;
        readonly reason: string;
        /** Nothing of the lot is left or out: it is no longer kept. */
        readonly emptied?: true;
      };
    }
  | {
      readonly type: 'StockWrittenOff';
      readonly data: {
        readonly item: string;
        readonly lot: string;
        readonly quantity: number;
        readonly reason: WriteOffReason;
        readonly note: string;
        readonly emptied?: true;
      };
    }
  | {
      readonly type: 'StockCommitted';
      readonly data: Movement & { readonly note: string; readonly exercise?: true };
    }
  | { readonly type: 'StockReleased'; readonly data: Movement & { readonly reason: string } }
  | {
      readonly type: 'StockIssued';
      /** Whether it is to come back, as the profile said then. */
      readonly data: Movement & { readonly note: string; readonly returnable: boolean };
    }
  | { readonly type: 'StockReturned'; readonly data: Movement & { readonly note: string } }
  | { readonly type: 'StockConsumed'; readonly data: Movement & { readonly note: string } }
  /** What is free of an item fell below the profile's figure, or is back. */
  | { readonly type: 'StockLow'; readonly data: StockLevel }
  | { readonly type: 'StockRecovered'; readonly data: StockLevel }
  | { readonly type: 'LotExpiring'; readonly data: ExpiryFacts }
  | { readonly type: 'LotExpired'; readonly data: ExpiryFacts }
  /** An incident's request, as it was put to this depot. */
  | { readonly type: 'RequestReceived'; readonly data: OfDepot & RequestFacts }
  /** Other depots now give so much to it. */
  | {
      readonly type: 'RequestUpdated';
      readonly data: {
        readonly request: string;
        readonly elsewhere: number;
        /** The incident's revision that said so. */
        readonly asOf: number;
      };
    }
  | { readonly type: 'RequestDeclined'; readonly data: RequestAnswer }
  | { readonly type: 'RequestClosed'; readonly data: RequestAnswer };

interface StockLevel {
  readonly item: string;
  readonly free: number;
  readonly threshold: number;
}
interface RequestAnswer {
  readonly incident: string;
  readonly request: string;
  readonly reason: string;
}
interface ExpiryFacts {
  readonly item: string;
  readonly lot: string;
  readonly expires: string;
  /** What the depot still has of it. */
  readonly quantity: number;
}
export interface RequestFacts {
  readonly incident: string;
  readonly request: string;
  readonly item: string;
  readonly quantity: number;
  readonly note: string;
  readonly requestedBy: string;
  readonly exercise?: true;
}

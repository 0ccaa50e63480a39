// Stored shape: add, never change.

/** A quantity of one item that came in together and expires together. */
export interface LotFacts {
  readonly item: string;
  readonly lot: string;
  readonly quantity: number;
  /** The last day on which it may be used, YYYY-MM-DD; absent where it doesn't expire. */
  readonly expires?: string;
}

export type DepotEvent = {
  readonly type: 'StockReplenished';
  readonly data: LotFacts & {
    readonly city: string;
    readonly depot: string;
    readonly note: string;
  };
};

export type DepotCommand = {
  readonly type: 'ReplenishStock';
  readonly data: LotFacts & {
    readonly city: string;
    readonly depot: string;
    readonly note: string;
  };
};

export interface Lot {
  readonly lot: string;
  readonly quantity: number;
  readonly expires?: string;
}

/** What a depot holds; stream `depot-<city>.<depot>`. */
export interface DepotStock {
  /** '' while nothing was ever recorded. */
  readonly city: string;
  readonly depot: string;
  /** By item, oldest first. */
  readonly lots: ReadonlyMap<string, readonly Lot[]>;
}

// Stored shape: add, never change.

export type ReserveEvent =
  /** Kept back: not recommended, and dispatched only by who says so explicitly. */
  | {
      readonly type: 'UnitHeldInReserve';
      readonly data: { readonly reason: string; readonly until?: string };
    }
  | {
      readonly type: 'UnitReleasedFromReserve';
      readonly data: {
        readonly reason?: string;
        /** Nobody released it: the time it was held for is over. */
        readonly timeOver?: true;
      };
    };

export type ReserveCommand =
  | {
      readonly type: 'HoldInReserve';
      readonly data: {
        readonly reason: string;
        /** ISO 8601; left out: until it is released. */
        readonly until?: string;
      };
    }
  | { readonly type: 'ReleaseFromReserve'; readonly data: { readonly reason?: string } }
  /** From the reserve policy: nothing happens if it was released or held anew meanwhile. */
  | { readonly type: 'ExpireReserve'; readonly data: { readonly until: string } };

export interface Reserve {
  readonly reason: string;
  readonly until?: string;
  /** Since when (occurred, ISO 8601). */
  readonly since: string;
}

import type { UnitFacts } from '../facts.ts';

// Stored shape: add, never change.

/** Mutual aid: for which request of which incident another jurisdiction lends the unit. */
export interface Loan {
  readonly jurisdiction: string;
  readonly incident: string;
  readonly request: string;
}

/** It is here and on duty. It goes home by being retired. */
export type LendingEvent = { readonly type: 'UnitLent'; readonly data: Loan };

export type LendingCommand =
  /** From the mutual aid policy, with what is known of a unit that was never here. */
  | { readonly type: 'LendUnit'; readonly data: { readonly facts: UnitFacts; readonly loan: Loan } }
  | {
      readonly type: 'ReturnUnit';
      readonly data: {
        /** Only if it is still lent for this; left out: whatever for. */
        readonly request?: string;
        readonly reason: string;
      };
    };

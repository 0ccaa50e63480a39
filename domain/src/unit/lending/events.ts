import type { UnitFacts } from '../facts.ts';

// Stored shape: add, never change.

/** Mutual aid: for which request of which incident another jurisdiction lends the unit. */
export interface Loan {
  readonly jurisdiction: string;
  readonly incident: string;
  readonly request: string;
}

export type LendingEvent =
  /** It is here and on duty. It goes home by being retired. */
  | { readonly type: 'UnitLent'; readonly data: Loan }
  /** What it was lent for is over, and something holds it still: it goes home right after that. */
  | {
      readonly type: 'UnitReturnDue';
      readonly data: { readonly request: string; readonly reason: string };
    };

export type LendingCommand =
  /** From the mutual aid policy, with what is known of a unit that was never here. */
  | { readonly type: 'LendUnit'; readonly data: { readonly facts: UnitFacts; readonly loan: Loan } }
  | {
      readonly type: 'ReturnUnit';
      readonly data: {
        /** From the policy: if it is still lent for this, as soon as nothing holds it. */
        readonly request?: string;
        readonly reason: string;
      };
    };

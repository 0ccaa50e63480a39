import type { LotQuantity } from '../../depot/events.ts';

// Stored shape: add, never change.

/** What another depot must know of a request: how much the others now give to it. */
export interface OtherDepot {
  readonly depot: string;
  readonly elsewhere: number;
}

interface Ended {
  readonly request: string;
  /** Those that it was put to. */
  readonly depots: readonly string[];
}

/** What a depot did about a request, carried over from its own stream. */
export interface SupplyMovement {
  readonly request: string;
  readonly commitment: string;
  /** `<city>.<depot>`, as in its stream's name. */
  readonly depot: string;
  readonly item: string;
  readonly lots: readonly LotQuantity[];
}

interface SupplyShare extends SupplyMovement {
  /** Absent where no other depot was asked, or the request no longer stands. */
  readonly others?: readonly OtherDepot[];
}

export type SupplyEvent =
  | {
      readonly type: 'SupplyRequested';
      readonly data: {
        readonly request: string;
        readonly item: string;
        readonly quantity: number;
        readonly note: string;
        /** The one depot that was asked; absent: all of the city's. */
        readonly depot?: string;
        readonly city: string;
        /** Those that it is put to, `<city>.<depot>`. */
        readonly depots: readonly string[];
        readonly requestedBy: string;
        readonly exercise?: true;
      };
    }
  | { readonly type: 'SupplyRequestCancelled'; readonly data: Ended & { readonly reason: string } }
  /** The incident ended with the request still standing. */
  | { readonly type: 'SupplyRequestEnded'; readonly data: Ended }
  | {
      readonly type: 'SupplyRequestDeclined';
      readonly data: {
        readonly request: string;
        readonly depot: string;
        readonly reason: string;
      };
    }
  | { readonly type: 'SupplyCommitted'; readonly data: SupplyShare }
  | { readonly type: 'SupplyReleased'; readonly data: SupplyShare }
  | {
      readonly type: 'SupplyIssued';
      /** Whether it is to come back. */
      readonly data: SupplyMovement & { readonly returnable: boolean };
    }
  | { readonly type: 'SupplyReturned'; readonly data: SupplyMovement }
  | { readonly type: 'SupplyConsumed'; readonly data: SupplyMovement };

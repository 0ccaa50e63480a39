import type { SupplyMovement } from './events.ts';

export type SupplyCommand =
  | {
      readonly type: 'RequestSupplies';
      readonly data: {
        readonly request: string;
        readonly item: string;
        readonly quantity: number;
        readonly note: string;
        /** `<city>.<depot>`; left out: all of the city's are asked. */
        readonly depot?: string;
      };
    }
  | {
      readonly type: 'CancelSupplyRequest';
      readonly data: { readonly request: string; readonly reason: string };
    }
  /** From the supplies policy: what a depot decided. Never refused for an incident that exists. */
  | {
      readonly type: 'CarrySupply';
      readonly data: SupplyMovement & {
        readonly movement: 'committed' | 'released' | 'issued' | 'returned' | 'consumed';
        readonly returnable?: boolean;
      };
    }
  | {
      readonly type: 'CarryDecline';
      readonly data: {
        readonly request: string;
        readonly depot: string;
        readonly reason: string;
      };
    };

import type { LotFacts, LotQuantity, RequestFacts, WriteOffReason } from './events.ts';

interface OfDepot {
  readonly city: string;
  readonly depot: string;
}

/** So much under a commitment; from the lots named, or in the order in which they expire. */
interface OnCommitment {
  readonly commitment: string;
  readonly quantity: number;
  readonly lots?: readonly LotQuantity[];
}

interface Handover extends OnCommitment {
  readonly note: string;
}

interface OnLot {
  readonly item: string;
  readonly lot: string;
}

interface LastDay extends OnLot {
  readonly expires: string;
}

export type DepotCommand =
  | {
      readonly type: 'ReplenishStock';
      readonly data: LotFacts & OfDepot & { readonly note: string };
    }
  | {
      readonly type: 'CountStock';
      readonly data: OnLot & { readonly counted: number; readonly reason: string };
    }
  | {
      readonly type: 'WriteOffStock';
      readonly data: OnLot & {
        readonly quantity: number;
        readonly reason: WriteOffReason;
        readonly note: string;
      };
    }
  | {
      readonly type: 'CommitStock';
      readonly data: OnCommitment & { readonly request: string; readonly note: string };
    }
  | {
      readonly type: 'ReleaseCommitment';
      readonly data: OnCommitment & { readonly reason: string };
    }
  | { readonly type: 'IssueStock'; readonly data: Handover }
  | { readonly type: 'ReturnStock'; readonly data: Handover }
  | { readonly type: 'ConsumeStock'; readonly data: Handover }
  | {
      readonly type: 'DeclineRequest';
      readonly data: { readonly request: string; readonly reason: string };
    }
  /** From the supplies policy: what the incident's record says of its request. */
  | { readonly type: 'ReceiveRequest'; readonly data: OfDepot & RequestFacts }
  | {
      readonly type: 'UpdateRequest';
      readonly data: {
        readonly request: string;
        readonly elsewhere: number;
        readonly asOf: number;
      };
    }
  | {
      readonly type: 'CloseRequest';
      readonly data: { readonly request: string; readonly reason: string };
    }
  /** From the policy's timers: nothing happens if the lot is gone. */
  | { readonly type: 'AnnounceExpiry'; readonly data: LastDay }
  | { readonly type: 'ExpireLot'; readonly data: LastDay };

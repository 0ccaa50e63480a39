import type { RoleHolder } from '../command/events.ts';

// Stored shape: add, never change. A changed shape gets a new schema number and an upcaster.

export type Severity = 'low' | 'medium' | 'high';
export type ActionAddressee = 'owner' | 'dutyOfficer' | 'commandCentre';

interface OnAction {
  readonly action: string;
}

export type AfterEvent =
  | {
      readonly type: 'FindingRecorded';
      readonly data: {
        readonly finding: string;
        readonly text: string;
        readonly severity?: Severity;
      };
    }
  | {
      readonly type: 'ActionAssigned';
      readonly data: OnAction & {
        readonly finding: string;
        readonly department: string;
        readonly owner?: Pick<RoleHolder, 'account' | 'name'>;
        readonly text: string;
        /** ISO 8601. */
        readonly dueBy: string;
        /** When the first escalation is due, seconds after `dueBy`; absent where there are none. */
        readonly firstAfter?: number;
      };
    }
  | { readonly type: 'ActionReported'; readonly data: OnAction & { readonly note: string } }
  | { readonly type: 'ActionDone'; readonly data: OnAction & { readonly note: string } }
  | { readonly type: 'ActionVerified'; readonly data: OnAction }
  /** Not good enough: it is due anew, and escalated anew. */
  | {
      readonly type: 'ActionReturned';
      readonly data: OnAction & {
        readonly reason: string;
        readonly dueBy: string;
        readonly firstAfter?: number;
      };
    }
  | {
      readonly type: 'ActionEscalated';
      readonly data: OnAction & {
        /** 1, 2, 3 … as the city's rules list them. */
        readonly step: number;
        readonly to: ActionAddressee;
        /** The due date that passed. */
        readonly deadline: string;
        /** When the next step is due, seconds after the deadline; absent on the last. */
        readonly nextAfter?: number;
      };
    }
  | { readonly type: 'ActionCancelled'; readonly data: OnAction & { readonly reason: string } };

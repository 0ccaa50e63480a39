import type { RoleHolder } from '../command/events.ts';
import type { Severity } from './events.ts';

interface OnAction {
  readonly action: string;
}

export type AfterCommand =
  | {
      readonly type: 'RecordFinding';
      readonly data: {
        readonly finding: string;
        readonly text: string;
        readonly severity?: Severity;
      };
    }
  | {
      readonly type: 'AssignAction';
      readonly data: OnAction & {
        readonly finding: string;
        readonly department: string;
        readonly owner?: Pick<RoleHolder, 'account' | 'name'>;
        readonly text: string;
        readonly dueBy: string;
      };
    }
  | { readonly type: 'ReportAction'; readonly data: OnAction & { readonly note: string } }
  | { readonly type: 'FinishAction'; readonly data: OnAction & { readonly note: string } }
  | { readonly type: 'VerifyAction'; readonly data: OnAction }
  | {
      readonly type: 'ReturnAction';
      readonly data: OnAction & {
        readonly reason: string;
        /** Left out: as it was. */
        readonly dueBy?: string;
      };
    }
  | { readonly type: 'CancelAction'; readonly data: OnAction & { readonly reason: string } }
  /** From the policy `corrective`: nothing happens if the action was done meanwhile. */
  | {
      readonly type: 'EscalateAction';
      readonly data: OnAction & { readonly step: number; readonly deadline: string };
    };

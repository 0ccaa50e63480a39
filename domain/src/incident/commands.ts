import type { Grade, IncidentClass, Priority } from '../city/events.ts';
import type { DispatchGrounds, ReleaseCause, Stage } from '../unit/events.ts';
import type { AfterCommand } from './after/commands.ts';
import type { CommandCommand } from './command/commands.ts';
import type { CancelReason, ParResult } from './events.ts';
import type { IntakeCommand } from './intake/commands.ts';
import type { JudgementCommand } from './judgement/commands.ts';
import type { MergeCommand } from './merge/commands.ts';
import type { MutualAidCommand } from './mutualAid/commands.ts';
import type { PlanCommand } from './plans/commands.ts';
import type { PrivacyCommand } from './privacy/commands.ts';
import type { RetentionCommand } from './retention/commands.ts';
import type { SupplyCommand } from './supplies/commands.ts';
import type { TaskCommand } from './task/commands.ts';

export type * from './task/commands.ts';

export type IncidentCommand =
  | PlanCommand
  | CommandCommand
  | AfterCommand
  | SupplyCommand
  | IntakeCommand
  | JudgementCommand
  | MergeCommand
  | {
      readonly type: 'ConfirmIncident';
      readonly data: {
        readonly type: string;
        /** Left out: as the incident type says. */
        readonly class?: IncidentClass;
        readonly grade?: Grade;
        readonly priority?: Priority;
      };
    }
  | TaskCommand
  | {
      readonly type: 'CarryCommitment';
      readonly data: DispatchGrounds & {
        readonly assignment: string;
        readonly unit: string;
        readonly callSign: string;
        readonly department: string;
        readonly task?: string;
        readonly request?: string;
        readonly stacked: boolean;
      };
    }
  | {
      readonly type: 'CarryStage';
      readonly data: {
        readonly assignment: string;
        readonly unit: string;
        readonly stage: Stage;
        readonly note?: string;
      };
    }
  | {
      readonly type: 'CarryWithdrawal';
      readonly data: {
        readonly assignment: string;
        readonly unit: string;
        readonly reason: string;
        readonly cause?: ReleaseCause;
      };
    }
  | {
      readonly type: 'CarryPar';
      readonly data: {
        readonly assignment: string;
        readonly unit: string;
        readonly check: number;
        readonly result: ParResult;
        readonly persons?: number;
        readonly note?: string;
      };
    }
  | MutualAidCommand
  | RetentionCommand
  | PrivacyCommand
  | { readonly type: 'AddNote'; readonly data: { readonly note: string; readonly text: string } }
  | { readonly type: 'MarkContained'; readonly data: Record<never, never> }
  | { readonly type: 'ResolveIncident'; readonly data: { readonly summary: string } }
  | { readonly type: 'CloseIncident'; readonly data: { readonly note: string } }
  | { readonly type: 'ReopenIncident'; readonly data: { readonly reason: string } }
  | {
      readonly type: 'CancelIncident';
      readonly data: { readonly reason: CancelReason; readonly note: string };
    };

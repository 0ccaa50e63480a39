import type { ChecklistItem, PlanRole, ResponseLevel } from '../../city/plan.ts';
import type { Localized } from '../../text.ts';
import type { TaskPart } from '../taskPart.ts';

// Stored shape: add, never change.

/** What was taken from a plan, as it stood in that version: it is shown as given for ever. */
export interface AppliedParts {
  readonly tasks: readonly {
    readonly planTask: string;
    readonly task: string;
    readonly department: string;
    readonly part: TaskPart;
    readonly instruction: Localized;
  }[];
  readonly units: readonly {
    readonly planUnits: string;
    readonly request: string;
    readonly capability: string;
    readonly count: number;
  }[];
  readonly roles: readonly PlanRole[];
  readonly checklist: readonly ChecklistItem[];
}

interface OnItem {
  readonly plan: string;
  readonly item: string;
}

export type PlanEvent =
  | {
      readonly type: 'PlanApplied';
      readonly data: {
        readonly application: string;
        readonly plan: string;
        readonly version: number;
        readonly name: Localized;
        /** What the plan suggests; setting it is a decision of its own. */
        readonly responseLevel?: ResponseLevel;
        readonly parts: AppliedParts;
      };
    }
  | {
      readonly type: 'UnitsRequested';
      readonly data: {
        readonly request: string;
        readonly capability: string;
        readonly count: number;
        readonly plan?: string;
        readonly version?: number;
        readonly planUnits?: string;
        readonly note?: string;
      };
    }
  | {
      readonly type: 'UnitRequestWithdrawn';
      readonly data: { readonly request: string; readonly reason: string };
    }
  | { readonly type: 'ChecklistItemTicked'; readonly data: OnItem }
  | { readonly type: 'ChecklistItemUnticked'; readonly data: OnItem };

export type PlanEventType = PlanEvent['type'];

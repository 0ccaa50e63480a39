import type { CommandRole } from '../../city/plan.ts';

/** Ids of what is wanted of a plan; a list left out: none of that kind. */
export interface WantedParts {
  readonly tasks?: readonly string[];
  readonly units?: readonly string[];
  readonly roles?: readonly string[];
  readonly checklist?: readonly string[];
}

interface OnItem {
  readonly plan: string;
  readonly item: string;
}

export type PlanCommand =
  | {
      readonly type: 'ApplyPlan';
      readonly data: {
        /** A UUID drawn by the client; the ids of the tasks and unit requests derive from it. */
        readonly application: string;
        readonly plan: string;
        /** The version that was looked at. */
        readonly version: number;
        /** In which language the departments get their instructions. */
        readonly language: 'zh' | 'en';
        /** Who fills the plan's roles; a role that nobody is named for is left to be filled. */
        readonly officers?: readonly {
          readonly role: CommandRole;
          readonly account: string;
          readonly name: string;
        }[];
        /** Left out: the whole plan. */
        readonly parts?: WantedParts;
      };
    }
  | {
      readonly type: 'RequestUnits';
      readonly data: {
        readonly request: string;
        readonly capability: string;
        readonly count: number;
        readonly note?: string;
      };
    }
  | {
      readonly type: 'WithdrawUnitRequest';
      readonly data: { readonly request: string; readonly reason: string };
    }
  | { readonly type: 'TickChecklistItem'; readonly data: OnItem }
  | { readonly type: 'UntickChecklistItem'; readonly data: OnItem };

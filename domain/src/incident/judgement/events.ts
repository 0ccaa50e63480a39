import type { Grade, IncidentClass, Priority } from '../../city/events.ts';
import type { ResponseLevel } from '../../city/plan.ts';
import type { Localized } from '../../text.ts';

// Stored shape: add, never change. A changed shape gets a new schema number and an upcaster.

export interface Responsibility {
  readonly department: string;
  /** The rule of the city's profile that says so. */
  readonly rule?: string;
  readonly reason: Localized;
}

export type JudgementEvent =
  /** What of the judgement at the confirmation is now otherwise. */
  | {
      readonly type: 'IncidentJudged';
      readonly data: {
        readonly type?: string;
        readonly class?: IncidentClass;
        readonly grade?: Grade;
        readonly priority?: Priority;
        readonly reason: string;
      };
    }
  | {
      readonly type: 'ResponsibilityAssigned';
      readonly data: Responsibility & {
        /** By a person, whatever the rules say; changed by nothing but another person. */
        readonly overridden: boolean;
      };
    }
  | {
      readonly type: 'IncidentRaised';
      readonly data: {
        /** The district that had it, where known. */
        readonly from?: string;
        readonly to: 'city';
        readonly reason: string;
      };
    }
  | {
      readonly type: 'IncidentHandedDown';
      readonly data: { readonly district: string; readonly reason: string };
    }
  | {
      readonly type: 'ResponseLevelSet';
      readonly data: {
        readonly level: ResponseLevel;
        readonly previous?: ResponseLevel;
        readonly reason: string;
      };
    };

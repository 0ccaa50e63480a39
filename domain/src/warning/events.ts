import type { Area } from '../city/rules.ts';

// Stored shape: add, never change.

/** How bad it may become. Colours belong to this axis alone. */
export type WarningLevel = 'red' | 'orange' | 'yellow' | 'blue';
/** The worst first. */
export const warningLevels: readonly WarningLevel[] = ['red', 'orange', 'yellow', 'blue'];

export interface WarningFacts {
  readonly hazard: string;
  readonly level: WarningLevel;
  readonly area: Area;
  /** ISO 8601. */
  readonly from: string;
  readonly until: string;
  readonly impact: string;
  readonly advice: string;
}

/** What of a warning can change while it is in force; what it warns of can't. */
export type WarningChange = Partial<Omit<WarningFacts, 'hazard'>>;

export type WarningEvent =
  | {
      readonly type: 'WarningIssued';
      readonly data: WarningFacts & {
        readonly warning: string;
        readonly city: string;
        readonly issuer: string;
        readonly exercise: boolean;
      };
    }
  /** Only what changed, and why. */
  | { readonly type: 'WarningAdjusted'; readonly data: WarningChange & { readonly reason: string } }
  | { readonly type: 'WarningLifted'; readonly data: { readonly reason: string } }
  | { readonly type: 'WarningExpired'; readonly data: { readonly until: string } };

export type WarningCommand =
  | {
      readonly type: 'IssueWarning';
      readonly data: WarningFacts & {
        readonly warning: string;
        readonly city: string;
        readonly issuer: string;
        readonly exercise?: boolean;
      };
    }
  | { readonly type: 'AdjustWarning'; readonly data: WarningChange & { readonly reason: string } }
  | { readonly type: 'LiftWarning'; readonly data: { readonly reason: string } }
  /** By timer; `until` is the end of validity that the timer was set for. */
  | { readonly type: 'ExpireWarning'; readonly data: { readonly until: string } };

/** `inForce` from its issue on, also while its validity has not begun. */
export type WarningStatus = 'inForce' | 'lifted' | 'expired';

export interface Warning {
  readonly id: string;
  readonly city: string;
  readonly status: 'none' | WarningStatus;
  readonly facts?: WarningFacts;
  readonly exercise: boolean;
}

import type { Area } from '../city/rules.ts';

// Stored shape: add, never change.

/** How bad it may become. Colours belong to this axis alone. */
export type WarningLevel = 'red' | 'orange' | 'yellow' | 'blue';

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

export type WarningEvent = {
  readonly type: 'WarningIssued';
  readonly data: WarningFacts & {
    readonly warning: string;
    readonly city: string;
    readonly issuer: string;
    readonly exercise: boolean;
  };
};

export type WarningCommand = {
  readonly type: 'IssueWarning';
  readonly data: WarningFacts & {
    readonly warning: string;
    readonly city: string;
    readonly issuer: string;
    readonly exercise?: boolean;
  };
};

export interface Warning {
  readonly id: string;
  readonly city: string;
  readonly status: 'none' | 'inForce';
  readonly facts?: WarningFacts;
  readonly exercise: boolean;
}

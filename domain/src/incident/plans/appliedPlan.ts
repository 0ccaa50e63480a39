import type { ResponseLevel } from '../../city/plan.ts';
import type { Localized } from '../../text.ts';
import type { Evidence } from '../evidence.ts';
import type { AppliedParts } from './events.ts';

export interface CheckedItem {
  readonly id: string;
  readonly text: Localized;
  readonly ticked?: Evidence;
}

/** A plan as an incident was given it, whatever the city's profile says by now. */
export interface AppliedPlan {
  readonly plan: string;
  readonly name: Localized;
  /** The version of the newest application. */
  readonly version: number;
  readonly responseLevel?: ResponseLevel;
  readonly applications: readonly (Evidence & {
    readonly application: string;
    readonly version: number;
    readonly parts: AppliedParts;
  })[];
  readonly checklist: readonly CheckedItem[];
}

/** So many units with a capability, wanted at the incident. */
export interface UnitRequest {
  readonly request: string;
  readonly capability: string;
  readonly count: number;
  readonly plan?: string;
  readonly version?: number;
  readonly planUnits?: string;
  readonly note?: string;
  readonly requested: Evidence;
  readonly withdrawn?: Evidence & { readonly reason: string };
}

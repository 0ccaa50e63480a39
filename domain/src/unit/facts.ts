import type { Localized } from '../text.ts';

// Stored shape: add, never change.

export interface UnitFacts {
  /** `<city>.<call sign>` */
  readonly unit: string;
  readonly city: string;
  readonly callSign: string;
  readonly department: string;
  readonly kind: string;
  readonly name: Localized;
  readonly capabilities: readonly string[];
  readonly station: string;
  /** Home position, degrees WGS-84, where known. */
  readonly lon?: number;
  readonly lat?: number;
  /** The neighbour that lends it; absent for the city's own. */
  readonly jurisdiction?: string;
}

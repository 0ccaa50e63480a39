import type { Localized } from '../text.ts';

// Stored shape: add, never change.

/** A kind of thing that depots hold: boats, sandbags, pumps, masks. */
export interface SupplyItem {
  readonly id: string;
  readonly name: Localized;
  /** Unit of measure. */
  readonly unit: Localized;
  readonly category: string;
  /** It is given back after use, and is not consumed by it. */
  readonly returnable: boolean;
}

export interface Depot {
  readonly id: string;
  readonly name: Localized;
  readonly department: string;
  readonly address: string;
  readonly lon?: number;
  readonly lat?: number;
  /** Below this much of an item an alarm is raised; by item. */
  readonly lowStock: Readonly<Record<string, number>>;
}

import type { Localized } from '../text.ts';

// Stored shape: add, never change.

/** What a unit can do, as plans and dispatchers ask for it. */
export interface Capability {
  readonly id: string;
  readonly name: Localized;
}

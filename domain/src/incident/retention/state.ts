import type { Evidence } from '../evidence.ts';

/** A legal hold [保全] on an incident's record. */
export interface LegalHold extends Evidence {
  readonly id: string;
  readonly reason: string;
  readonly lifted?: Evidence & { readonly reason: string };
}

export interface RetentionState {
  /** By id, as they were placed; those that were lifted as well. */
  readonly holds: ReadonlyMap<string, LegalHold>;
  /** The last copy in the archive; what came after its revision is not in it. */
  readonly archived?: Evidence & { readonly manifest: string; readonly revision: number };
}

export const nothingHeld: RetentionState = { holds: new Map() };

/** Nothing of a held record may be archived or erased. */
export const isHeld = ({ holds }: RetentionState): boolean =>
  [...holds.values()].some(({ lifted }) => lifted === undefined);

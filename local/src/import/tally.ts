import type { Rejection } from '@tocsin/domain';

/** Why an incident of the file is still open when the import has done what it can. */
export type LeftOpen = 'noAvailableTime' | 'people' | 'units';

/** What a run has done so far. */
export interface Tally {
  steps: number;
  commands: number;
  events: number;
  /** Steps and commands that an earlier run had carried out. */
  already: number;
  /** Steps left out because the call or the assignment they belong to was refused. */
  skipped: number;
  /** Units that an earlier file had left under way, cleared by their first dispatch in this one. */
  freed: number;
  readonly rejected: { readonly line: number; readonly rejection: Rejection }[];
  readonly leftOpen: Map<string, LeftOpen>;
}

export const emptyTally = (): Tally => ({
  steps: 0,
  commands: 0,
  events: 0,
  already: 0,
  skipped: 0,
  freed: 0,
  rejected: [],
  leftOpen: new Map(),
});

import type { IncidentStatus } from '../status.ts';

interface OfMerge {
  readonly incident: string;
  readonly merge: number;
}

export type MergeCommand =
  | {
      readonly type: 'MergeIncident';
      readonly data: { readonly into: string; readonly reason: string };
    }
  | { readonly type: 'UndoMerge'; readonly data: { readonly reason: string } }
  /** From the policy `merging`: carries a merge into the incident that goes on. */
  | {
      readonly type: 'AbsorbIncident';
      readonly data: OfMerge & { readonly what: string; readonly reports: readonly string[] };
    }
  | { readonly type: 'SplitOffIncident'; readonly data: OfMerge }
  /** From the same: the incident that was to go on could no longer take this one. */
  | {
      readonly type: 'UndoRefusedMerge';
      readonly data: {
        readonly from: string;
        readonly merge: number;
        readonly status: IncidentStatus;
      };
    };

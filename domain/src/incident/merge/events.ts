import type { IncidentStatus, OpenStatus } from '../status.ts';

// Stored shape: add, never change. A changed shape gets a new schema number and an upcaster.

/** Which merge of which incident: it may be merged, undone and merged again. */
interface OfMerge {
  readonly incident: string;
  /** Counts the merges of that incident, from 1. */
  readonly merge: number;
}

export type MergeEvent =
  /** In the stream of the incident that ends in another. */
  | {
      readonly type: 'IncidentMerged';
      readonly data: {
        readonly into: string;
        /** What the other one was reported as. */
        readonly intoWhat: string;
        readonly merge: number;
        readonly what: string;
        /** The ids of all its reports. */
        readonly reports: readonly string[];
        readonly reason: string;
      };
    }
  | {
      readonly type: 'MergeUndone';
      readonly data: {
        readonly from: string;
        readonly merge: number;
        /** What it was before the merge, and is again. */
        readonly status: OpenStatus;
        readonly reason: string;
        /** The other incident's status, when that could no longer take it. */
        readonly refused?: IncidentStatus;
      };
    }
  /** In the stream of the incident that goes on. */
  | {
      readonly type: 'IncidentAbsorbed';
      readonly data: OfMerge & { readonly what: string; readonly reports: readonly string[] };
    }
  | {
      readonly type: 'AbsorptionRefused';
      readonly data: OfMerge & { readonly status: IncidentStatus };
    }
  | { readonly type: 'IncidentSplitOff'; readonly data: OfMerge };

// Stored shape: add, never change. A changed shape gets a new schema number and an upcaster.

export type RetentionEvent =
  /** A legal hold [保全]: until it is lifted, the record is neither archived nor is anything in it erased. */
  | {
      readonly type: 'LegalHoldPlaced';
      readonly data: { readonly hold: string; readonly reason: string };
    }
  | {
      readonly type: 'LegalHoldLifted';
      readonly data: { readonly hold: string; readonly reason: string };
    }
  /** A signed copy of the record up to a revision was made, that verifies by itself. */
  | {
      readonly type: 'IncidentArchived';
      readonly data: {
        /** SHA-256 (hex) of the bundle's manifest. */
        readonly manifest: string;
        /** The last event that is in the copy. */
        readonly revision: number;
        /** The rule of retention that allowed it: its kind and years. */
        readonly rule: string;
      };
    };

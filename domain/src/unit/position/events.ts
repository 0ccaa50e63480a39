// Stored shape: add, never change.

/** Where a unit said it was: degrees WGS-84, ISO 8601, metres of uncertainty. */
export interface UnitPosition {
  readonly lon: number;
  readonly lat: number;
  /** When it was there. */
  readonly at: string;
  readonly accuracy?: number;
}

export type PositionEvent = {
  readonly type: 'UnitPositionReported';
  readonly data: UnitPosition;
};

export type PositionCommand = {
  readonly type: 'ReportPosition';
  readonly data: {
    readonly lon: number;
    readonly lat: number;
    /** Left out: when the command is recorded. */
    readonly at?: string;
    readonly accuracy?: number;
  };
};

// Stored shape: add, never change.

/** A unit that another jurisdiction sends. */
export interface GrantedUnit {
  /** `<city>.<jurisdiction>-<call sign>` */
  readonly unit: string;
  readonly callSign: string;
  /** The department of this city that it works with. */
  readonly department: string;
  readonly kind: string;
}

export type MutualAidEvent =
  | {
      readonly type: 'MutualAidRequested';
      readonly data: {
        readonly request: string;
        readonly jurisdiction: string;
        readonly capability: string;
        readonly count: number;
        readonly reason: string;
      };
    }
  | {
      readonly type: 'MutualAidAnswered';
      readonly data: {
        readonly request: string;
        readonly jurisdiction: string;
        readonly capability: string;
        readonly city: string;
        readonly granted: boolean;
        /** Empty when it was declined. */
        readonly units: readonly GrantedUnit[];
        readonly note: string;
      };
    }
  /** The units of the request go home as soon as nothing holds them; an unanswered one is withdrawn. */
  | {
      readonly type: 'MutualAidEnded';
      readonly data: {
        readonly request: string;
        readonly jurisdiction: string;
        /** Ids of the units that were lent. */
        readonly units: readonly string[];
        /** Empty when the incident's end ended it. */
        readonly reason: string;
      };
    };

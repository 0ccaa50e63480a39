export interface OfferedUnit {
  /** As the other jurisdiction calls it. */
  readonly callSign: string;
  readonly department: string;
  readonly kind: string;
}

export type MutualAidCommand =
  | {
      readonly type: 'RequestMutualAid';
      readonly data: {
        readonly request: string;
        readonly jurisdiction: string;
        readonly capability: string;
        readonly count: number;
        readonly reason: string;
      };
    }
  | {
      readonly type: 'AnswerMutualAid';
      readonly data: {
        readonly request: string;
        readonly granted: boolean;
        readonly units: readonly OfferedUnit[];
        readonly note: string;
      };
    }
  | {
      readonly type: 'EndMutualAid';
      readonly data: { readonly request: string; readonly reason: string };
    };

import type { IntervalSpan } from '@tocsin/domain';

/** By what intervals can be told apart. Hours and months are the city's, of the interval's beginning. */
export type Dimension = 'department' | 'type' | 'district' | 'cell' | 'station' | 'hour' | 'month';

/** Only these; what is left out restricts nothing. */
export type IntervalFilter = Partial<
  Readonly<Record<'department' | 'type' | 'district' | 'station', readonly string[]>>
>;

export interface IntervalsWanted {
  readonly city: string;
  readonly span: IntervalSpan;
  /** ISO 8601. It counts when its row's first time is from `from` on and before `to`. */
  readonly from: string;
  readonly to: string;
  readonly by: readonly Dimension[];
  readonly filter: IntervalFilter;
  readonly exercises: boolean;
  /** IANA name. */
  readonly timeZone: string;
  /** Against each of these it is counted how many kept it. */
  readonly targets: readonly {
    readonly seconds: number;
    readonly percent: number;
    readonly department?: string;
  }[];
  /** The most groups, the largest first. */
  readonly limit: number;
}

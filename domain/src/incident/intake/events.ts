import type { Place } from '../../place.ts';

// Stored shape: add, never change. A changed shape gets a new schema number and an upcaster.

export type Channel =
  | 'phone'
  | 'hotline'
  | 'citizen'
  | 'inspector'
  | 'camera'
  | 'sensor'
  | 'agency';

export interface Reporter {
  readonly name?: string;
  readonly phone?: string;
}

/** What one report said, and when it came in. */
export interface ReportFacts {
  readonly report: string;
  readonly channel: Channel;
  readonly what: string;
  readonly place: Place;
  readonly reporter: Reporter;
  /** The number that another system knows it by. */
  readonly reference?: string;
  /** The call clock: when it rang, and when it was picked up (ISO 8601). */
  readonly receivedAt?: string;
  readonly answeredAt?: string;
}

/** A report that an incident begins with. */
export interface FirstReport extends ReportFacts {
  readonly incident: string;
  readonly city: string;
  /** The suspected incident type, before anyone has confirmed one. */
  readonly kind?: string;
  readonly exercise: boolean;
}

export type IntakeEvent =
  | { readonly type: 'IncidentReported'; readonly data: FirstReport }
  /** Another report of this incident. */
  | { readonly type: 'ReportLinked'; readonly data: ReportFacts }
  /** It was of something else after all, and becomes an incident of its own. */
  | {
      readonly type: 'ReportUnlinked';
      readonly data: {
        readonly report: string;
        readonly reason: string;
        readonly becomes: FirstReport;
      };
    };

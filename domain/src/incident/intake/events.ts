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

export interface Person {
  readonly name?: string;
  readonly phone?: string;
  /** Where the person lives or can be found, which need not be where the incident is. */
  readonly address?: string;
}

/** A person as the log has one: committed to, and encrypted with the incident's key. */
export interface Protected {
  /** Base64url of SHA-256(salt ‖ canonical JSON of the person). */
  readonly commitment: string;
  /** The key's id; absent, as the ciphertext, where the person was left out of an export. */
  readonly key?: string;
  /** AES-256-GCM over salt and person: base64url of iv ‖ ciphertext ‖ tag. */
  readonly ciphertext?: string;
}

/** Who reported: in clear in a command and in events from before there were keys. */
export interface Reporter extends Person {
  readonly protected?: Protected;
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

// Stored shape: add, never change.

/** What somebody did about the record, besides adding to it. */
export const accessKinds = [
  'signedIn',
  'signInRefused',
  'personalDataRead',
  'recordRead',
  'recordExported',
  'attemptRefused',
] as const;
export type AccessKind = (typeof accessKinds)[number];

/**
 * What was asked for. There is no field for what was typed in: neither password nor token can get
 * in, and of an account at sign-in only one that exists.
 */
export interface AccessFacts {
  /** The query, the command or the tool: `timeline`, `acceptTask`, `tocsin export`. */
  readonly what: string;
  readonly city?: string;
  readonly incident?: string;
  readonly task?: string;
  readonly department?: string;
  /** The account that somebody tried to sign in with, where it exists. */
  readonly account?: string;
  /** The peer's IP address. */
  readonly address?: string;
  /** Revision, moment, period or filter, in a few words. */
  readonly detail?: string;
  /** Why, where it had to be said. */
  readonly reason?: string;
  /** Why it was refused; a code of the gateway's answers. */
  readonly code?: string;
}

export type AccessEvent =
  | { readonly type: 'SignedIn'; readonly data: AccessFacts }
  | { readonly type: 'SignInRefused'; readonly data: AccessFacts & { readonly code: string } }
  /** Names, telephones or addresses of callers. */
  | { readonly type: 'PersonalDataRead'; readonly data: AccessFacts }
  /** An incident's whole record, its past, or a board's past. */
  | { readonly type: 'RecordRead'; readonly data: AccessFacts }
  | { readonly type: 'RecordExported'; readonly data: AccessFacts }
  /** What the rule of who may do what refused, or a token that opens nothing. */
  | { readonly type: 'AttemptRefused'; readonly data: AccessFacts & { readonly code: string } }
  /** So many more of the same by the same in a span of time; the first of them stands by itself. */
  | {
      readonly type: 'AccessRepeated';
      readonly data: AccessFacts & {
        readonly of: AccessKind;
        readonly count: number;
        /** When the first and the last of them came, ISO 8601. */
        readonly from: string;
        readonly until: string;
      };
    };

export type AccessCommand =
  | {
      readonly type: 'RecordAccess';
      readonly data: AccessFacts & { readonly kind: AccessKind };
    }
  | {
      readonly type: 'RecordRepeats';
      readonly data: AccessFacts & {
        readonly of: AccessKind;
        readonly count: number;
        readonly from: string;
        readonly until: string;
      };
    };

/** One recorder's log of one day: there is nothing to know of it but that it goes on. */
export interface AccessLog {
  readonly entries: number;
}

/** The id of a recorder's stream for the day (UTC) of a time: `2026-03-01.<recorder>`. */
export const accessLogId = (time: string, recorder: string): string =>
  `${time.slice(0, 10)}.${recorder}`;

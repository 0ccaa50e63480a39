import type { Role } from '../metadata.ts';

// Stored shape: add, never change.

export type PersonEvent =
  | {
      readonly type: 'PersonAppointed';
      readonly data: {
        readonly account: string;
        readonly name: string;
        readonly roles: readonly Role[];
        /** The cities whose affairs the person sees; `*` is all. */
        readonly cities: readonly string[];
        /** The department a liaison speaks for. */
        readonly department?: string;
        readonly demo: boolean;
      };
    }
  /** May no longer sign in, and whoever is signed in no longer is. The password is forgotten. */
  | { readonly type: 'PersonDismissed'; readonly data: { readonly reason: string } }
  /** A scrypt digest with its salt and cost (`scrypt$N$r$p$salt$hash`), never the password. */
  | { readonly type: 'PasswordSet'; readonly data: { readonly digest: string } };

export type PersonCommand =
  | {
      readonly type: 'AppointPerson';
      readonly data: Extract<PersonEvent, { type: 'PersonAppointed' }>['data'];
    }
  | { readonly type: 'DismissPerson'; readonly data: { readonly reason: string } }
  | { readonly type: 'SetPassword'; readonly data: { readonly digest: string } };

export interface Person {
  /** Empty before the appointment and after the dismissal. */
  readonly account: string;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly cities: readonly string[];
  readonly department?: string;
  readonly demo: boolean;
  readonly passwordDigest?: string;
}

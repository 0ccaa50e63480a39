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
  /** A scrypt digest with its salt and cost (`scrypt$N$r$p$salt$hash`), never the password. */
  | { readonly type: 'PasswordSet'; readonly data: { readonly digest: string } };

export type PersonCommand =
  | {
      readonly type: 'AppointPerson';
      readonly data: Extract<PersonEvent, { type: 'PersonAppointed' }>['data'];
    }
  | { readonly type: 'SetPassword'; readonly data: { readonly digest: string } };

export interface Person {
  readonly account: string;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly cities: readonly string[];
  readonly department?: string;
  readonly demo: boolean;
  readonly passwordDigest?: string;
}

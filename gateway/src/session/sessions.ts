import { randomBytes } from 'node:crypto';
import { type Person, type Rejection, reject } from '@tocsin/domain';
import type { Viewer } from '../rules/index.ts';
import type { Attempts } from './attempts.ts';
import { hashPassword, verifyPassword } from './password.ts';
import { type People, viewerOf } from './people.ts';
import type { Tokens } from './token.ts';

/** Longer ones are nobody's, and aren't worth hashing. */
const longestAccount = 64;
const longestPassword = 200;

export interface SignedIn {
  readonly viewer: Viewer;
  /** Milliseconds since the epoch. */
  readonly expiresAt: number;
}

export interface Sessions {
  signIn(
    account: string,
    password: string,
    address: string,
  ): Promise<
    { readonly token: string; readonly expiresAt: Date; readonly viewer: Viewer } | Rejection
  >;
  /** Who a token stands for now; undefined when it is forged or expired or the person is gone. */
  authenticate(token: string): Promise<SignedIn | undefined>;
  /** The person as the log knows them now, for a connection that lasts. */
  viewer(account: string): Promise<Viewer | undefined>;
}

export interface SessionParts {
  readonly people: People;
  readonly tokens: Tokens;
  readonly attempts: Attempts;
}

/** Signs people in and knows them again by their tokens. */
export function openSessions({ people, tokens, attempts }: SessionParts): Sessions {
  // What an unknown account's password is compared with, so that it takes as long as a known one's.
  const decoy = hashPassword(randomBytes(16).toString('hex'));

  async function known(account: string, password: string): Promise<Person | undefined> {
    const fits = account.length <= longestAccount && password.length <= longestPassword;
    const person = fits ? await people.read(account) : undefined;
    const right = await verifyPassword(
      password.slice(0, longestPassword),
      person?.passwordDigest ?? (await decoy),
    );
    return right && person?.passwordDigest !== undefined ? person : undefined;
  }

  async function viewer(account: string): Promise<Viewer | undefined> {
    const person = await people.read(account);
    return person && viewerOf(person);
  }

  return {
    async signIn(account, password, address) {
      const seconds = await attempts.count(account.slice(0, longestAccount), address);
      if (seconds !== undefined) return reject('tooManyAttempts', { seconds });
      const person = await known(account, password);
      if (!person) return reject('wrongCredentials', {}, 'password');
      await attempts.forgive(account, address);
      return { ...(await tokens.issue(person.account)), viewer: viewerOf(person) };
    },
    async authenticate(token) {
      const session = await tokens.verify(token);
      const found = session && (await viewer(session.account));
      return found && session && { viewer: found, expiresAt: session.expiresAt };
    },
    viewer,
  };
}

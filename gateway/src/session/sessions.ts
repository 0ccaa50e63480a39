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

/** An attempt to sign in, as it ended. */
export interface SignInAttempt {
  /** Who it was, or whose account it was tried with; undefined for an account that nobody has. */
  readonly viewer: Viewer | undefined;
  readonly address: string;
  readonly refused?: 'wrongCredentials' | 'tooManyAttempts';
}

export interface SessionParts {
  readonly people: People;
  readonly tokens: Tokens;
  readonly attempts: Attempts;
  /** Told of each attempt, before it is answered; a session is given only once it has resolved. */
  readonly onAttempt?: (attempt: SignInAttempt) => Promise<void>;
}

/** Signs people in and knows them again by their tokens. */
export function openSessions(parts: SessionParts): Sessions {
  const { people, tokens, attempts, onAttempt = async () => undefined } = parts;
  // What an unknown account's password is compared with, so that it takes as long as a known one's.
  const decoy = hashPassword(randomBytes(16).toString('hex'));

  /** Whose account it is, and whether the password is right. */
  async function known(
    account: string,
    password: string,
  ): Promise<{ readonly person: Person | undefined; readonly right: boolean }> {
    const fits = account.length <= longestAccount && password.length <= longestPassword;
    const person = fits ? await people.read(account) : undefined;
    const right = await verifyPassword(
      password.slice(0, longestPassword),
      person?.passwordDigest ?? (await decoy),
    );
    return { person, right: right && person?.passwordDigest !== undefined };
  }

  async function viewer(account: string): Promise<Viewer | undefined> {
    const person = await people.read(account);
    return person && viewerOf(person);
  }

  return {
    async signIn(account, password, address) {
      const seconds = await attempts.count(account.slice(0, longestAccount), address);
      if (seconds !== undefined) {
        await onAttempt({ viewer: undefined, address, refused: 'tooManyAttempts' });
        return reject('tooManyAttempts', { seconds });
      }
      const { person, right } = await known(account, password);
      const found = person && viewerOf(person);
      if (!person || !right) {
        await onAttempt({ viewer: found, address, refused: 'wrongCredentials' });
        return reject('wrongCredentials', {}, 'password');
      }
      await onAttempt({ viewer: found, address });
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

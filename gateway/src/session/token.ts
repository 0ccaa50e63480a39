import { jwtVerify, SignJWT } from 'jose';
import { LRUCache } from 'lru-cache';

/** How long a sign-in lasts, in seconds: one shift. */
export const sessionSeconds = 12 * 3600;
const issuer = 'tocsin';
const shortestKey = 32;

export interface Session {
  readonly account: string;
  /** Milliseconds since the epoch. */
  readonly expiresAt: number;
}

export interface Tokens {
  issue(account: string): Promise<{ readonly token: string; readonly expiresAt: Date }>;
  /** The session a token stands for; undefined when it is forged, broken or expired. */
  verify(token: string): Promise<Session | undefined>;
}

const expired = ({ expiresAt }: Session): boolean => expiresAt <= Date.now();

/**
 * Signs and verifies session tokens (JWT, HS256). A token that was verified once is remembered
 * until it expires, so that it costs nothing after.
 *
 * @throws when the key is shorter than 32 bytes
 */
export function openTokens(key: Uint8Array): Tokens {
  if (key.length < shortestKey)
    throw new Error(`The session key must have at least ${shortestKey} bytes.`);
  const verified = new LRUCache<string, Session>({ max: 10_000 });

  async function check(token: string): Promise<Session | undefined> {
    try {
      const { payload } = await jwtVerify(token, key, { issuer, algorithms: ['HS256'] });
      if (payload.sub === undefined || payload.exp === undefined) return undefined;
      return { account: payload.sub, expiresAt: payload.exp * 1000 };
    } catch {
      return undefined;
    }
  }

  return {
    async issue(account) {
      const now = Math.floor(Date.now() / 1000);
      const token = await new SignJWT()
        .setProtectedHeader({ alg: 'HS256' })
        .setSubject(account)
        .setIssuer(issuer)
        .setIssuedAt(now)
        .setExpirationTime(now + sessionSeconds)
        .sign(key);
      return { token, expiresAt: new Date((now + sessionSeconds) * 1000) };
    },
    async verify(token) {
      const known = verified.get(token);
      if (known) return expired(known) ? undefined : known;
      const session = await check(token);
      if (session) verified.set(token, session);
      return session;
    },
  };
}

import { createHmac } from 'node:crypto';
import { isRejection, type Person } from '@tocsin/domain';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { limitAttempts } from './attempts.ts';
import { hashPassword, verifyPassword } from './password.ts';
import { knowPeople } from './people.ts';
import { openSessions, type SignInAttempt } from './sessions.ts';
import { openTokens, sessionSeconds } from './token.ts';

const key = new TextEncoder().encode('a session key of at least 32 bytes');
let chen: Person;
beforeAll(async () => {
  chen = {
    account: 'chen',
    name: 'Chen Jing',
    roles: ['dispatcher'],
    cities: ['*'],
    demo: false,
    passwordDigest: await hashPassword('correct horse'),
  };
});

const told: SignInAttempt[] = [];

/** Sessions over people that the test keeps in a map. */
function sessionsOf(people: Map<string, Person>, now = Date.now, attempts = limitAttempts()) {
  const store = { readPerson: async (account: string) => people.get(account) };
  return openSessions({
    tokens: openTokens(key),
    people: knowPeople(store, now),
    attempts,
    onAttempt: async (attempt) => void told.push(attempt),
  });
}

const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
function sign(header: object, payload: object, secret: Uint8Array): string {
  const text = `${part(header)}.${part(payload)}`;
  return `${text}.${createHmac('sha256', secret).update(text).digest('base64url')}`;
}

describe('passwords', () => {
  it('are kept as a salted scrypt digest and verified', async () => {
    const other = await hashPassword('correct horse');
    expect(chen.passwordDigest).toMatch(/^scrypt\$32768\$8\$3\$[\w-]{22}\$[\w-]{43}$/);
    expect(other).not.toBe(chen.passwordDigest);
    expect(await verifyPassword('correct horse', other)).toBe(true);
    expect(await verifyPassword('Correct horse', other)).toBe(false);
    expect(await verifyPassword('correct horse', 'plain$text')).toBe(false);
  });
});

describe('sessions', () => {
  it('open with the right password and know the person again', async () => {
    const sessions = sessionsOf(new Map([['chen', chen]]));
    const session = await sessions.signIn('chen', 'correct horse', '127.0.0.1');
    if (isRejection(session)) throw new Error(session.rejected);
    const hours = (session.expiresAt.getTime() - Date.now()) / 3_600_000;
    expect(hours).toBeGreaterThan(11.9);
    const known = await sessions.authenticate(session.token);
    expect(known?.viewer).toEqual({
      account: 'chen',
      name: 'Chen Jing',
      roles: ['dispatcher'],
      cities: ['*'],
    });
  });

  it('[A3] refuse a wrong password and an unknown account with the same answer', async () => {
    const sessions = sessionsOf(new Map([['chen', chen]]));
    const wrong = await sessions.signIn('chen', 'wrong', '127.0.0.1');
    const unknown = await sessions.signIn('nobody', 'wrong', '127.0.0.1');
    expect(wrong).toEqual({ rejected: 'wrongCredentials', field: 'password', facts: {} });
    expect(unknown).toEqual(wrong);
  });

  it('[X30] tell of each attempt whose it was, and never what was typed', async () => {
    told.length = 0;
    const attempts = limitAttempts();
    for (let n = 0; n < 10; n += 1) await attempts.count('x', '10.0.0.2');
    const sessions = sessionsOf(new Map([['chen', chen]]), Date.now, attempts);
    await sessions.signIn('chen', 'correct horse', '10.0.0.1');
    await sessions.signIn('chen', 'wrong', '10.0.0.1');
    await sessions.signIn('s3cret', 'wrong', '10.0.0.1');
    await sessions.signIn('x', 'wrong', '10.0.0.2');
    const viewer = { account: 'chen' };
    expect(told.slice(0, 3)).toMatchObject([
      { viewer, address: '10.0.0.1' },
      { viewer, refused: 'wrongCredentials' },
      { viewer: undefined, refused: 'wrongCredentials' },
    ]);
    expect(told.at(-1)).toEqual({
      viewer: undefined,
      address: '10.0.0.2',
      refused: 'tooManyAttempts',
    });
    expect(JSON.stringify(told)).not.toMatch(/s3cret|wrong"|correct horse/);
  });

  it('[A3] limit attempts by account and address, and forget them after a good one', async () => {
    const attempts = limitAttempts();
    for (let n = 0; n < 10; n += 1)
      expect(await attempts.count('chen', '10.0.0.1')).toBeUndefined();
    expect(await attempts.count('chen', '10.0.0.1')).toBeGreaterThan(0);
    expect(await attempts.count('chen', '10.0.0.2')).toBeUndefined();
    expect(await attempts.count('wang', '10.0.0.1')).toBeUndefined();
    await attempts.forgive('chen', '10.0.0.1');
    expect(await attempts.count('chen', '10.0.0.1')).toBeUndefined();
  });

  it('take effect of a changed role within seconds', async () => {
    let now = 0;
    const people = new Map([['chen', chen]]);
    const sessions = sessionsOf(people, () => now);
    const { token } = await openTokens(key).issue('chen');
    expect((await sessions.authenticate(token))?.viewer.roles).toEqual(['dispatcher']);
    people.set('chen', { ...chen, roles: ['auditor'] });
    now += 5_000;
    expect((await sessions.authenticate(token))?.viewer.roles).toEqual(['auditor']);
    people.delete('chen');
    now += 5_000;
    expect(await sessions.authenticate(token)).toBeUndefined();
  });
});

describe('[A2] tokens', () => {
  const tokens = openTokens(key);
  const now = Math.floor(Date.now() / 1000);
  const claims = { sub: 'chen', iss: 'tocsin', iat: now, exp: now + 60 };

  it('open a session with our signature only', async () => {
    const good = sign({ alg: 'HS256' }, claims, key);
    expect(await tokens.verify(good)).toEqual({ account: 'chen', expiresAt: claims.exp * 1000 });
    const [head, , signature] = good.split('.');
    const forged = [
      sign({ alg: 'HS256' }, claims, new TextEncoder().encode('another key of at least 32 bytes')),
      `${head}.${part({ ...claims, sub: 'admin' })}.${signature}`,
      `${part({ alg: 'none' })}.${part(claims)}.`,
      sign({ alg: 'HS256' }, { ...claims, iss: 'other' }, key),
      sign({ alg: 'HS256' }, { ...claims, exp: now - 1 }, key),
      'nonsense',
      '',
    ];
    for (const token of forged) expect(await tokens.verify(token), token).toBeUndefined();
  });

  it('expire, also when they were verified before', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    try {
      const { token } = await tokens.issue('chen');
      expect(await tokens.verify(token)).toBeDefined();
      vi.advanceTimersByTime(sessionSeconds * 1000 + 1);
      expect(await tokens.verify(token)).toBeUndefined();
    } finally {
      vi.useRealTimers();
    }
  });

  it('need a key of 32 bytes', () => {
    expect(() => openTokens(new Uint8Array(31))).toThrow('32 bytes');
  });
});

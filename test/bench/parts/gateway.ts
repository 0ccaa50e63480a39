import { createHmac, randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Scope } from '../scope.ts';
import { account, password } from '../world/person.ts';
import { type Part, startTocsin, until } from './child.ts';
import { freePort } from './freePort.ts';
import type { Database } from './postgres.ts';

export interface Gateway {
  readonly port: number;
  readonly url: string;
  /** Of the bench's person, signed in. */
  readonly token: string;
  /** A session of anybody who is appointed, for an hour. */
  tokenOf(account: string): string;
  /** Processor time that it has used, in microseconds. */
  cpu(): Promise<number>;
  /** The most memory that it has had resident so far, in bytes. */
  peakMemory(): Promise<number>;
}

const encoded = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');

function sessionToken(key: string, account: string): string {
  const exp = Math.floor(Date.now() / 1000) + 3_600;
  const text = `${encoded({ alg: 'HS256' })}.${encoded({ sub: account, iss: 'tocsin', exp })}`;
  return `${text}.${createHmac('sha256', key).update(text).digest('base64url')}`;
}

async function processorTime(url: string): Promise<number> {
  const metrics = await (await fetch(`${url}/metrics`)).text();
  const seconds = /^process_cpu_seconds_total ([\d.e+-]+)/m.exec(metrics)?.[1];
  if (seconds === undefined) throw new Error('the gateway does not say what it has used');
  return Number(seconds) * 1e6;
}

async function peakOf({ child }: Part): Promise<number> {
  const status = await readFile(`/proc/${child.pid}/status`, 'utf8');
  const kilobytes = /^VmHWM:\s+(\d+) kB/m.exec(status)?.[1];
  if (kilobytes === undefined) throw new Error('the system does not say how much memory it had');
  return Number(kilobytes) * 1024;
}

/** `tocsin gateway` in a process of its own, once it is alive. */
export async function startGateway(
  scope: Scope,
  folder: string,
  eventStore: string,
  database: Database,
): Promise<Gateway> {
  const port = await freePort();
  const key = randomBytes(32).toString('base64');
  const part = startTocsin(
    scope,
    ['gateway'],
    {
      EVENTSTORE_URL: eventStore,
      DATABASE_URL: database.url,
      HOST: '127.0.0.1',
      PORT: String(port),
      TOCSIN_SESSION_KEY: key,
      TOCSIN_DATA: join(folder, 'gateway'),
    },
    join(folder, 'gateway.log'),
  );
  const url = `http://127.0.0.1:${port}`;
  await alive(url, part);
  return {
    port,
    url,
    token: await signIn(url),
    tokenOf: (account) => sessionToken(key, account),
    cpu: () => processorTime(url),
    peakMemory: () => peakOf(part),
  };
}

/** Waits until the gateway answers at all. */
export async function alive(url: string, part: Part, path = '/healthz'): Promise<void> {
  await until(
    'the gateway answers',
    async () => {
      part.assertRunning();
      const answer = await fetch(url + path).catch(() => undefined);
      await answer?.arrayBuffer();
      return answer?.ok || undefined;
    },
    { limitMs: 300_000 },
  );
}

interface Answer<Data> {
  readonly data?: Data;
  readonly errors?: readonly { readonly message: string }[];
}

/** One GraphQL operation; throws on errors. */
export async function ask<Data>(
  url: string,
  token: string | undefined,
  query: string,
  variables: object,
): Promise<Data> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    },
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors } = (await response.json()) as Answer<Data>;
  if (errors || !data) throw new Error(`the gateway answered ${JSON.stringify(errors)}`);
  return data;
}

async function signIn(url: string): Promise<string> {
  const document = `mutation ($account: String!, $password: String!) {
    signIn(account: $account, password: $password) {
      ... on Session { token } ... on Rejected { message }
    }
  }`;
  const { signIn: session } = await ask<{ signIn: { token?: string; message?: string } }>(
    url,
    undefined,
    document,
    { account, password },
  );
  if (!session.token) throw new Error(`the gateway let nobody in: ${session.message}`);
  return session.token;
}

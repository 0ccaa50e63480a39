import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Person } from './client.ts';
import { type Stack, startStack } from './stack.ts';

let stack: Stack;
beforeAll(async () => {
  stack = await startStack();
});
afterAll(() => stack.close());

describe('the server', () => {
  it('says that it is up, whether it is of use, and how it is doing', async () => {
    const { url } = stack.gateway;
    expect((await fetch(`${url}/healthz`)).status).toBe(200);
    const ready = await fetch(`${url}/readyz`);
    expect(await ready.json()).toEqual({ ready: true, problems: {} });
    const metrics = await (await fetch(`${url}/metrics`)).text();
    for (const name of [
      'commands_total',
      'http_seconds',
      'sockets',
      'subscriptions',
      'mailbox_rows',
    ])
      expect(metrics).toContain(`tocsin_${name}`);
  });

  it('[O3] knows of the projections what is in the database, whichever process runs them', async () => {
    const checkpoints = async () =>
      (
        await stack.pool.query<{ name: string; position: string }>(
          'select name, position from checkpoint union all select name, position from policy_checkpoint order by name',
        )
      ).rows;
    let figures = '';
    const figureOf = (name: string) =>
      Number(
        figures
          .split('\n')
          .find((line) => line.startsWith(`tocsin_${name} `))
          ?.split(' ')[1],
      );
    // The process managers may still be on their way when the first test asks.
    const told = async () => {
      figures = await (await fetch(`${stack.gateway.url}/metrics`)).text();
      const names = (await checkpoints()).map(({ name, position }) => [name, Number(position)]);
      const asFigured = names.map(([name]) => [
        name,
        figureOf(`checkpoint_position{consumer="${name}"}`),
      ]);
      return { names, asFigured, lag: figureOf('projection_lag_events') };
    };
    await expect
      .poll(
        async () => {
          const { names, asFigured, lag } = await told();
          return lag === 0 && JSON.stringify(names) === JSON.stringify(asFigured);
        },
        { timeout: 10_000 },
      )
      .toBe(true);
    for (const { name } of await checkpoints())
      expect(figureOf(`projection_running{consumer="${name}"}`)).toBe(1);
    expect(figureOf('timers_due')).toBe(0);
    expect(figureOf('timers_waiting')).toBeGreaterThanOrEqual(0);
  });

  it('[O2] gives its figures to nobody who comes through a proxy', async () => {
    const asked = await fetch(`${stack.gateway.url}/metrics`, {
      headers: { 'x-forwarded-for': '203.0.113.7' },
    });
    expect(asked.status).toBe(403);
    expect(await asked.text()).not.toContain('tocsin_commands');
  });

  it('shows GraphiQL in demo mode only, from itself', async () => {
    const html = { headers: { accept: 'text/html' } };
    const page = await (await fetch(`${stack.gateway.url}/graphql`, html)).text();
    expect(page).toContain('Tocsin');
    expect(page).not.toMatch(/(src|href)="https?:/);
    const plain = await stack.startGateway({ demo: false });
    expect((await (await fetch(`${plain.url}/graphql`, html)).text()).length).toBeLessThan(1_000);
    await plain.close();
  });

  it('fails with the system’s code when its port is taken', async () => {
    await expect(stack.startGateway({ port: stack.gateway.port })).rejects.toMatchObject({
      code: 'EADDRINUSE',
    });
  });
});

describe('the console', () => {
  it('is served with its headers; a path that is no file gets the page', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'tocsin-console-'));
    await mkdir(join(folder, 'assets'));
    await writeFile(join(folder, 'index.html'), '<!doctype html><title>Tocsin</title>');
    await writeFile(join(folder, 'assets', 'main-1a2b3c.js'), 'export {};');
    const gateway = await stack.startGateway({ consoleDir: folder });
    try {
      const page = await fetch(`${gateway.url}/audit/4711`);
      expect(await page.text()).toContain('<title>Tocsin');
      expect(page.headers.get('cache-control')).toBe('no-cache');
      expect(page.headers.get('content-security-policy')).toContain("default-src 'self'");
      const script = await fetch(`${gateway.url}/assets/main-1a2b3c.js`);
      expect(script.headers.get('cache-control')).toContain('immutable');
      expect((await fetch(`${gateway.url}/assets/gone.js`)).status).toBe(404);
      expect((await fetch(`${gateway.url}/`, { method: 'POST' })).status).toBe(404);
    } finally {
      await gateway.close();
      await rm(folder, { recursive: true });
    }
  });
});

describe('[A3] signing in', () => {
  const mutation = `mutation($account: String!, $password: String!) {
    answer: signIn(account: $account, password: $password) {
      ... on Session { viewer { name may } } ... on Rejected { code field message } } }`;
  const signIn = (language: 'en' | 'zh-CN', account: string, password: string) =>
    new Person(stack.gateway.url, undefined, language).ask(mutation, { account, password });

  it('offers the demo accounts with their departments', async () => {
    const query = '{ signInOptions { demoAccounts { account role password department { en } } } }';
    const { data } = await new Person(stack.gateway.url).ask(query);
    expect(data?.signInOptions?.demoAccounts).toContainEqual({
      account: 'fire',
      role: 'LIAISON',
      password: 'tocsin-demo',
      department: { en: expect.stringMatching(/fire/i) },
    });
  });

  it('gives an unknown account and a wrong password the same answer, in both languages', async () => {
    for (const [language, says] of [
      ['en', /account or the password is wrong/],
      ['zh-CN', /账号或密码错误/],
    ] as const) {
      const wrong = await signIn(language, 'commander', 'wrong');
      const unknown = await signIn(language, 'nobody', 'wrong');
      expect(wrong.data).toEqual(unknown.data);
      expect(wrong.data?.answer).toMatchObject({ code: 'wrongCredentials', field: 'password' });
      expect(wrong.data?.answer?.message).toMatch(says);
    }
  });

  it('is limited in attempts and says how long to wait', async () => {
    const attempts = await Promise.all(
      Array.from({ length: 11 }, () => signIn('en', 'heat', 'guess')),
    );
    const codes = attempts.map(({ data }) => data?.answer?.code);
    expect(codes.filter((code) => code === 'tooManyAttempts')).toHaveLength(1);
    const { data } = await signIn('en', 'heat', 'tocsin-demo');
    expect(data?.answer?.message).toMatch(/Try again in \d+ seconds/);
  });
});

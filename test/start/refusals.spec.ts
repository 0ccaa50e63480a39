import { mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { processesOf, removeFolder, run, temporaryFolder } from './tocsinProcess.ts';

let folder: string;
let deadPort: number;
beforeAll(async () => {
  folder = temporaryFolder();
  deadPort = await portThatNobodyServes();
});
afterAll(() => {
  expect(processesOf(folder)).toEqual([]);
  removeFolder(folder);
});

/** A port that was free a moment ago. */
async function portThatNobodyServes(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('no address');
  return address.port;
}

function folderThatSays(name: string, content: string): string {
  const dataDir = join(folder, name);
  mkdirSync(dataDir);
  writeFileSync(join(dataDir, 'tocsin.json'), content);
  return dataDir;
}

async function refusal(argv: string[], env: NodeJS.ProcessEnv, dataDir = join(folder, 'data')) {
  const { code, stderr } = await run(argv, { dataDir, env });
  expect(stderr).toMatch(/^[^\n]+\n$/);
  expect(stderr).not.toMatch(/\.[mc]?[jt]s:\d+/);
  expect(processesOf(dataDir)).toEqual([]);
  return { code, sentence: stderr };
}

describe('[S2] one clear sentence and a non-zero exit', () => {
  it.each([
    ['a port that is no number', { PORT: 'http' }, 'PORT must be a whole number'],
    ['a port out of range', { PORT: '65536' }, 'PORT must be a whole number'],
    ['an address of another machine', { HOST: '192.0.2.1' }, 'HOST "192.0.2.1"'],
    ['an event store URL that is none', { EVENTSTORE_URL: 'http://x' }, 'EVENTSTORE_URL must look'],
    ['a database URL that is none', { DATABASE_URL: 'mysql://x/y' }, 'DATABASE_URL must look like'],
    ['a short session key', { TOCSIN_SESSION_KEY: 'short' }, 'at least 32 characters'],
  ])('for %s', async (_, env, sentence) => {
    expect(await refusal(['start'], env)).toMatchObject({
      code: 1,
      sentence: expect.stringContaining(sentence),
    });
  });

  it('for an event store that does not answer, naming it', async () => {
    const url = `esdb://127.0.0.1:${deadPort}?tls=false`;
    const { code, sentence } = await refusal(['start'], { EVENTSTORE_URL: url });
    expect(code).toBe(1);
    expect(sentence).toContain(`The event store at ${url} doesn't answer`);
  });

  it('for a PostgreSQL that does not answer, naming it without its password', async () => {
    const url = `postgresql://tocsin:s3cret@127.0.0.1:${deadPort}/tocsin`;
    const { code, sentence } = await refusal(['start'], { DATABASE_URL: url });
    expect(code).toBe(1);
    expect(sentence).toContain(`127.0.0.1:${deadPort}/tocsin doesn't answer`);
    expect(sentence).not.toContain('s3cret');
  });

  it('for a data folder of a newer version, which is left as it was', async () => {
    const dataDir = folderThatSays('newer', '{"format":99}\n');
    const { code, sentence } = await refusal(['start'], {}, dataDir);
    expect(code).toBe(1);
    expect(sentence).toContain('was written by a newer Tocsin (format 99');
  });

  it('for a damaged data folder', async () => {
    const dataDir = folderThatSays('damaged', 'format 1');
    expect((await refusal(['start'], {}, dataDir)).sentence).toContain('is damaged');
  });

  it('for a data folder that can not be made', async () => {
    writeFileSync(join(folder, 'file'), '');
    const { sentence } = await refusal(['start'], {}, join(folder, 'file', 'data'));
    expect(sentence).toContain("can't be used (ENOTDIR)");
  });

  it('for a part without its servers', async () => {
    expect((await refusal(['gateway'], {})).sentence).toContain('EVENTSTORE_URL');
    expect((await refusal(['projections'], {})).sentence).toContain('EVENTSTORE_URL');
  });

  it('for an unknown option, in the language of the environment', async () => {
    const { code, sentence } = await refusal(['start', '--fast'], { LC_ALL: 'zh_CN.UTF-8' });
    expect(code).toBe(2);
    expect(sentence).toBe('没有选项 --fast。详见 tocsin start --help。\n');
  });

  it('for an unknown command, with the list of commands', async () => {
    const { code, stderr } = await run(['frobnicate'], { dataDir: join(folder, 'data') });
    expect(code).toBe(2);
    expect(stderr).toContain('There is no command "frobnicate".');
    expect(stderr).toContain('eventstore');
  });

  it('and --help for every command', async () => {
    for (const command of [
      'start',
      'gateway',
      'projections',
      'eventstore',
      'rebuild',
      'import',
      'person',
    ]) {
      const { code, stdout, stderr } = await run([command, '--help'], {
        dataDir: join(folder, 'data'),
      });
      expect({ command, code, stderr }).toEqual({ command, code: 0, stderr: '' });
      expect(stdout).toContain(command);
    }
  });
});

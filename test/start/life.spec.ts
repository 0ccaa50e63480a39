import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  processesOf,
  removeFolder,
  run,
  runFileOf,
  TocsinProcess,
  temporaryFolder,
} from './tocsinProcess.ts';

const ready = 'Ctrl-C stops everything.';
const oneSentence = /^[^\n]+\n$/;

let folder: string;
let dataDir: string;
beforeEach(() => {
  folder = temporaryFolder();
  dataDir = join(folder, 'data');
});
afterEach(() => {
  expect(processesOf(dataDir)).toEqual([]);
  removeFolder(folder);
});

/** Starts, runs the body while it serves, and stops it by Ctrl-C however the body ends. */
async function whileRunning(body: (url: string, start: TocsinProcess) => Promise<void>) {
  const start = new TocsinProcess(['start'], { dataDir });
  try {
    await start.says(ready);
    await body(runFileOf(dataDir).gateway, start);
  } finally {
    start.signalGroup('SIGINT');
  }
  const { code, stdout, stderr } = await start.ended;
  expect(stderr).toBe('');
  expect(stdout).toContain('Stopped.');
  expect(code).toBe(0);
  expect(existsSync(join(dataDir, 'run.json'))).toBe(false);
}

describe('tocsin start', () => {
  it('[S1] serves, keeps what it was told across a restart, and leaves nothing', async () => {
    await whileRunning(async (url) => {
      expect((await fetch(url)).status).toBe(200);
      expect(statSync(join(dataDir, 'run.json')).mode & 0o777).toBe(0o600);
      expect(statSync(join(dataDir, 'session.key')).mode & 0o777).toBe(0o600);
      const added = await run(
        ['person', 'add', 'wei', '--name', 'Wei', '--role', 'commander', '--password-stdin'],
        { dataDir, input: 'correct horse battery\n' },
      );
      expect(added).toMatchObject({ code: 0, stderr: '' });
    });
    await whileRunning(async () => {
      const { stdout } = await run(['person', 'list'], { dataDir });
      expect(stdout).toMatch(/^wei +Wei +commander +- +\*$/m);
      expect(stdout).toMatch(/^dispatcher /m);
    });
    const alone = await run(['person', 'list'], { dataDir });
    expect(alone.stdout).toMatch(/^wei /m);
  });

  it('[S2] refuses a second start on its folder and a port in use, and is not disturbed', async () => {
    await whileRunning(async (url) => {
      const second = await run(['start'], { dataDir });
      expect(second).toMatchObject({ code: 1 });
      expect(second.stderr).toMatch(oneSentence);
      expect(second.stderr).toContain(`already runs on the data folder ${dataDir}`);
      const { port } = new URL(url);
      const other = join(folder, 'other');
      const taken = await run(['start'], { dataDir: other, env: { PORT: port } });
      expect(taken).toMatchObject({ code: 1 });
      expect(taken.stderr).toMatch(oneSentence);
      expect(taken.stderr).toContain(`Port ${port} on 127.0.0.1 is in use`);
      expect(processesOf(other)).toEqual([]);
      expect((await fetch(`${url}/healthz`)).status).toBe(200);
    });
  });

  it('[S3] starts again after everything was killed at once', async () => {
    const first = new TocsinProcess(['start'], { dataDir });
    await first.says(ready);
    first.signalGroup('SIGKILL');
    await first.ended;
    expect(existsSync(join(dataDir, 'run.json'))).toBe(true);
    await whileRunning(async (url) => {
      expect((await fetch(`${url}/healthz`)).status).toBe(200);
    });
  });

  it.each(['· ', '✓ Event store', '✓ PostgreSQL', '✓ Projections'])(
    '[S1] stops in good order when told to, twice, at "%s" of its start',
    async (moment) => {
      const start = new TocsinProcess(['start'], { dataDir });
      await start.says(moment === '· ' ? 'is starting' : moment);
      start.signalGroup('SIGINT');
      start.signalGroup('SIGINT');
      expect(await start.ended).toMatchObject({ code: 0, stderr: '' });
    },
  );

  it('stops when told to by SIGTERM to its process alone', async () => {
    const start = new TocsinProcess(['start'], { dataDir });
    await start.says(ready);
    start.signal('SIGTERM');
    expect(await start.ended).toMatchObject({ code: 0, stderr: '' });
  });

  it('starts a gateway, and a PostgreSQL, that died again at the same address', async () => {
    await whileRunning(async (url, start) => {
      for (const [part, name] of [
        ['gatewayChild', 'The gateway'],
        ['postgres -D', 'PostgreSQL'],
      ] as const) {
        const [line = ''] = processesOf(dataDir).filter((one) => one.includes(part));
        process.kill(Number(line.split(' ')[0]), 'SIGKILL');
        await start.says(`${name} runs again.`);
      }
      while (!(await isReady(url))) await sleep(100);
    });
    expect(readdirSync(join(dataDir, 'logs'))).toContain('gateway.log');
  });
});

const isReady = (url: string): Promise<boolean> =>
  fetch(`${url}/readyz`).then(
    ({ status }) => status === 200,
    () => false,
  );

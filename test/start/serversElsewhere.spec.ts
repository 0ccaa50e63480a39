import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { startPostgres } from '@tocsin/local';
import { startEventStore } from '@tocsin/local/eventstore';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { processesOf, removeFolder, run, TocsinProcess, temporaryFolder } from './tocsinProcess.ts';

let folder: string;
beforeAll(() => {
  folder = temporaryFolder();
});
afterAll(() => removeFolder(folder));

it('uses the servers that EVENTSTORE_URL and DATABASE_URL name, and starts none', async () => {
  const eventStore = await startEventStore({ dataDir: join(folder, 'events') });
  const postgres = await startPostgres({
    dataDir: join(folder, 'pg'),
    logDir: join(folder, 'logs'),
  });
  const env = { EVENTSTORE_URL: eventStore.connectionString, DATABASE_URL: postgres.url };
  const dataDir = join(folder, 'data');
  const start = new TocsinProcess(['start', '--no-demo'], { dataDir, env });
  await start.says('Ctrl-C stops everything.');
  expect(processesOf(dataDir).filter((line) => line.includes('postgres -D'))).toEqual([]);
  expect(existsSync(join(dataDir, 'postgres'))).toBe(false);
  const people = await run(['person', 'list'], { dataDir });
  expect(people.stdout).toBe('Nobody is appointed yet.\n');
  const rebuilt = await run(['rebuild'], { dataDir });
  expect(rebuilt).toMatchObject({ code: 0, stderr: '' });
  start.signalGroup('SIGINT');
  const { code, stdout } = await start.ended;
  expect(code).toBe(0);
  expect(stdout).not.toContain('Demo accounts');
  expect(processesOf(dataDir)).toEqual([]);
  await postgres.close();
  await eventStore.close();
});

import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ApiClient } from '../system/apiClient.ts';
import { boardsClient, boardTables, untilProjected } from '../system/boards.ts';
import { madeUpCalls } from '../system/madeUpCalls.ts';
import {
  cleanEnvironment,
  freePort,
  launcher,
  type RunningSystem,
  removeFolder,
  startSystem,
  temporaryFolder,
} from '../system/runningSystem.ts';

const calls = 400;
let folder: string;
let port: number;
let system: RunningSystem | undefined;

beforeAll(async () => {
  folder = await temporaryFolder();
  port = await freePort();
});
afterAll(async () => {
  await system?.kill();
  await removeFolder(folder);
});

function runTool(args: readonly string[]): { child: ChildProcess; output: () => string } {
  const child = spawn(process.execPath, [launcher, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: cleanEnvironment({ TOCSIN_DATA: folder }),
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk: Buffer) => {
      output += chunk.toString();
    });
  return { child, output: () => output };
}

async function finish(args: readonly string[]): Promise<string> {
  const { child, output } = runTool(args);
  const [code] = (await once(child, 'exit')) as [number | null];
  expect(code, output()).toBe(0);
  return output();
}

interface Sent {
  readonly incident: string;
  readonly note: string;
  readonly text: string;
  readonly id: string;
}

/** Adds notes to one incident until the server is gone; gives those that were acknowledged. */
async function writeUntilKilled(client: ApiClient, incident: string): Promise<readonly Sent[]> {
  const acknowledged: Sent[] = [];
  for (let count = 0; ; count += 1) {
    const sent = { incident, note: randomUUID(), text: `note ${count}`, id: randomUUID() };
    const answered = await client
      .addNote(incident, sent.text, sent.id, sent.note)
      .catch(() => undefined);
    if (answered === undefined) return acknowledged;
    expect(answered.__typename).toBe('Accepted');
    acknowledged.push(sent);
  }
}

test('[L1] [S3] [I1] [P1] [X32] SIGKILL of everything in the middle of an import loses nothing', {
  timeout: 400_000,
}, async () => {
  const file = join(folder, 'calls.csv');
  await writeFile(file, madeUpCalls(calls));
  system = await startSystem(folder, port);
  const client = await new ApiClient(system.url).signIn('dispatcher');
  const incident = randomUUID();
  expect((await client.reportIncident(incident, 'gas smell')).__typename).toBe('Accepted');

  const importing = runTool(['import', 'sf-fire', file, '--in-flight', '16']);
  const writing = writeUntilKilled(client, incident);
  await sleep(2_500);
  expect(importing.child.exitCode, importing.output()).toBeNull();
  const gone = once(importing.child, 'exit');
  importing.child.kill('SIGKILL');
  await Promise.all([system.kill(), gone]);
  const acknowledged = await writing;
  expect(acknowledged.length).toBeGreaterThan(0);

  system = await startSystem(folder, port);
  const again = await new ApiClient(system.url).signIn('dispatcher');
  for (const { note, text, id } of acknowledged) {
    const answered = await again.addNote(incident, text, id, note);
    expect(answered, `${text} was acknowledged`).toMatchObject({
      __typename: 'Accepted',
      repeated: true,
    });
  }

  await finish(['import', 'sf-fire', file]);
  expect(await finish(['import', 'sf-fire', file])).toMatch(/events added\D+0\b/i);

  const database = boardsClient(system.database);
  await database.connect();
  try {
    await untilProjected(system);
    const live = await boardTables(database);
    expect(live.incidents).toHaveLength(calls + 1);
    await finish(['rebuild']);
    await untilProjected(system);
    expect(await boardTables(database)).toEqual(live);
  } finally {
    await database.end();
  }
  expect(await system.stop()).toBe(0);
});

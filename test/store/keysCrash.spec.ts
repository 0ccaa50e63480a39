import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { IncidentEvent, Stored } from '@tocsin/domain';
import { openStore, type Store } from '@tocsin/domain/store';
import { openKeys } from '@tocsin/local';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { buildNode } from '../contract/nodeProcess.ts';
import { foundCity, startNode, type TestNode } from './node.testkit.ts';

const folder = mkdtempSync(join(tmpdir(), 'tocsin-keys-'));
let node: TestNode;
let store: Store;
let city: string;

beforeAll(async () => {
  buildNode();
  node = await startNode();
  store = await openStore(node.url, { keys: await openKeys(folder) });
  city = await foundCity(store);
});
afterAll(async () => {
  await store.close();
  await node.close();
  rmSync(folder, { recursive: true, force: true });
});

const reporting = new URL('./reportForEver.mjs', import.meta.url).pathname;

/** Reports incidents until it is killed; says the id of each that was acknowledged. */
const report = (): ChildProcess =>
  spawn(process.execPath, [reporting, node.url, folder, city], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });

it('[X21] every person of the log can be read after a process was killed at any moment', async () => {
  const acknowledged: string[] = [];
  for (const least of [1, 7, 15]) {
    const child = report();
    if (!child.stdout) throw new Error('no output');
    let told = 0;
    for await (const line of createInterface({ input: child.stdout })) {
      acknowledged.push(line);
      told += 1;
      if (told === least) child.kill('SIGKILL');
    }
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  }
  const stop = new AbortController();
  let persons = 0;
  for await (const { events, caughtUp } of store.follow({ signal: stop.signal })) {
    for (const event of events) {
      if (event.type !== 'IncidentReported') continue;
      const { data } = event as Stored<Extract<IncidentEvent, { type: 'IncidentReported' }>>;
      expect(store.caller(data.reporter)).toMatchObject({
        state: 'kept',
        person: { name: `Caller of ${data.incident}` },
      });
      persons += 1;
    }
    if (caughtUp) stop.abort();
  }
  expect(persons).toBeGreaterThanOrEqual(acknowledged.length);
  expect(acknowledged.length).toBeGreaterThanOrEqual(23);
});

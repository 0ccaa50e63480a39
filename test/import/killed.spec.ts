import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { madeUpCalls } from '../system/madeUpCalls.ts';
import { cleanEnvironment, launcher } from '../system/runningSystem.ts';
import { importPath, type Log, openLog, streamsOf } from './importing.ts';

let log: Log;
let whole: Log;
let children: ChildProcess[];
beforeEach(async () => {
  children = [];
  [log, whole] = await Promise.all([openLog(), openLog()]);
});
afterEach(async () => {
  for (const child of children) child.kill('SIGKILL');
  await Promise.all([log.close(), whole.close()]);
});

function startImport(path: string) {
  const env = { EVENTSTORE_URL: log.url, TOCSIN_DATA: join(log.folder, 'data') };
  const child = spawn(process.execPath, [launcher, 'import', 'sf-fire', path], {
    env: cleanEnvironment(env),
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  children.push(child);
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => {
    output += chunk.toString();
  });
  return { child, exited: once(child, 'exit'), output: () => output };
}

async function untilEvents(wanted: number): Promise<void> {
  const stop = new AbortController();
  let seen = 0;
  for await (const { events } of log.store.follow({ signal: stop.signal })) {
    seen += events.length;
    if (seen >= wanted) break;
  }
  stop.abort();
}

const eventsIn = (streams: ReadonlyMap<string, readonly unknown[]>): number =>
  [...streams.values()].reduce((sum, events) => sum + events.length, 0);

it('[I1] an import killed in the middle is carried on to the same record as one that was not', {
  timeout: 300_000,
}, async () => {
  const path = join(log.folder, 'calls.csv');
  await writeFile(path, madeUpCalls(80));
  const first = startImport(path);
  await untilEvents(300);
  first.child.kill('SIGKILL');
  expect(await first.exited).toEqual([null, 'SIGKILL']);
  const begun = eventsIn(await streamsOf(log));

  await importPath(whole, path);
  const wanted = await streamsOf(whole);
  expect(begun).toBeLessThan(eventsIn(wanted));

  const second = startImport(path);
  expect(await second.exited).toEqual([0, null]);
  expect(await streamsOf(log)).toEqual(wanted);

  const third = startImport(path);
  expect(await third.exited).toEqual([0, null]);
  expect(third.output()).toMatch(/events added +0\n/);
});

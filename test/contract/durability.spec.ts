import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EventStoreDBClient, START } from '@eventstore/db-client';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { buildNode, end, endAll, type NodeProcess, runNode, spawnNode } from './nodeProcess.ts';
import { collect, numbered } from './server.ts';

let dataDir: string;

beforeAll(async () => {
  buildNode();
  dataDir = await mkdtemp(join(tmpdir(), 'tocsin-durable-'));
});

afterAll(async () => {
  await endAll();
  await rm(dataDir, { recursive: true });
});

const WRITERS = 16;
type Acknowledged = { readonly stream: string; readonly revision: bigint; readonly n: number };

/** Appends one event after the other to each of several streams until the node is killed. */
async function writeUntilKilled(node: NodeProcess, round: number, kill: number) {
  const client = EventStoreDBClient.connectionString(node.connectionString);
  const acknowledged: Acknowledged[] = [];
  let enough = (): void => undefined;
  const killed = new Promise<void>((resolve) => {
    enough = () => resolve(end(node.process, 'SIGKILL'));
  });
  const writers = Array.from({ length: WRITERS }, async (_, writer) => {
    const stream = `round-${round}-${writer}`;
    for (let n = 0; ; n++) {
      const written = await client
        .appendToStream(stream, numbered(2, n * 2), { deadline: 5_000 })
        .catch(() => undefined);
      if (written === undefined) return;
      acknowledged.push({ stream, revision: written.nextExpectedRevision, n: n * 2 + 1 });
      if (acknowledged.length === kill) enough();
    }
  });
  await killed;
  await Promise.all(writers);
  await client.dispose();
  return acknowledged;
}

it('[L1] has every acknowledged event after it was killed in the middle of appends', async () => {
  const acknowledged: Acknowledged[] = [];
  for (const [round, kill] of [200, 37, 700].entries()) {
    const node = await spawnNode(dataDir);
    acknowledged.push(...(await writeUntilKilled(node, round, kill)));
  }
  const node = await spawnNode(dataDir);
  const client = EventStoreDBClient.connectionString(node.connectionString);
  const stored = new Map<string, unknown>();
  const all = await collect(client.readAll({ fromPosition: START }));
  for (const { event } of all) stored.set(`${event?.streamId}@${event?.revision}`, event?.data);
  for (let writer = 0; writer < WRITERS; writer++) {
    const events = await collect(client.readStream(`round-0-${writer}`));
    expect(events.map(({ event }) => event?.revision)).toEqual(events.map((_, i) => BigInt(i)));
  }
  await client.dispose();
  await end(node.process, 'SIGKILL');

  expect(acknowledged.length).toBeGreaterThanOrEqual(937);
  for (const { stream, revision, n } of acknowledged) {
    expect(stored.get(`${stream}@${revision}`)).toEqual({ n });
  }
});

it('[S2] says in one sentence why it does not start, and exits with 1', async () => {
  const node = await spawnNode(dataDir);
  const port = new URL(node.connectionString).port;
  const other = await mkdtemp(join(tmpdir(), 'tocsin-other-'));
  const inUse = await failure(['--data', dataDir, '--port', '0']);
  const taken = await failure(['--data', other, '--port', port]);
  await end(node.process, 'SIGTERM');
  await rm(other, { recursive: true });

  expect(inUse).toEqual({
    code: 1,
    errors: `The data folder is in use by process ${node.process.pid}; stop that process or choose another folder.\n`,
  });
  expect(taken).toEqual({
    code: 1,
    errors: `Port ${port} on 127.0.0.1 is in use; stop the program that uses it or choose another port.\n`,
  });
  expect(node.process.exitCode).toBe(0);
});

async function failure(argv: string[]): Promise<{ code: number | null; errors: string }> {
  const child = runNode(argv);
  child.stdout.resume();
  const chunks: Buffer[] = [];
  child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk));
  await new Promise((resolve) => child.once('close', resolve));
  return { code: child.exitCode, errors: Buffer.concat(chunks).toString() };
}

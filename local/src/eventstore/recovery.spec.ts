import {
  appendFileSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { decideAppend, decideTombstone } from './appendRules.ts';
import { Batch } from './batch.ts';
import { EventLog } from './eventLog.ts';
import type { Draft } from './record.ts';
import { MOST_COMMIT_BYTES } from './recovery.ts';

let dataDir: string;
let logPath: string;

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'tocsin-recovery-'));
  logPath = join(dataDir, 'log.bin');
});

afterEach(() => {
  rmSync(dataDir, { recursive: true });
});

const draft = (n: number): Draft => ({
  id: crypto.randomUUID(),
  type: 'Counted',
  contentType: 'application/json',
  metadata: new Uint8Array(),
  data: Buffer.from(JSON.stringify({ n })),
});

async function append(log: EventLog, stream: string, drafts: readonly Draft[]) {
  const batch = new Batch(log, Date.now());
  const outcome = decideAppend(batch, stream, 'any', drafts);
  if (batch.frames.length > 0) await log.commit(batch.frames, batch.change);
  return outcome;
}

/** Everything that can be read, by way of the index and by way of the log. */
function contentOf(log: EventLog, streams: readonly string[]) {
  const ids = (positions: readonly number[]) => positions.map((at) => log.file.at(at).id);
  return {
    all: log.file.forward(16, log.head).map(({ id, position }) => `${position} ${id}`),
    streams: streams.map((name) => {
      const state = log.index.stream(name);
      return {
        state,
        ids:
          state && state.last >= 0 ? ids(log.index.positions(state.no, 0, state.last, 1_000)) : [],
      };
    }),
  };
}

const NAMES = ['a', 'b', 'gone'];

async function fill(): Promise<ReturnType<typeof contentOf>> {
  const log = await EventLog.open(dataDir);
  for (let n = 0; n < 20; n++) await append(log, n % 3 === 0 ? 'a' : 'b', [draft(n), draft(n)]);
  const batch = new Batch(log, Date.now());
  decideTombstone(batch, 'gone', 'any');
  await log.commit(batch.frames, batch.change);
  const content = contentOf(log, NAMES);
  await log.close();
  return content;
}

async function reopened<T>(use: (log: EventLog) => T | Promise<T>): Promise<T> {
  const log = await EventLog.open(dataDir);
  try {
    return await use(log);
  } finally {
    await log.close();
  }
}

it('finds everything again', async () => {
  const before = await fill();
  expect(before.all).toHaveLength(41);
  expect(await reopened((log) => contentOf(log, NAMES))).toEqual(before);
});

it('builds a lost index again from the log', async () => {
  const before = await fill();
  rmSync(join(dataDir, 'index.mdb'));
  rmSync(join(dataDir, 'index.mdb-lock'));
  expect(await reopened((log) => contentOf(log, NAMES))).toEqual(before);
});

it('cuts off a last commit that was torn, and goes on from there', async () => {
  const before = await fill();
  const whole = readFileSync(logPath);
  appendFileSync(logPath, whole.subarray(16, 16 + 100));
  expect(await reopened((log) => contentOf(log, NAMES))).toEqual(before);
  expect(statSync(logPath).size).toBe(whole.length);

  await reopened((log) => append(log, 'a', [draft(99)]));
  const after = await reopened((log) => contentOf(log, NAMES));
  expect(after.all).toHaveLength(42);
  expect(after.all.slice(0, 41)).toEqual(before.all);
});

it('keeps an append whole or not at all, wherever its commit was torn', async () => {
  await fill();
  const frames = await reopened(async (log) => {
    await append(log, 'a', [draft(1), draft(2), draft(3)]);
    return log.file.forward(16, log.head).slice(-3);
  });
  const whole = readFileSync(logPath);
  const [first, second, third] = frames.map(({ position }) => position);
  for (const cut of [second, third, first && first + 20, third && third + 50]) {
    writeFileSync(logPath, whole.subarray(0, cut));
    rmSync(join(dataDir, 'index.mdb'));
    const content = await reopened((log) => contentOf(log, NAMES));
    expect(content.all).toHaveLength(41);
    expect(statSync(logPath).size).toBe(first);
  }
});

it('refuses a log that lost what was acknowledged, and leaves it as it is', async () => {
  await fill();
  const { size } = statSync(logPath);
  truncateSync(logPath, size - 10);
  await expect(EventLog.open(dataDir)).rejects.toMatchObject({ code: 'DATA_FOLDER_DAMAGED' });
  expect(statSync(logPath).size).toBe(size - 10);
});

it('refuses a log with damage that no torn commit explains', async () => {
  await fill();
  const { size } = statSync(logPath);
  truncateSync(logPath, size + MOST_COMMIT_BYTES + 1);
  await expect(EventLog.open(dataDir)).rejects.toMatchObject({ code: 'DATA_FOLDER_DAMAGED' });
});

it('refuses a folder of a newer version and a file that is no log', async () => {
  await fill();
  writeFileSync(logPath, 'tocsin-log 2    ');
  await expect(EventLog.open(dataDir)).rejects.toMatchObject({ code: 'DATA_FOLDER_NEWER' });
  writeFileSync(logPath, 'something else, not a log');
  await expect(EventLog.open(dataDir)).rejects.toMatchObject({ code: 'DATA_FOLDER_UNKNOWN' });
});

it('knows repeated events after a restart, also when the index was lost', async () => {
  const events = [draft(1), draft(2)];
  const first = await reopened((log) => append(log, 'a', events));
  expect(await reopened((log) => append(log, 'a', events))).toEqual(first);
  rmSync(join(dataDir, 'index.mdb'));
  expect(await reopened((log) => append(log, 'a', events))).toEqual(first);
  expect(await reopened((log) => log.index.stream('a')?.last)).toBe(1);
});

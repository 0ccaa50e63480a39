import { randomUUID } from 'node:crypto';
import { copyFileSync, openSync, readFileSync, statSync, truncateSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type ChainLink, OpeningsCheck, type ProofFault } from '@tocsin/domain/proof';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { fileLinks } from '../../local/src/proof/fileLog.ts';
import { threadedLinks } from '../../local/src/proof/logLinks.ts';
import { readFrames } from '../../local/src/proof/logReader.ts';
import { type FileEvent, readLogFile, writeLogFile } from './logFile.testkit.ts';
import { type RealLog, realLog, rehashed } from './realLog.testkit.ts';

/** Threads run what is built: they know nothing of TypeScript. */
const thread = pathToFileURL('local/dist/proof/readerThread.js');

let real: RealLog;
/** A log of several batches: what the real one says, again and again in further streams. */
let path: string;
let starts: readonly number[];

beforeAll(async () => {
  real = await realLog(6);
  await real.stop();
  const own = readLogFile(real.path);
  const events: FileEvent[] = [...own];
  for (let copies = 0; copies < 700; copies += 1) events.push(...copyOf(own));
  path = join(real.folder, 'large.bin');
  writeLogFile(path, events, real.path);
  starts = [...readFrames(path, () => {})].map((frames) => frames.length);
});
afterAll(() => real.remove());

/** The same events as they would stand in streams of other names. */
function copyOf(events: readonly FileEvent[]): FileEvent[] {
  const names = new Map<string, string>();
  const last = new Map<string, string>();
  return events
    .filter(({ stream }) => stream.startsWith('incident-'))
    .map((event) => {
      const stream = names.get(event.stream) ?? `incident-${randomUUID()}`;
      names.set(event.stream, stream);
      const copy = rehashed({ ...event, id: randomUUID(), stream }, last.get(stream) ?? '');
      last.set(stream, String(copy.metadata.hash));
      return copy;
    });
}

interface Read {
  readonly links: readonly ChainLink[];
  readonly faults: readonly string[];
  readonly counts: object;
}

async function read(
  links: (
    report: (fault: ProofFault) => void,
    openings: OpeningsCheck,
  ) => Iterable<ChainLink[]> | AsyncIterable<ChainLink[]>,
): Promise<Read> {
  const faults: ProofFault[] = [];
  const report = (fault: ProofFault) => void faults.push(fault);
  const openings = new OpeningsCheck(report, real.keys);
  const all: ChainLink[] = [];
  for await (const batch of links(report, openings)) all.push(...batch);
  const told = faults.map((fault) => JSON.stringify(fault)).sort();
  return { links: all, faults: told, counts: openings.counts };
}

const byOne = (file: string): Promise<Read> =>
  read((report, openings) => fileLinks(file, report, openings));

const byThreads = (file: string, readers: number): Promise<Read> =>
  read((report, openings) =>
    threadedLinks({ path: file, size: statSync(file).size, readers }, report, openings, thread),
  );

/** A copy with some bytes written over. */
function changed(at: number, ...bytes: number[]): string {
  const copy = join(real.folder, 'changed.bin');
  copyFileSync(path, copy);
  writeSync(openSync(copy, 'r+'), Uint8Array.from(bytes), 0, bytes.length, at);
  return copy;
}

it('[X13] several threads find in a log file what one finds, whichever is whose', async () => {
  expect(starts.length).toBeGreaterThan(4);
  const one = await byOne(path);
  expect(one.faults).toEqual([]);
  expect(one.links.length).toBeGreaterThan(5_000);
  expect(Object.values(one.counts).some((count) => count > 1_000)).toBe(true);
  for (const readers of [1, 2, 3]) expect(await byThreads(path, readers)).toEqual(one);
});

it('[X13] so they do where bytes of it were changed, wherever', async () => {
  const { size } = statSync(path);
  const bytes = readFileSync(path);
  let damaged = 0;
  for (let step = 1; step < 7; step += 1) {
    const at = Math.floor((size * step) / 7);
    const file = changed(at, (bytes[at] ?? 0) ^ 1);
    const one = await byOne(file);
    damaged += one.faults.filter((fault) => fault.includes('damaged')).length;
    expect(await byThreads(file, 2)).toEqual(one);
  }
  expect(damaged).toBe(6);
});

it('[X13] so they do where its end is torn, or is not there', async () => {
  const whole = await byOne(path);
  for (const less of [1, 300, 3_000_000]) {
    const file = changed(0);
    truncateSync(file, statSync(path).size - less);
    const one = await byOne(file);
    expect(one.faults).toEqual([]);
    expect(one.links.length).toBeLessThan(whole.links.length);
    expect(await byThreads(file, 2)).toEqual(one);
  }
});

it('[X13] so they do where events were changed with their checksums made to fit', async () => {
  const events = readLogFile(path);
  const file = join(real.folder, 'forged.bin');
  const change = (place: number, to: (event: FileEvent) => Partial<FileEvent>): void => {
    const event = events[place] as FileEvent;
    events[place] = { ...event, ...to(event) };
  };
  const hidden = { text: { salt: 'x', value: 'y' } };
  for (let place = 40; place + 8 < events.length; place += 601) {
    change(place, ({ data }) => ({ data: { ...data, text: 'forged' } }));
    change(place + 1, ({ metadata }) => ({
      metadata: { ...metadata, previousHash: '\u0161'.repeat(64) },
    }));
    change(place + 2, ({ metadata }) => ({ metadata: { ...metadata, hash: ' '.repeat(64) } }));
    change(place + 3, () => ({ metadata: {} }));
    change(place + 4, ({ metadata }) => ({ metadata: { ...metadata, openings: hidden } }));
    change(place + 5, (event) => rehashed(event, ` ${'a'.repeat(63)}`));
    change(place + 6, (event) => rehashed(event, '\u0161'.repeat(64)));
  }
  writeLogFile(file, events, real.path);
  const one = await byOne(file);
  expect(new Set(one.faults.map((fault) => JSON.parse(fault).kind))).toEqual(
    new Set(['malformed', 'openingChanged', 'openingMissing']),
  );
  expect(await byThreads(file, 2)).toEqual(one);
});

it('[X13] a thread that fails is an error, and no shorter log', async () => {
  const none = pathToFileURL(join(real.folder, 'no-such-module.js'));
  const size = statSync(path).size;
  await expect(
    read((report, openings) => threadedLinks({ path, size, readers: 2 }, report, openings, none)),
  ).rejects.toThrow('no-such-module.js');
});

import { execFile } from 'node:child_process';
import { hash } from 'node:crypto';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { type ProofFault, verifyBundle } from '@tocsin/domain/proof';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundleFolder } from '../../local/src/proof/bundleFolder.ts';
import { type RealLog, realLog, sealKey } from './realLog.testkit.ts';

const run = promisify(execFile);
const launcher = fileURLToPath(new URL('../../local/bin/tocsin.mjs', import.meta.url));
const verifier = fileURLToPath(new URL('../../local/dist/verifier/verify.mjs', import.meta.url));

let real: RealLog;
let data: string;
const bundles = { incident: '', period: '' };
type Kind = keyof typeof bundles;
const kinds: readonly Kind[] = ['incident', 'period'];

interface Ended {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a program with nothing but a path to look in. */
async function node(
  args: readonly string[],
  cwd: string,
  env: NodeJS.ProcessEnv = {},
): Promise<Ended> {
  try {
    const { stdout, stderr } = await run(process.execPath, [...args], {
      cwd,
      env: { PATH: process.env.PATH, LC_ALL: 'C', ...env },
    });
    return { code: 0, stdout, stderr };
  } catch (error) {
    const { code, stdout, stderr } = error as unknown as Ended;
    return { code, stdout, stderr };
  }
}

const tocsin = (...args: readonly string[]): Promise<Ended> =>
  node([launcher, ...args], tmpdir(), { TOCSIN_DATA: data });

beforeAll(async () => {
  real = await realLog(6);
  await real.stop();
  data = real.folder;
  const key = sealKey.export({ type: 'pkcs8', format: 'pem' });
  writeFileSync(join(data, 'seal.key'), key, { mode: 0o600 });
  for (const kind of kinds) bundles[kind] = join(data, `bundle-${kind}`);
  const exported = await tocsin(
    'export',
    '--incident',
    real.incidents[1] ?? '',
    '--out',
    bundles.incident,
  );
  expect(exported).toMatchObject({ code: 0, stderr: '' });
  const period = await tocsin('export', '--from', '2020-01-01', '--out', bundles.period);
  expect(period).toMatchObject({ code: 0, stderr: '' });
});
afterAll(() => real.remove());

async function faultsIn(folder: string): Promise<readonly ProofFault[] | undefined> {
  const faults: ProofFault[] = [];
  const verified = await verifyBundle(bundleFolder(folder), {}, (fault) => faults.push(fault));
  return verified && faults;
}

/** What is found in a copy of a bundle with files changed; its manifest made to fit and unsigned. */
async function tampered(
  kind: Kind,
  changes: Readonly<Record<string, (text: string) => string>>,
  fit: 'as it was' | 'made to fit' = 'made to fit',
): Promise<readonly ProofFault[]> {
  const folder = mkdtempSync(join(tmpdir(), 'tocsin-bundle-'));
  try {
    cpSync(bundles[kind], folder, { recursive: true });
    for (const [name, change] of Object.entries(changes))
      writeFileSync(join(folder, name), change(readFileSync(join(folder, name), 'utf8')));
    if (fit === 'made to fit') {
      const path = join(folder, 'manifest.json');
      const manifest = JSON.parse(readFileSync(path, 'utf8'));
      for (const file of manifest.files)
        file.sha256 = hash('sha256', readFileSync(join(folder, file.name)), 'hex');
      manifest.events = linesOf(readFileSync(join(folder, 'events.jsonl'), 'utf8')).length;
      writeFileSync(path, JSON.stringify(manifest));
      rmSync(join(folder, 'manifest.signature.json'));
    }
    return (await faultsIn(folder)) ?? [];
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const linesOf = (text: string): string[] => text.split('\n').filter((line) => line !== '');
const edited = (change: (lines: string[]) => string[]) => (text: string) =>
  change(linesOf(text))
    .map((line) => `${line}\n`)
    .join('');
const events = (kind: Kind): string[] =>
  linesOf(readFileSync(join(bundles[kind], 'events.jsonl'), 'utf8'));
const streamOf = (line: string): string => JSON.parse(line).stream;
const streams = (faults: readonly ProofFault[]): string[] =>
  faults.flatMap((fault) => ('stream' in fault ? [fault.stream] : []));

describe('[X10] an export', () => {
  it.each(kinds)('verifies as it was made: %s', async (kind) => {
    expect(await faultsIn(bundles[kind])).toEqual([]);
    const checked = await tocsin('verify', bundles[kind], '--json');
    expect(JSON.parse(checked.stdout)).toMatchObject({ verified: true, signed: true, faults: [] });
  });

  it('holds the events as they were hashed, the report in both languages and the timeline', () => {
    const lines = events('incident');
    for (const [index, line] of lines.slice(1).entries())
      expect(JSON.parse(line).metadata.previousHash).toBe(
        hash('sha256', lines[index] ?? '', 'hex'),
      );
    expect(readdirSync(bundles.incident).sort()).toEqual([
      'README.txt',
      'attachments.jsonl',
      'events.jsonl',
      'ics-209.en.html',
      'ics-209.zh.html',
      'manifest.json',
      'manifest.signature.json',
      'openings.jsonl',
      'proofs.jsonl',
      'report.en.html',
      'report.zh.html',
      'seals.jsonl',
      'timeline.csv',
      'verify.mjs',
    ]);
    const timeline = linesOf(readFileSync(join(bundles.incident, 'timeline.csv'), 'utf8'));
    expect(timeline).toHaveLength(lines.length + 1);
    expect(readFileSync(join(bundles.incident, 'report.zh.html'), 'utf8')).toContain(
      '事后评估报告',
    );
  });

  it('of an incident names no other stream', () => {
    const others = events('period')
      .map(streamOf)
      .filter((name) => name !== `incident-${real.incidents[1]}`);
    for (const name of readdirSync(bundles.incident)) {
      const text = readFileSync(join(bundles.incident, name), 'utf8');
      for (const other of new Set(others))
        if (other.startsWith('incident-')) expect(text).not.toContain(other);
    }
  });
});

describe('[X11] in an export what was tampered with is found and named, in every position', () => {
  it.each(kinds)('changed, with the manifest made to fit: %s', async (kind) => {
    for (const [index, line] of events(kind).entries()) {
      const next = line.replace(/"recordedAt":"2/, '"recordedAt":"1');
      expect(next).not.toBe(line);
      const faults = await tampered(kind, {
        'events.jsonl': edited((all) => all.with(index, next)),
      });
      expect(streams(faults)).toContain(streamOf(line));
    }
  });

  it.each(kinds)('removed: %s', async (kind) => {
    for (const [index, line] of events(kind).entries()) {
      const faults = await tampered(kind, {
        'events.jsonl': edited((all) => all.toSpliced(index, 1)),
      });
      expect(streams(faults)).toContain(streamOf(line));
    }
  });

  it.each(kinds)('inserted or a second time: %s', async (kind) => {
    for (const [index, line] of events(kind).entries()) {
      const faults = await tampered(kind, {
        'events.jsonl': edited((all) => all.toSpliced(index, 0, line)),
      });
      expect(streams(faults)).toContain(streamOf(line));
      const stream = 'incident-00000000-0000-4000-8000-000000000000';
      const other = JSON.stringify({
        ...JSON.parse(line),
        revision: '0',
        stream,
        metadata: { ...JSON.parse(line).metadata, previousHash: '' },
      });
      const added = await tampered(kind, {
        'events.jsonl': edited((all) => all.toSpliced(index, 0, other)),
      });
      expect(streams(added)).toContain(stream);
    }
  });

  it.each(kinds)('put before the one before it: %s', async (kind) => {
    const all = events(kind);
    for (const [index, line] of all.entries()) {
      const before = all[index - 1];
      if (before === undefined) continue;
      const faults = await tampered(kind, {
        'events.jsonl': edited((lines) => lines.with(index, before).with(index - 1, line)),
      });
      if (streamOf(before) === streamOf(line)) expect(streams(faults)).toContain(streamOf(line));
      else expect(faults).toContainEqual(expect.objectContaining({ kind: 'eventsUnlikeSeal' }));
    }
  });

  it.each(kinds)('cut off, the proofs and seals for it left out as well: %s', async (kind) => {
    for (const index of events(kind).keys()) {
      const faults = await tampered(kind, { 'events.jsonl': edited((all) => all.slice(0, index)) });
      expect(faults.map((fault) => fault.kind)).toContain('cut');
    }
  });

  it.each(kinds)('seals and proofs: %s', async (kind) => {
    const seals = linesOf(readFileSync(join(bundles[kind], 'seals.jsonl'), 'utf8'));
    for (const [index, line] of seals.entries()) {
      const seal = JSON.parse(line);
      const changed = JSON.stringify({ ...seal, body: { ...seal.body, time: '2020-01-01' } });
      const faults = await tampered(kind, {
        'seals.jsonl': edited((all) => all.with(index, changed)),
      });
      expect(faults).toContainEqual({ kind: 'sealSignature', seal: seal.body.number });
      const fewer = await tampered(kind, {
        'seals.jsonl': edited((all) => all.toSpliced(index, 1)),
      });
      // An incident's bundle can do without the first seal, which only introduces the key.
      if (kind === 'period' || seal.body.number > 0) expect(fewer).not.toEqual([]);
    }
    if (kind === 'period') return;
    const proofs = linesOf(readFileSync(join(bundles[kind], 'proofs.jsonl'), 'utf8'));
    for (const index of proofs.keys()) {
      const faults = await tampered(kind, {
        'proofs.jsonl': edited((all) => all.toSpliced(index, 1)),
      });
      expect(faults.map((fault) => fault.kind)).toContain('unproven');
    }
  });

  it.each(kinds)('each file, and the manifest itself: %s', async (kind) => {
    for (const name of readdirSync(bundles[kind])) {
      const faults = await tampered(kind, { [name]: (text) => `${text} ` }, 'as it was');
      if (name === 'manifest.json') expect(faults).toEqual([{ kind: 'manifestSignature' }]);
      else if (name !== 'manifest.signature.json')
        expect(faults).toContainEqual({ kind: 'fileChanged', file: name });
    }
  });
});

describe('[X12] the verifier', () => {
  it.each(kinds)('checks a bundle in a folder with nothing else, as one file: %s', async (kind) => {
    const folder = mkdtempSync(join(tmpdir(), 'tocsin-alone-'));
    try {
      cpSync(bundles[kind], join(folder, 'bundle'), { recursive: true });
      cpSync(verifier, join(folder, 'tool.mjs'));
      const checked = await node(['tool.mjs', 'bundle'], folder);
      expect(checked).toMatchObject({ code: 0, stderr: '' });
      expect(checked.stdout).toContain('It verifies');
      expect(await node(['bundle/verify.mjs'], folder)).toMatchObject({ code: 0 });
      const chinese = await node(['tool.mjs', 'bundle'], folder, { LC_ALL: 'zh_CN.UTF-8' });
      expect(chinese.stdout).toContain('验证通过');
      const path = join(folder, 'bundle', 'openings.jsonl');
      writeFileSync(path, readFileSync(path, 'utf8').replace('entry 4', 'entry 5'));
      const found = await node(['tool.mjs', 'bundle'], folder);
      expect(found.code).toBe(1);
      expect(found.stdout).toContain(`incident-${real.incidents[1]}, revision`);
      expect((await node(['tool.mjs', 'nothing'], folder)).code).toBe(2);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('checks the data folder, says what it found, and tells faults from what it could not look at', async () => {
    const good = await tocsin('verify');
    expect(good).toMatchObject({ code: 0 });
    expect(good.stdout).toContain('It verifies');
    const other = join(data, 'other', 'eventstore');
    mkdirSync(other, { recursive: true });
    const bytes = readFileSync(real.path);
    writeFileSync(join(other, 'log.bin'), bytes.subarray(0, bytes.length - 300));
    cpSync(join(data, 'seal.key.last'), join(data, 'other', 'seal.key.last'));
    const cut = await tocsin('verify', '--data', join(data, 'other'), '--json');
    expect(cut.code).toBe(1);
    expect(JSON.parse(cut.stdout)).toMatchObject({ verified: false });
    expect((await tocsin('verify', '--data', join(data, 'nowhere'))).code).toBe(2);
    expect((await tocsin('verify', '--known', 'x')).code).toBe(2);
    expect((await tocsin('verify', '--nothing')).code).toBe(2);
    const strange = await tocsin('verify', '--key', '0'.repeat(64));
    expect(strange.code).toBe(1);
    expect(strange.stdout).toContain('Seal 0');
  });
});

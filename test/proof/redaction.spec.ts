import { execFile } from 'node:child_process';
import { hash } from 'node:crypto';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { isSeal, type OpeningLine, type ProofFault, verifyBundle } from '@tocsin/domain/proof';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { keyStorePath } from '../../local/src/keys/openKeys.ts';
import { bundleFolder } from '../../local/src/proof/bundleFolder.ts';
import { BundleWriter } from '../../local/src/proof/bundleWriter.ts';
import { Disclosure, type RedactKind } from '../../local/src/proof/disclosure.ts';
import { EventFiles } from '../../local/src/proof/eventFiles.ts';
import { exportStream } from '../../local/src/proof/exportIncident.ts';
import { Sealer } from '../../local/src/proof/sealer.ts';
import { type RealLog, realLog, sealKey } from './realLog.testkit.ts';

const run = promisify(execFile);
const launcher = fileURLToPath(new URL('../../local/bin/tocsin.mjs', import.meta.url));

let real: RealLog;
let stream: string;
beforeAll(async () => {
  real = await realLog(6);
  stream = `incident-${real.incidents[1]}`;
});
afterAll(async () => {
  await real.stop();
  await real.remove();
});

const tocsin = (...args: readonly string[]) => {
  const env = { PATH: process.env.PATH, LC_ALL: 'C', TOCSIN_DATA: real.folder };
  return run(process.execPath, [launcher, ...args], { env });
};

const linesOf = (folder: string, name: string): string[] =>
  readFileSync(join(folder, name), 'utf8')
    .split('\n')
    .filter((line) => line !== '');
const openingsOf = (folder: string): OpeningLine[] =>
  linesOf(folder, 'openings.jsonl').map((line) => JSON.parse(line));

/** The incident as an export has it that leaves these out. */
async function bundle(...kinds: readonly RedactKind[]): Promise<string> {
  const folder = mkdtempSync(join(real.folder, 'bundle-'));
  const writer = new BundleWriter(folder);
  const disclosure = new Disclosure(kinds, real.keys);
  const newest = await new Sealer({ log: real.log, keys: [sealKey] }).headsUnderNewest();
  if (!newest || !isSeal(newest.seal)) throw new Error('not sealed');
  const files = new EventFiles(writer, disclosure);
  const exported = await exportStream(real.log, newest, stream, writer, files);
  if (!exported) throw new Error('no such incident');
  const { redaction: redacted } = disclosure;
  writer.finish({ ...exported, made: '', ...(redacted && { redacted }) }, sealKey);
  return folder;
}

async function verified(folder: string) {
  const faults: ProofFault[] = [];
  const found = await verifyBundle(bundleFolder(folder), {}, (fault) => faults.push(fault));
  return { faults, openings: found?.openings, manifest: found?.manifest };
}

/** What is found in a bundle whose openings were changed, its manifest made to fit. */
async function tampered(folder: string, change: (lines: OpeningLine[]) => OpeningLine[]) {
  const copy = mkdtempSync(join(tmpdir(), 'tocsin-redacted-'));
  try {
    cpSync(folder, copy, { recursive: true });
    const text = change(openingsOf(copy)).map((line) => `${JSON.stringify(line)}\n`);
    writeFileSync(join(copy, 'openings.jsonl'), text.join(''));
    const manifest = JSON.parse(readFileSync(join(copy, 'manifest.json'), 'utf8'));
    for (const file of manifest.files)
      file.sha256 = hash('sha256', readFileSync(join(copy, file.name)), 'hex');
    writeFileSync(join(copy, 'manifest.json'), JSON.stringify(manifest));
    rmSync(join(copy, 'manifest.signature.json'));
    return (await verified(copy)).faults;
  } finally {
    rmSync(copy, { recursive: true });
  }
}

describe('[X24] an export that leaves something out', () => {
  const caller = 'Li Wei';
  const text = 'Smell of gas';

  it('shows the rest, and the same hashes verify, whatever it leaves out', async () => {
    const cases: readonly (readonly [RedactKind[], string[], string[]])[] = [
      [[], [caller, text], []],
      [['personal'], [text], [caller]],
      [['text'], [caller], [text, 'entry 1', 'River Road']],
      [['personal', 'text'], [], [caller, text, 'entry 1', 'River Road']],
    ];
    let hashed: string[] | undefined;
    for (const [kinds, there, notThere] of cases) {
      const folder = await bundle(...kinds);
      const { faults, openings, manifest } = await verified(folder);
      expect(faults).toEqual([]);
      const withheld = openingsOf(folder).flatMap((line) => Object.values(line.withheld ?? {}));
      expect(openings?.redacted).toBe(withheld.length);
      expect(manifest?.redacted?.fields.redacted ?? 0).toBe(withheld.length);
      expect(withheld.length > 0).toBe(kinds.length > 0);
      const all = ['events.jsonl', 'openings.jsonl', 'timeline.csv', 'manifest.json']
        .map((name) => readFileSync(join(folder, name), 'utf8'))
        .join('');
      for (const one of there) expect(all).toContain(one);
      for (const one of notThere) expect(all).not.toContain(one);
      hashed ??= linesOf(folder, 'events.jsonl');
      expect(linesOf(folder, 'events.jsonl')).toEqual(hashed);
    }
  });

  it('[X25] names every opening in it that was changed, moved, or taken away unsaid', async () => {
    const folder = await bundle();
    for (const [index, line] of openingsOf(folder).entries())
      for (const [field, opening] of Object.entries(line.openings)) {
        const at = { stream, revision: line.revision, field };
        const put = (openings: OpeningLine['openings']) =>
          tampered(folder, (lines) => lines.with(index, { ...line, openings }));
        const changed = { ...opening, value: 'Nothing of the kind' };
        expect(await put({ ...line.openings, [field]: changed })).toEqual([
          { kind: 'openingChanged', ...at },
        ]);
        const { [field]: _, ...less } = line.openings;
        expect(await put(less)).toEqual([{ kind: 'openingMissing', ...at }]);
      }
    const swapped = await tampered(folder, ([first, second, ...rest]) => {
      if (!first || !second) throw new Error('too few');
      return [
        { ...first, openings: second.openings },
        { ...second, openings: first.openings },
        ...rest,
      ];
    });
    expect(swapped.length).toBeGreaterThan(0);
    expect(await tampered(folder, (lines) => lines.toReversed())).toEqual([]);
  });

  it('takes what another leaves out as well: leaving out more changes no verdict', async () => {
    const folder = await bundle();
    for (const [index, line] of openingsOf(folder).entries()) {
      const withheld = Object.fromEntries(
        Object.keys(line.openings).map((field) => [field, 'redacted' as const]),
      );
      const less = { ...line, openings: {}, withheld };
      const faults = await tampered(folder, (lines) => lines.with(index, less));
      // Who signed the manifest did not leave it out; that is told by the missing signature.
      expect(faults.filter(({ kind }) => kind.startsWith('opening'))).toEqual([]);
    }
  });
});

describe('[X22] a person who was erased', () => {
  it('is in no export any more, and everything else is', async () => {
    const incident = real.incidents[1] ?? '';
    const actor = { kind: 'person', id: 'admin', name: 'A' } as const;
    const send = async (id: string, command: Parameters<typeof real.store.incident>[1]) =>
      (await real.store.incident(incident, command, { commandId: id, actor })).kind;
    const cancel = { type: 'CancelIncident', data: { reason: 'false', note: 'x' } } as const;
    expect(await send('cancel', cancel)).toBe('accepted');
    const reason = 'Asked for';
    expect(await send('erase', { type: 'ErasePersonalData', data: { reason } })).toBe('accepted');
    await new Sealer({ log: real.log, keys: [sealKey], openedWith: real.keys }).sealAll();
    const state = (await real.store.readIncident(incident))?.state;
    expect(state && real.store.caller(state.reporter)).toEqual({ state: 'erased' });
    const folder = await bundle();
    const { faults, manifest } = await verified(folder);
    expect(faults).toEqual([]);
    expect(manifest?.redacted).toEqual({
      kinds: [],
      fields: { redacted: 0, erased: 1, keyMissing: 0 },
    });
    expect(readFileSync(join(folder, 'timeline.csv'), 'utf8')).toContain('erased');
    const whole = ['openings.jsonl', 'events.jsonl', 'timeline.csv']
      .map((name) => readFileSync(join(folder, name), 'utf8'))
      .join('');
    expect(whole).not.toContain('Li Wei');
    expect(whole).toContain('Smell of gas');
  });
});

it('[X22] what a restored key store has again is erased again by one command, and nothing else', async () => {
  await real.stop();
  const path = keyStorePath(real.folder);
  const [erased = '', kept = ''] = [real.incidents[1], real.incidents[0]];
  const now = readFileSync(path, 'latin1');
  const copy = now.replace(`${erased} ${'#'.repeat(43)}`, `${erased} ${'A'.repeat(43)}`);
  expect(copy).not.toBe(now);
  writeFileSync(path, copy);
  expect(real.keys.find(erased)).toBeInstanceOf(Uint8Array);
  expect((await tocsin('erase', '--again')).stdout).toBe(
    'Erased again: 1 key that was back in the key store was destroyed.\n',
  );
  expect(real.keys.find(erased)).toBe('erased');
  expect(real.keys.find(kept)).toBeInstanceOf(Uint8Array);
  expect(readFileSync(path, 'latin1')).toBe(now);
  expect((await tocsin('erase', '--again')).stdout).toBe(
    'No erased key is back in the key store.\n',
  );
  for (const [wrong, said] of [
    [['--again', '--incident', kept], '--again goes with no incident, reason or name'],
    [['--reason', 'asked for'], '--incident is missing'],
    [['--incident', kept], '--reason is missing'],
  ] as const)
    await expect(tocsin('erase', ...wrong)).rejects.toMatchObject({
      code: 2,
      stderr: expect.stringContaining(said),
    });
});

it('[X24] the command line leaves out what it is told, and says so', async () => {
  await real.stop();
  const out = join(real.folder, 'redacted');
  const key = sealKey.export({ type: 'pkcs8', format: 'pem' });
  writeFileSync(join(real.folder, 'seal.key'), key, { mode: 0o600 });
  const incident = real.incidents[0] ?? '';
  const { stdout } = await tocsin('export', '--incident', incident, '--redact', '--out', out);
  expect(stdout).toContain('Left out:');
  const checked = await tocsin('verify', out);
  expect(checked.stdout).toContain('It verifies');
  expect(checked.stdout).toContain('Left out of this export');
  for (const language of ['en', 'zh']) {
    const path = join(out, `report.${language}.html`);
    expect(existsSync(path)).toBe(true);
    expect(readFileSync(path, 'utf8')).toContain('█████');
    expect(readFileSync(path, 'utf8')).not.toContain('Smell of gas');
  }
  expect((await tocsin('verify')).stdout).toContain('Erased persons: 1');
  await expect(tocsin('export', '--incident', incident, '--redact', 'names')).rejects.toMatchObject(
    {
      code: 2,
    },
  );
});

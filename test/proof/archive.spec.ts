import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { type Incident, type Revision, revision } from '@tocsin/domain';
import { openStore, type Store } from '@tocsin/domain/store';
import { startEventStore } from '@tocsin/local/eventstore';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openKeys } from '../../local/src/keys/openKeys.ts';
import { plain } from '../../local/src/proof/replayCommand.ts';
import { accepted, foundCity, metaOf, note, openIncident } from '../store/node.testkit.ts';

const run = promisify(execFile);
const launcher = fileURLToPath(new URL('../../local/bin/tocsin.mjs', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'tocsin-archive-'));
const archive = join(folder, 'archive');
/** Of long ago: cancelled, cancelled and held, open; and cancelled today. */
const incidents = { ended: '', held: '', open: '', young: '' };

async function tocsin(...args: readonly string[]): Promise<{ code: number; stdout: string }> {
  const env = { PATH: process.env.PATH, LC_ALL: 'C', TOCSIN_DATA: folder };
  try {
    const { stdout } = await run(process.execPath, [launcher, ...args], { cwd: folder, env });
    return { code: 0, stdout };
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
    return { code, stdout: stdout + stderr };
  }
}

async function inStore<T>(work: (store: Store) => Promise<T>, clock?: () => Date): Promise<T> {
  const node = await startEventStore({ dataDir: join(folder, 'eventstore') });
  const keys = await openKeys(folder);
  const store = await openStore(node.connectionString, { keys, ...(clock && { clock }) });
  try {
    return await work(store);
  } finally {
    await store.close();
    await node.close();
  }
}

const cancel = (store: Store, id: string) =>
  store.incident(
    id,
    { type: 'CancelIncident', data: { reason: 'false', note: 'nothing there' } },
    metaOf(),
  );

beforeAll(async () => {
  let city = '';
  await inStore(
    async (store) => {
      city = await foundCity(store);
      for (const name of ['ended', 'held', 'open'] as const)
        incidents[name] = await openIncident(store, city);
      await store.incident(incidents.ended, note('an entry · 一条'), metaOf());
      for (const id of [incidents.ended, incidents.held]) accepted(await cancel(store, id));
      const hold = { hold: 'h-1', reason: 'A claim of the tenants' };
      const placing = { type: 'PlaceLegalHold', data: hold } as const;
      accepted(await store.incident(incidents.held, placing, metaOf()));
    },
    () => new Date('2010-03-01T08:00:00.000Z'),
  );
  await inStore(async (store) => {
    incidents.young = await openIncident(store, city);
    accepted(await cancel(store, incidents.young));
  });
});
afterAll(() => rmSync(folder, { recursive: true }));

it('[X37] [X38] [X39] copies what may go, names what stays and why, and the copies verify and replay', async () => {
  const asked = [
    'archive',
    '--before',
    '2020-01-01',
    '--to',
    archive,
    '--by',
    'Chen',
    '--reason',
    'yearly',
  ];
  // The first command to ask for the sealing key draws it; a start of Tocsin does the same.
  await run(process.execPath, ['-e', keyMaker], { cwd: folder });
  const listed = await tocsin(...asked, '--list');
  expect(listed).toMatchObject({ code: 0 });
  expect(listed.stdout).toContain(`${incidents.ended}: would be archived (usual: 10 years)`);
  const gone = await tocsin(...asked);
  expect(gone).toMatchObject({ code: 0 });
  expect(gone.stdout).toContain(`${incidents.held}: stays, it is under a legal hold`);
  expect(gone.stdout).toContain(`${incidents.open}: stays, it has not ended`);
  expect(gone.stdout).toContain(`${incidents.young}: stays, it is kept until`);
  expect(gone.stdout).toContain('1 archived, 3 stay.');
  const [line] = readFileSync(join(archive, 'archive.jsonl'), 'utf8').trim().split('\n');
  const entry = JSON.parse(line ?? '');
  expect(readdirSync(archive).sort()).toEqual(['archive.jsonl', entry.folder].sort());
  const bundle = join(archive, entry.folder);
  expect(await tocsin('verify', bundle)).toMatchObject({ code: 0 });
  expect(await tocsin('verify')).toMatchObject({ code: 0 });
  const again = await tocsin(...asked);
  expect(again.stdout).toContain(`${incidents.ended}: stays, it is archived already`);

  await inStore(async (store) => {
    const now = await store.readIncident(incidents.ended);
    expect(now?.state.archived).toMatchObject({
      manifest: entry.manifest,
      revision: entry.revision,
    });
    for (const at of [0, 1, entry.revision] as const) {
      const then = await store.readIncident(incidents.ended, revision(at) as Revision);
      const { stdout } = await tocsin('replay', bundle, '--revision', String(at), '--json');
      expect(JSON.parse(stdout).incident).toEqual(asJson(withoutCaller(then?.state)));
    }
  });
  expect((await tocsin('replay', bundle)).stdout).toContain('an entry · 一条');
  expect(await tocsin('replay', bundle, '--revision', '99')).toMatchObject({ code: 2 });
});

const keyMaker = `require('node:fs').writeFileSync('seal.key', require('node:crypto').generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600 })`;

/** A copy has the commitment to the caller only: what is archived could not be erased. */
function withoutCaller(state: Incident | undefined): Incident | undefined {
  const { commitment = '' } = state?.reporter.protected ?? {};
  return state && { ...state, reporter: { protected: { commitment } }, personalKeys: [] };
}

const asJson = (state: Incident | undefined): unknown => JSON.parse(JSON.stringify(state, plain));

import { generateKeyPairSync, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { OpeningsCheck, type ProofFault, verifyLog } from '@tocsin/domain/proof';
import { openRawLog, openStore, type RawLog, type Store } from '@tocsin/domain/store';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type EventStoreNode, startEventStore } from '../eventstore/index.ts';
import { HeadCache } from './headCache.ts';
import { NotSealable, Sealer, type SealerParts } from './sealer.ts';
import { storeLinks, storeSeals } from './storeLog.ts';

const folder = mkdtempSync(join(tmpdir(), 'tocsin-sealer-'));
const key = generateKeyPairSync('ed25519').privateKey;
const actor = { kind: 'system', id: 'test', name: 'Test' } as const;
let node: EventStoreNode;
let store: Store;
let log: RawLog;

beforeAll(async () => {
  node = await startEventStore({ dataDir: join(folder, 'eventstore') });
  store = await openStore(node.connectionString);
  log = openRawLog(node.connectionString);
});
afterAll(async () => {
  await log.close();
  await store.close();
  await node.close();
  rmSync(folder, { recursive: true, force: true });
});

const sealer = (more: Partial<SealerParts> = {}) => new Sealer({ log, keys: [key], ...more });

async function appoint(count: number): Promise<void> {
  for (let number = 0; number < count; number += 1) {
    const account = randomUUID();
    const data = { account, name: 'A', roles: ['auditor'], cities: ['*'] } as const;
    const command = { type: 'AppointPerson', data: { ...data } } as never;
    const outcome = await store.person(account, command, { commandId: randomUUID(), actor });
    expect(outcome.kind).toBe('accepted');
  }
}

async function verified() {
  const faults: ProofFault[] = [];
  const report = (fault: ProofFault) => void faults.push(fault);
  const links = storeLinks(log, report, new OpeningsCheck(report));
  const result = await verifyLog(links, storeSeals(log), {}, report);
  expect(faults).toEqual([]);
  return result;
}

it('[X9] seals what was recorded since the seal before, and nothing twice', async () => {
  await appoint(5);
  const one = sealer({ most: 2 });
  expect(await one.sealAll()).toBe(3);
  expect(await one.sealAll()).toBe(0);
  await appoint(1);
  expect(await sealer().sealAll()).toBe(1);
  expect(await one.sealAll()).toBe(0);
  expect(await verified()).toMatchObject({ events: 6, sealed: 6, seals: 4 });
});

it('[X9] several sealers at once make one chain', async () => {
  const many = Array.from({ length: 3 }, () => sealer({ most: 1 }));
  await appoint(6);
  await Promise.all(many.map((one) => one.sealAll()));
  const { events, sealed } = await verified();
  expect(sealed).toBe(events);
});

it('[X9] goes on from its cache, an older or a false one included', async () => {
  const cache = new HeadCache(join(folder, 'heads.mdb'));
  await sealer({ cache }).sealAll();
  await appoint(2);
  await sealer({ cache }).sealAll();
  const kept = cache.seal;
  await appoint(2);
  await sealer().sealAll();
  await appoint(1);
  expect(cache.seal).toEqual(kept);
  expect(await sealer({ cache }).sealAll()).toBe(1);
  if (kept) await cache.save(kept, [['person-nobody', 3, '0'.repeat(64)]]);
  await appoint(1);
  expect(await sealer({ cache }).sealAll()).toBe(1);
  await verified();
  await cache.close();
});

it('[X8] hands over to a new key; without the old one it makes no seal', async () => {
  const next = generateKeyPairSync('ed25519').privateKey;
  await appoint(1);
  await expect(sealer({ keys: [next] }).sealAll()).rejects.toThrow(NotSealable);
  expect(await sealer({ keys: [key, next] }).sealAll()).toBe(1);
  await appoint(1);
  expect(await sealer({ keys: [next] }).sealAll()).toBe(1);
  await verified();
});

it('[X5] seals no log whose end is older than the seal that is known', async () => {
  const lastSeal = { number: 1_000, hash: '0'.repeat(64) };
  await expect(sealer({ lastSeal }).sealAll()).rejects.toThrow(NotSealable);
});

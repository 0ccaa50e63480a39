import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eventHash, type HashedEvent, type KeyStore } from '@tocsin/domain';
import { openRawLog, openStore, type RawLog, type Store } from '@tocsin/domain/store';
import { startEventStore } from '@tocsin/local/eventstore';
import { openKeys } from '../../local/src/keys/openKeys.ts';
import { Sealer } from '../../local/src/proof/sealer.ts';
import { foundCity, metaOf, note, openIncident } from '../store/node.testkit.ts';
import type { FileEvent } from './logFile.testkit.ts';

export const sealKey = generateKeyPairSync('ed25519').privateKey;

export interface RealLog {
  readonly folder: string;
  readonly path: string;
  readonly store: Store;
  readonly log: RawLog;
  readonly keys: KeyStore;
  readonly incidents: readonly string[];
  /** Stops the node; the file stays. */
  readonly stop: () => Promise<void>;
  readonly remove: () => Promise<void>;
}

/** A small log as the store writes it: a city and three incidents that go on in turn, sealed. */
export async function realLog(notes: number): Promise<RealLog> {
  const folder = mkdtempSync(join(tmpdir(), 'tocsin-proof-'));
  const node = await startEventStore({ dataDir: join(folder, 'eventstore') });
  const keys = await openKeys(folder);
  const store = await openStore(node.connectionString, { keys: await openKeys(folder) });
  const log = openRawLog(node.connectionString);
  const city = await foundCity(store);
  const incidents = [
    await openIncident(store, city),
    await openIncident(store, city),
    await openIncident(store, city),
  ];
  for (let number = 0; number < notes; number += 1) {
    const incident = incidents[number % 3] ?? '';
    await store.incident(incident, note(`entry ${number} · 第 ${number} 条`), metaOf());
  }
  await new Sealer({ log, keys: [sealKey], most: 4 }).sealAll();
  let stopped: Promise<void> | undefined;
  const end = async (): Promise<void> => {
    await log.close();
    await store.close();
    await node.close();
  };
  return {
    folder,
    path: join(folder, 'eventstore', 'log.bin'),
    store,
    log,
    keys,
    incidents,
    stop: () => {
      stopped ??= end();
      return stopped;
    },
    remove: async () => {
      await keys.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The event with the hash that belongs to what it now says, as a forger would recompute it. */
export function rehashed(event: FileEvent, previousHash?: string): FileEvent {
  const { hash: _, openings, ...kept } = event.metadata;
  const metadata = previousHash === undefined ? kept : { ...kept, previousHash };
  const hashed: HashedEvent = { ...event, revision: BigInt(event.revision), metadata };
  const beside = openings === undefined ? {} : { openings };
  return { ...event, metadata: { ...metadata, hash: eventHash(hashed), ...beside } };
}

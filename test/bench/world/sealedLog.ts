import { generateKeyPairSync } from 'node:crypto';
import { join } from 'node:path';
import { openRawLog } from '@tocsin/domain/store';
import { Sealer } from '@tocsin/local/proof';
import type { Run } from '../options.ts';
import { type EventStoreNode, startNode } from '../parts/eventStore.ts';
import type { Scope } from '../scope.ts';
import { fillLog } from './fillLog.ts';

export interface SealedLog {
  readonly node: EventStoreNode;
  /** The node's log file. */
  readonly path: string;
  readonly events: number;
}

/** A log of at least so many events, sealed up to its end. */
export async function sealedLog(
  scope: Scope,
  folder: string,
  wanted: number,
  run: Run,
): Promise<SealedLog> {
  const node = await startNode(scope, folder);
  const events = await fillLog(node.client, wanted, (count) =>
    run.say(`${Math.round(count).toLocaleString('en')} events written`),
  );
  const log = openRawLog(node.connectionString);
  scope.defer(() => log.close());
  const keys = [generateKeyPairSync('ed25519').privateKey];
  const begun = performance.now();
  const seals = await new Sealer({ log, keys }).sealAll();
  const rate = (events * 1_000) / (performance.now() - begun);
  run.sayRate(`${seals.toLocaleString('en')} seals made, events`, rate);
  return { node, path: join(folder, 'eventstore', 'log.bin'), events };
}

import { bundleFiles, type Heads, type Seal, type StoredSeal } from '@tocsin/domain/proof';
import {
  firstSealThat,
  keySeals,
  proofsUnder,
  type RawLog,
  withoutHeads,
} from '@tocsin/domain/store';
import type { BundleFileWriter, BundleWriter } from './bundleWriter.ts';
import type { EventFiles } from './eventFiles.ts';
import type { Exported } from './exportPeriod.ts';

interface Newest {
  readonly seal: Seal;
  readonly heads: Heads;
}

interface Placed {
  readonly revision: number;
  readonly commit: bigint;
  readonly hash: string;
}

/**
 * Writes one stream's events, each with the proof that a seal covers it, and the proof that the
 * newest seal has none after them. Undefined where there is no such stream.
 */
export async function exportStream(
  log: RawLog,
  newest: Newest | undefined,
  stream: string,
  writer: BundleWriter,
  files: EventFiles,
): Promise<Exported | undefined> {
  const placed: Placed[] = [];
  for await (const event of log.stream(stream))
    placed.push({
      revision: Number(event.revision),
      commit: event.commit,
      hash: files.add(event),
    });
  const last = placed.at(-1);
  if (!last) return undefined;
  const sealedRevision = newest?.heads.get(stream)?.revision ?? -1;
  const seals = writer.file(bundleFiles.seals);
  const proofs = writer.file(bundleFiles.proofs);
  if (newest) await writeProofs(log, newest, stream, placed, seals, proofs);
  const subject = {
    kind: 'incident',
    stream,
    revision: last.revision,
    sealedRevision,
  } as const;
  return { subject, events: files.count };
}

async function writeProofs(
  log: RawLog,
  { seal: newest, heads }: Newest,
  stream: string,
  placed: readonly Placed[],
  seals: BundleFileWriter,
  proofs: BundleFileWriter,
): Promise<void> {
  const head = heads.proof(stream);
  if (head) proofs.line(JSON.stringify({ seal: newest.body.number, ...head }));
  const used = new Map<number, StoredSeal>();
  const sealedRevision = heads.get(stream)?.revision ?? -1;
  const sealed = placed.filter(({ revision }) => revision <= sealedRevision);
  for (let at = 0; at < sealed.length; ) {
    const seal = await covering(log, newest, sealed[at], used);
    const own = sealed.slice(at).filter(({ commit }) => commit <= BigInt(seal.body.position));
    for (const proof of await proofsUnder(log, seal, own)) proofs.line(JSON.stringify(proof));
    at += own.length;
  }
  for (const seal of [...(await keySeals(log, newest)), newest])
    used.set(seal.body.number, withoutHeads(seal));
  for (const [, seal] of [...used].sort(([a], [b]) => a - b)) seals.line(JSON.stringify(seal));
}

async function covering(
  log: RawLog,
  newest: Seal,
  event: Placed | undefined,
  used: Map<number, StoredSeal>,
): Promise<Seal> {
  const after = Math.max(-1, ...used.keys()) + 1;
  const commit = event?.commit ?? 0n;
  const covers = ({ body }: Seal): boolean => BigInt(body.position) >= commit;
  const seal = await firstSealThat(log, newest, covers, after);
  if (!seal) throw new Error('a sealed event has no seal');
  used.set(seal.body.number, withoutHeads(seal));
  return seal;
}

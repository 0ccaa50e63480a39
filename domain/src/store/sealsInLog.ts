import type { EventProof } from '../proof/bundle.ts';
import { auditPath } from '../proof/merkle.ts';
import { isRecorded } from '../proof/recorded.ts';
import { isSeal, type Seal, type StoredSeal, sealStream } from '../proof/seal.ts';
import type { RawLog } from './rawLog.ts';

/** A seal by its number, which is its revision. */
export async function sealAt(log: RawLog, number: number): Promise<StoredSeal | undefined> {
  for await (const { data } of log.stream(sealStream, BigInt(number), 1n))
    if (isSeal(data)) return data as StoredSeal;
  return undefined;
}

/** The first seal, up to `newest`, of which something holds that holds of every one after it as well. */
export async function firstSealThat(
  log: RawLog,
  newest: Seal,
  holds: (seal: Seal) => boolean,
  from = 0,
): Promise<StoredSeal | undefined> {
  let low = from;
  let high = newest.body.number + 1;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    const seal = await sealAt(log, middle);
    if (!seal) return undefined;
    if (holds(seal)) high = middle;
    else low = middle + 1;
  }
  return low > newest.body.number ? undefined : sealAt(log, low);
}

/** The seals that introduce keys, and the first one: what shows by which key any other was made. */
export async function keySeals(log: RawLog, newest: Seal): Promise<readonly Seal[]> {
  const first = await sealAt(log, 0);
  if (!first) return [];
  const found: Seal[] = [withoutHeads(first)];
  if (first.body.publicKey === newest.body.publicKey && first.body.nextKey === undefined)
    return found;
  for await (const { data } of log.stream(sealStream, 1n))
    if (isSeal(data) && data.body.nextKey !== undefined) found.push(withoutHeads(data));
  return found;
}

/** Without the list of what changed, which names other streams. */
export const withoutHeads = ({ body, signature }: Seal): StoredSeal => ({
  body,
  signature,
  heads: [],
});

/** The proofs that a seal covers some events of a stream; the index is -1 for one that it does not. */
export async function proofsUnder(
  log: RawLog,
  { body }: Seal,
  own: readonly { readonly revision: number; readonly hash: string }[],
): Promise<readonly EventProof[]> {
  const before = body.number === 0 ? undefined : await sealAt(log, body.number - 1);
  const hashes: string[] = [];
  const wanted = body.to - body.from;
  for await (const event of log.events(before && BigInt(before.body.position))) {
    if (!isRecorded(event.streamId)) continue;
    hashes.push(String((event.metadata as { readonly hash?: unknown }).hash));
    if (hashes.length === wanted) break;
  }
  return own.map(({ revision, hash }) => {
    const index = hashes.indexOf(hash);
    const path = index < 0 ? [] : auditPath(hashes, index);
    return { revision, seal: body.number, index, path };
  });
}

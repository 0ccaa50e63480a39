import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import type { RawEvent } from '../codec/decode.ts';
import { encode } from '../codec/encode.ts';
import type { Fact } from '../fact.ts';
import { dispatcher, now } from '../specification.testkit.ts';
import type { ProofFault } from './fault.ts';
import { Heads } from './heads.ts';
import { makeSeal } from './makeSeal.ts';
import { changedHeads, type StoredSeal } from './seal.ts';
import type { TrustedSeals } from './sealChain.ts';
import { storedLink } from './storedLink.ts';
import { type Verified, verifyLog } from './verifyLog.ts';

export interface SealedLog {
  readonly events: readonly RawEvent[];
  readonly seals: readonly StoredSeal[];
}

export const newKey = (): KeyObject => generateKeyPairSync('ed25519').privateKey;

/** Events of several streams in the order that is given, chained as the store chains them. */
export function logOf(streams: readonly string[]): RawEvent[] {
  const heads = new Map<string, { revision: bigint; hash: string }>();
  return streams.map((stream, at): RawEvent => {
    const before = heads.get(stream) ?? { revision: -1n, hash: '' };
    const revision = before.revision + 1n;
    const event: Fact = { type: 'NoteAdded', data: { text: `entry ${at}`, note: `n-${at}` } };
    const common = {
      commandId: `c-${at}`,
      commandDigest: 'digest',
      correlationId: `c-${at}`,
      causationId: `c-${at}`,
      actor: dispatcher,
      occurredAt: now,
      recordedAt: now,
      exercise: false,
    };
    const place = { stream, revision, index: 0, previousHash: before.hash };
    const { encoded, recorded } = encode(event, common, place);
    heads.set(stream, { revision, hash: recorded.meta.hash });
    const { id, type, data, metadata } = encoded;
    return { id, type, data, metadata, streamId: stream, revision, commit: BigInt(100 + at) };
  });
}

/** Seals a log after each `every` events, or with its own key for each seal. */
export function seal(
  events: readonly RawEvent[],
  every: number,
  keys: readonly KeyObject[],
): StoredSeal[] {
  const seals: StoredSeal[] = [];
  const heads = new Heads();
  for (let from = 0; from < events.length; from += every) {
    const covered = events.slice(from, from + every);
    const changed = new Set<string>();
    const hashes = covered.map((event) => {
      const link = storedLink(event);
      if (!link) throw new Error('not an event of Tocsin');
      heads.set(link);
      changed.add(link.stream);
      return link.hash;
    });
    const key = keys[Math.min(seals.length, keys.length - 1)];
    const nextKey = keys[Math.min(seals.length + 1, keys.length - 1)];
    const position = covered.at(-1)?.commit ?? 0n;
    if (!key) throw new Error('a key is needed');
    const toSeal = {
      previous: seals.at(-1),
      events: hashes,
      position,
      heads,
      changed: changedHeads([...changed].flatMap((stream) => heads.get(stream) ?? [])),
      time: now,
    };
    seals.push(makeSeal(toSeal, { key, ...(nextKey !== key && nextKey && { nextKey }) }));
  }
  return seals;
}

/** What verifying a log finds; what has not the form of an event is left out. */
export async function verify(
  { events, seals }: { readonly events: readonly RawEvent[]; readonly seals: readonly unknown[] },
  trusted: TrustedSeals = {},
): Promise<{ readonly faults: readonly ProofFault[]; readonly verified: Verified }> {
  const faults: ProofFault[] = [];
  const links = events.flatMap((event) => storedLink(event) ?? []);
  const verified = await verifyLog([links], seals.values(), trusted, (one) => faults.push(one));
  return { faults, verified };
}

/** An event with other contents, its hash recomputed as a forger would. */
export function rehashed(event: RawEvent, change: Partial<RawEvent>, previousHash?: string) {
  const changed = { ...event, ...change };
  const { openings, ...hashed } = changed.metadata as Record<string, unknown>;
  const metadata = {
    ...hashed,
    ...(previousHash === undefined ? {} : { previousHash }),
  };
  const link = storedLink({ ...changed, metadata });
  return { ...changed, metadata: { ...metadata, hash: link?.actual, openings } };
}

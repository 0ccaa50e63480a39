import type { RawEvent } from '../codec/decode.ts';
import { type ChainLink, followsInStream } from '../proof/chainLink.ts';
import { rootOfPath } from '../proof/merkle.ts';
import { isSeal, isSealSigned, keyId, type Seal, sealHash, sealStream } from '../proof/seal.ts';
import { storedLink } from '../proof/storedLink.ts';
import type { RawLog } from './rawLog.ts';
import { firstSealThat, proofsUnder } from './sealsInLog.ts';

/** The seal that covers an event, and how the event stands under it. */
export interface CoveringSeal {
  readonly number: number;
  /** By the sealer's clock, ISO 8601. */
  readonly time: string;
  /** SHA-256 of the seal, as whoever keeps it elsewhere knows it. */
  readonly hash: string;
  /** SHA-256 of the public key that it is signed with. */
  readonly key: string;
  readonly signed: boolean;
  /** RFC 6962 root over the events that it covers, and how many those are. */
  readonly root: string;
  readonly events: number;
  /** The event's place among them, from 0, and the hashes from there to the root. */
  readonly index: number;
  readonly path: readonly string[];
  /** The path leads from the event's hash to the root. */
  readonly included: boolean;
}

/** What stands behind an event: its links, checked just now, and the seal over it. */
export interface EntryProof {
  readonly hash: string;
  readonly previousHash: string;
  /** What is stored gives this hash, and it follows from the event before. */
  readonly intact: boolean;
  /** Absent until the next seal is made. */
  readonly seal?: CoveringSeal;
}

/**
 * The proof of one event, from what stands in the log. It checks this event and its seal alone;
 * that the whole log is what was sealed, `tocsin verify` shows.
 */
export async function proofOf(
  log: RawLog,
  stream: string,
  revision: bigint,
): Promise<EntryProof | undefined> {
  const from = revision > 0n ? revision - 1n : 0n;
  const read: RawEvent[] = [];
  for await (const event of log.stream(stream, from, revision - from + 1n)) read.push(event);
  const event = read.find((one) => BigInt(one.revision) === revision);
  const link = event && storedLink(event);
  if (!event || !link) return undefined;
  const [first] = read;
  const before = first && first !== event ? storedLink(first) : undefined;
  const seal = await coveringSeal(log, event.commit, link);
  const { hash, previousHash } = link;
  return { hash, previousHash, intact: follows(link, before), ...(seal && { seal }) };
}

function follows(link: ChainLink, before: ChainLink | undefined): boolean {
  let faults = 0;
  followsInStream(link, before, () => {
    faults += 1;
  });
  return faults === 0;
}

async function coveringSeal(
  log: RawLog,
  commit: bigint,
  link: ChainLink,
): Promise<CoveringSeal | undefined> {
  const last = await log.lastOf(sealStream);
  if (!last || !isSeal(last.data)) return undefined;
  const covers = ({ body }: Seal): boolean => BigInt(body.position) >= commit;
  const seal = await firstSealThat(log, last.data, covers);
  if (!seal) return undefined;
  const { body } = seal;
  const [proof] = await proofsUnder(log, seal, [link]);
  const { index = -1, path = [] } = proof ?? {};
  const events = body.to - body.from;
  return {
    number: body.number,
    time: body.time,
    hash: sealHash(seal),
    key: keyId(body.publicKey),
    signed: isSealSigned(seal),
    root: body.events,
    events,
    index,
    path,
    included: rootOfPath(link.hash, index, events, path) === body.events,
  };
}

import { type ChainLink, followsInStream } from './chainLink.ts';
import type { ReportFault } from './fault.ts';
import { type Head, Heads } from './heads.ts';
import { GrowingTree } from './merkle.ts';
import { type Seal, type StoredSeal, sealHash } from './seal.ts';
import { type KnownSeal, SealChain, type TrustedSeals } from './sealChain.ts';

/** What was gone through, for the summary. */
export interface Verified {
  readonly events: number;
  readonly streams: number;
  readonly seals: number;
  /** How many of the events a seal covers; those after it are chained only. */
  readonly sealed: number;
  readonly firstKey: string | undefined;
  readonly lastSeal: (KnownSeal & { readonly time: string }) | undefined;
}

/** What a seal covers of a stream, as long as the log has not shown it. */
interface Expected {
  readonly revision: number;
  readonly hash: string;
  readonly seal: number;
}

/** A run of the log that begins where a seal does: what comes before is not there to be seen. */
export interface PartOfLog {
  /** The number of the seal, and of the event, that it begins with. */
  readonly seal: number;
  readonly event: number;
}

/**
 * Verifies a whole log, or a part of it: `events` in the log's order, in batches, and its seals in theirs, as they
 * stand there. Memory grows with the streams, not with the events. Every fault is told once.
 */
export async function verifyLog(
  events: Iterable<readonly ChainLink[]> | AsyncIterable<readonly ChainLink[]>,
  seals: AsyncIterator<unknown> | Iterator<unknown>,
  trusted: TrustedSeals,
  report: ReportFault,
  part?: PartOfLog,
): Promise<Verified> {
  const verifier = new LogVerifier(seals, trusted, report, part);
  await verifier.begin();
  for await (const batch of events) {
    for (const link of batch) {
      verifier.event(link);
      if (verifier.atBoundary) await verifier.nextSeal();
    }
  }
  return verifier.end();
}

class LogVerifier {
  readonly #report: ReportFault;
  readonly #source: AsyncIterator<unknown> | Iterator<unknown>;
  readonly #chain: SealChain;
  readonly #heads = new Heads();
  readonly #isPart: boolean;
  /** Nothing comes before what is seen. */
  readonly #whole: boolean;
  readonly #begin: number;
  /** The seal that covers the events now coming, and the one after it. */
  #seals: StoredSeal[] = [];
  #boundary = Number.POSITIVE_INFINITY;
  readonly #expected = new Map<string, Expected[]>();
  /** The last revision of a stream that was as a seal says. */
  readonly #asSealed = new Map<string, number>();
  /** The streams that went on since the last boundary, each with the first revision since. */
  #since = new Map<string, number>();
  /** Streams with events that the seal over their place does not have. */
  readonly #suspects = new Map<string, { readonly revision: number; readonly seal: number }>();
  #tree = new GrowingTree();
  #events: number;
  #sealed = 0;
  #sealCount = 0;
  /** Boundaries and roots hold only as long as nothing was found to be unlike a seal. */
  #inStep = true;

  constructor(
    source: AsyncIterator<unknown> | Iterator<unknown>,
    trusted: TrustedSeals,
    report: ReportFault,
    part?: PartOfLog,
  ) {
    this.#source = source;
    this.#report = report;
    this.#isPart = part !== undefined;
    this.#whole = (part?.event ?? 0) === 0;
    this.#events = part?.event ?? 0;
    this.#begin = this.#events;
    this.#chain = new SealChain(report, trusted, part?.seal);
  }

  get atBoundary(): boolean {
    return this.#events === this.#boundary;
  }

  async begin(): Promise<void> {
    await this.#load();
    await this.#load();
    this.#setBoundary();
    await this.nextSeal();
  }

  event(link: ChainLink): void {
    const { stream, revision, hash } = link;
    this.#events += 1;
    this.#tree.add(hash);
    const head = this.#heads.get(stream);
    if (!followsInStream(link, head ?? this.#unseen(link), this.#report)) return;
    this.#heads.set({ stream, revision, hash });
    if (!this.#since.has(stream)) this.#since.set(stream, revision);
    const expected = this.#expected.get(stream);
    if (expected) this.#meet(link, expected, head === undefined && !this.#whole);
  }

  /** In a part of the log, a stream may go on from what is not there. */
  #unseen({ revision, previousHash: hash }: ChainLink) {
    return this.#whole || revision === 0 ? undefined : { revision: revision - 1, hash };
  }

  /** Compares what came since the boundary before with the seal that covers it; goes on to the next. */
  async nextSeal(): Promise<void> {
    while (this.atBoundary) {
      const [seal] = this.#seals;
      // Where a seal is not to be relied on, what the next one covers begins later.
      if (seal && this.#events >= seal.body.to) {
        this.#compare(seal);
        this.#seals.shift();
        await this.#load();
      }
      this.#tree = new GrowingTree();
      this.#since = new Map();
      this.#setBoundary();
    }
  }

  async end(): Promise<Verified> {
    for (; this.#seals.length > 0; await this.#load()) {
      const seal = this.#seals.shift();
      if (!seal || !this.#inStep) continue;
      this.#inStep = false;
      const { number, to } = seal.body;
      this.#report({
        kind: 'logCut',
        seal: number,
        events: this.#events - this.#begin,
        sealed: to - this.#begin,
      });
    }
    for (const [stream, expected] of this.#expected) {
      const newest = expected.at(-1);
      const last = this.#heads.get(stream)?.revision ?? -1;
      if (newest)
        this.#report({ kind: 'cut', stream, revision: newest.revision, last, seal: newest.seal });
    }
    for (const [stream, { revision, seal }] of this.#suspects)
      this.#report({ kind: 'inserted', stream, revision, seal });
    if (!this.#isPart) this.#chain.end();
    const last = this.#chain.last;
    return {
      events: this.#events - this.#begin,
      streams: this.#heads.size,
      seals: this.#sealCount,
      sealed: this.#sealed,
      firstKey: this.#chain.firstKey,
      lastSeal: last && knownSeal(last),
    };
  }

  async #load(): Promise<void> {
    for (;;) {
      const { done, value } = await this.#source.next();
      if (done) return;
      this.#sealCount += 1;
      const seal = this.#chain.add(value);
      if (!seal) continue;
      this.#expect(seal);
      this.#seals.push(seal);
      return;
    }
  }

  #setBoundary(): void {
    const body = this.#seals[0]?.body;
    if (!body) this.#boundary = Number.POSITIVE_INFINITY;
    else this.#boundary = body.from > this.#events ? body.from : Math.max(body.to, this.#events);
  }

  #expect({ body, heads }: StoredSeal): void {
    for (const [stream, revision, hash] of heads) {
      const expected = { revision, hash, seal: body.number };
      if ((this.#suspects.get(stream)?.revision ?? revision + 1) <= revision)
        this.#suspects.delete(stream);
      const head = this.#heads.get(stream);
      if (head && head.revision > revision) continue;
      const before = this.#expected.get(stream);
      if (before) before.push(expected);
      else this.#expected.set(stream, [expected]);
      if (head?.revision === revision) this.#meet(head, this.#expected.get(stream) ?? []);
    }
  }

  /** `unseen`: what comes before it in its stream was not seen, so that the chain tells of no gap. */
  #meet({ stream, revision, hash }: Head, expected: Expected[], unseen = false): void {
    while (expected[0] && expected[0].revision <= revision) {
      const { revision: sealed, hash: sealedHash, seal } = expected[0];
      expected.shift();
      if (sealed !== revision && unseen)
        this.#report({ kind: 'missing', stream, revision: sealed, next: revision });
      if (sealed !== revision) continue;
      if (hash === sealedHash) this.#asSealed.set(stream, revision);
      else {
        const after = this.#asSealed.get(stream) ?? -1;
        this.#report({ kind: 'unlikeSeal', stream, revision, after, seal });
      }
    }
    if (expected.length === 0) this.#expected.delete(stream);
  }

  #compare(seal: StoredSeal): void {
    const { number: at, from, to, events, heads, streams } = seal.body;
    this.#sealed = this.#events - this.#begin;
    if (!this.#inStep) return;
    if (events !== this.#tree.root) {
      this.#inStep = false;
      this.#report({ kind: 'eventsUnlikeSeal', seal: at, from, to });
      this.#suspect(seal);
    } else if (!this.#whole) return;
    else if (heads !== this.#heads.root() || streams !== this.#heads.size) {
      this.#inStep = false;
      this.#report({ kind: 'headsUnlikeSeal', seal: at });
    }
  }

  /** What no seal so far covers; where events are missing, that is also what a later seal covers. */
  #suspect(seal: StoredSeal): void {
    const sealedUpTo = new Map<string, number>();
    for (const { heads } of [seal, ...this.#seals])
      for (const [stream, revision] of heads) sealedUpTo.set(stream, revision);
    for (const [stream, first] of this.#since) {
      const revision = (sealedUpTo.get(stream) ?? first - 1) + 1;
      const found = this.#heads.get(stream)?.revision ?? -1;
      if (found >= revision) this.#suspects.set(stream, { revision, seal: seal.body.number });
    }
  }
}

export const knownSeal = (seal: Seal): KnownSeal & { readonly time: string } => ({
  number: seal.body.number,
  hash: sealHash(seal),
  time: seal.body.time,
});

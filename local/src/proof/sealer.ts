import type { KeyObject } from 'node:crypto';
import { derivedId, type KeyStore } from '@tocsin/domain';
import {
  type ChainLink,
  type ChangedHead,
  changedHeads,
  followsInStream,
  type Head,
  Heads,
  isRecorded,
  isSeal,
  type KnownSeal,
  knownSeal,
  makeSeal,
  mostSealedAtOnce,
  OpeningsCheck,
  type ProofFault,
  publicKeyText,
  type Seal,
  type SealKeys,
  sealStream,
  sealType,
  storedLink,
} from '@tocsin/domain/proof';
import { type RawLog, sealAt } from '@tocsin/domain/store';
import type { HeadCache } from './headCache.ts';

/** The log is not what was sealed, or doesn't verify: no further seal may say that it does. */
export class NotSealable extends Error {
  readonly code = 'NOT_SEALABLE';
  readonly fault: ProofFault | undefined;

  constructor(message: string, fault?: ProofFault) {
    super(message);
    this.fault = fault;
  }
}

function refuse(fault: ProofFault): never {
  const at =
    'stream' in fault && 'revision' in fault
      ? `${fault.stream} at revision ${fault.revision}: `
      : '';
  throw new NotSealable(`${at}${fault.kind}`, fault);
}

export interface SealerParts {
  readonly log: RawLog;
  /** As in the key file: the one in use last. */
  readonly keys: readonly KeyObject[];
  readonly cache?: HeadCache;
  /** The keys to personal data, so that what is encrypted is checked before it is sealed. */
  readonly openedWith?: Pick<KeyStore, 'find'>;
  /** Kept outside the log: the newest seal that was made or seen. */
  readonly lastSeal?: KnownSeal;
  /** Told of each seal that was made, or made by another. */
  readonly onSeal?: (seal: KnownSeal) => void;
  readonly clock?: () => Date;
  /** Events a seal (default and most 2,000). */
  readonly most?: number;
}

interface Newest {
  readonly seal: Seal;
  /** Its revision in the stream of seals. */
  readonly revision: bigint;
}

/**
 * Seals what stands in the log since the last seal. Any number of sealers may share a key: each
 * appends right after the seal that it knows, and where another was first, goes on from there.
 */
export class Sealer {
  readonly #parts: SealerParts;
  #heads = new Heads();
  /** How many events the heads hold, and where the last of them stands. */
  #count = 0;
  #position: bigint | undefined;
  #known: KnownSeal | undefined;
  #begun = false;

  constructor(parts: SealerParts) {
    this.#parts = parts;
  }

  /** Makes one seal, if there is anything to seal; how many events it covers. Throws `NotSealable`. */
  async sealNext(): Promise<number | undefined> {
    const newest = await this.#newest();
    await this.#catchUp(newest);
    const links = await this.#unsealed();
    const keys = this.#keysAfter(newest?.seal);
    if (links.length === 0 && keys.nextKey === undefined) return undefined;
    return (await this.#append(newest, links, keys)) ? links.length : 0;
  }

  /** Seals all that stands in the log; how many seals that took. */
  async sealAll(): Promise<number> {
    let seals = 0;
    for (;;) {
      const covered = await this.sealNext();
      if (covered === undefined) return seals;
      seals += 1;
    }
  }

  /** The newest seal of the log and the heads that are under it; makes none, and needs no key. */
  async headsUnderNewest(): Promise<{ readonly seal: Seal; readonly heads: Heads } | undefined> {
    const newest = await this.#newest();
    await this.#catchUp(newest);
    return newest && { seal: newest.seal, heads: this.#heads };
  }

  async #newest(): Promise<Newest | undefined> {
    const last = await this.#parts.log.lastOf(sealStream);
    if (!last) {
      this.#expectKept(-1);
      return undefined;
    }
    if (!isSeal(last.data)) throw new NotSealable('the newest seal has not the form of a seal');
    this.#expectKept(last.data.body.number);
    return { seal: last.data, revision: last.revision };
  }

  #expectKept(number: number): void {
    const kept = this.#parts.lastSeal?.number ?? -1;
    if (kept > number)
      throw new NotSealable(
        `the log ends with seal ${number}, but seal ${kept} was made: it is an older copy, or its end was cut off`,
      );
  }

  /** Brings the heads to where the newest seal has them. */
  async #catchUp(newest: Newest | undefined): Promise<void> {
    if (!newest) return;
    const { body } = newest.seal;
    const seal = knownSeal(newest.seal);
    if (!this.#begun) await this.#fromCache();
    this.#begun = true;
    if (this.#known?.number === seal.number) return;
    const changed = new Map<string, Head>();
    if (this.#count < body.to)
      for await (const event of this.#parts.log.events(this.#position)) {
        if (!isRecorded(event.streamId)) continue;
        const link = storedLink(event);
        if (!link) throw new NotSealable(`an event of ${event.streamId} can't be read`);
        this.#heads.set(link);
        changed.set(link.stream, link);
        this.#count += 1;
        this.#position = event.commit;
        if (this.#count === body.to) break;
      }
    if (this.#count !== body.to || this.#heads.root() !== body.heads)
      throw new NotSealable(`the log is not what seal ${seal.number} covers`);
    await this.#parts.cache?.save(seal, changedHeads(changed.values()));
    this.#parts.onSeal?.(seal);
    this.#known = seal;
  }

  /** Takes the heads from the cache, if they are those under the seal that it names. */
  async #fromCache(): Promise<void> {
    const { cache } = this.#parts;
    const kept = cache?.seal;
    if (!cache || !kept) return;
    const seal = await sealAt(this.#parts.log, kept.number);
    if (seal && knownSeal(seal).hash === kept.hash) {
      for (const head of cache.heads()) this.#heads.set(head);
      if (this.#heads.root() === seal.body.heads) {
        this.#count = seal.body.to;
        this.#position = BigInt(seal.body.position);
        this.#known = kept;
        return;
      }
      this.#heads = new Heads();
    }
    cache.clear();
  }

  /** What stands in the log after the heads, each event checked; not yet among the heads. */
  async #unsealed(): Promise<readonly (ChainLink & { readonly commit: bigint })[]> {
    const most = Math.min(this.#parts.most ?? mostSealedAtOnce, mostSealedAtOnce);
    const links: (ChainLink & { readonly commit: bigint })[] = [];
    const newer = new Map<string, ChainLink>();
    const openings = new OpeningsCheck(refuse, this.#parts.openedWith);
    for await (const event of this.#parts.log.events(this.#position)) {
      if (!isRecorded(event.streamId)) continue;
      const link = storedLink(event, openings);
      if (!link) throw new NotSealable(`an event of ${event.streamId} can't be read`);
      const before = newer.get(link.stream) ?? this.#heads.get(link.stream);
      followsInStream(link, before, refuse);
      newer.set(link.stream, link);
      links.push({ ...link, commit: event.commit });
      if (links.length === most) break;
    }
    return links;
  }

  /** The key that must sign next, and with which to go on where the file has a newer one. */
  #keysAfter(last: Seal | undefined): SealKeys {
    const { keys } = this.#parts;
    const newest = keys.at(-1);
    if (!newest) throw new NotSealable('there is no key to seal with');
    if (!last) return { key: newest };
    const due = last.body.nextKey ?? last.body.publicKey;
    const key = keys.find((one) => publicKeyText(one) === due);
    if (!key)
      throw new NotSealable(
        'the key file does not have the key that the newest seal was made with, so no seal can follow it',
      );
    return key === newest ? { key } : { key, nextKey: newest };
  }

  async #append(
    newest: Newest | undefined,
    links: readonly (ChainLink & { readonly commit: bigint })[],
    keys: SealKeys,
  ): Promise<boolean> {
    const before = new Map(links.map(({ stream }) => [stream, this.#heads.get(stream)] as const));
    for (const { stream, revision, hash } of links) this.#heads.set({ stream, revision, hash });
    const changed = changedHeads(
      [...before.keys()].flatMap((stream) => this.#heads.get(stream) ?? []),
    );
    const position = links.at(-1)?.commit ?? this.#position ?? 0n;
    const seal = makeSeal(
      {
        previous: newest?.seal,
        events: links.map(({ hash }) => hash),
        position,
        heads: this.#heads,
        changed,
        time: (this.#parts.clock?.() ?? new Date()).toISOString(),
      },
      keys,
    );
    const known = knownSeal(seal);
    const event = { id: derivedId(sealStream, known.hash), type: sealType, data: seal };
    const done = await this.#parts.log
      .append(sealStream, event, newest?.revision ?? -1n)
      .catch((error: unknown) => {
        this.#takeBack(before);
        throw error;
      });
    if (!done) {
      this.#takeBack(before);
      return false;
    }
    await this.#settle(known, changed, links.length, position);
    return true;
  }

  #takeBack(before: ReadonlyMap<string, Head | undefined>): void {
    for (const [stream, head] of before)
      if (head) this.#heads.set(head);
      else this.#heads.remove(stream);
  }

  async #settle(
    seal: KnownSeal,
    changed: readonly ChangedHead[],
    events: number,
    position: bigint,
  ): Promise<void> {
    this.#count += events;
    this.#position = position;
    this.#known = seal;
    this.#begun = true;
    this.#parts.onSeal?.(seal);
    await this.#parts.cache?.save(seal, changed);
  }
}

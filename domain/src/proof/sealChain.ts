import type { ReportFault } from './fault.ts';
import {
  changedHash,
  isChangedHeads,
  isSeal,
  isSealSigned,
  keyId,
  type Seal,
  type StoredSeal,
  sealHash,
} from './seal.ts';

/** A seal that somebody kept elsewhere: printed, sent, in a bundle, in a file beside the key. */
export interface KnownSeal {
  readonly number: number;
  readonly hash: string;
}

export interface TrustedSeals {
  /** The id of the key that the first seal must be signed with; absent: whichever it is. */
  readonly key?: string;
  readonly known?: readonly KnownSeal[];
}

/** Checks seals in their order: form, signature, key, and that each follows from the one before. */
export class SealChain {
  readonly #report: ReportFault;
  readonly #trusted: TrustedSeals;
  /** The newest that can be relied on. */
  #last: Seal | undefined;
  /** The newest that was there, so that one that can't be relied on is not told of twice. */
  #seen: Seal | undefined;
  #firstKey: string | undefined;
  #next: number;
  readonly #begin: number;

  /** `begin`: the number of the first seal of a chain's part; those before it only introduce keys. */
  constructor(report: ReportFault, trusted: TrustedSeals, begin = 0) {
    this.#report = report;
    this.#trusted = trusted;
    this.#begin = begin;
    this.#next = begin;
  }

  get last(): Seal | undefined {
    return this.#last;
  }
  /** The id of the key that the first seal was signed with. */
  get firstKey(): string | undefined {
    return this.#firstKey;
  }

  /** The seal, when it can be relied on so far that its contents are worth comparing. */
  add(value: unknown): StoredSeal | undefined {
    if (!isStoredSeal(value)) {
      this.#report({ kind: 'sealMalformed', seal: this.#next });
      this.#next += 1;
      return undefined;
    }
    const { number } = value.body;
    // Of those before a part's beginning only some are there.
    const introduces = number < this.#begin && this.#next === this.#begin;
    if (!introduces && !this.#inOrder(value)) return undefined;
    const relied = this.#isSigned(value, introduces) && this.#hasDueKey(value);
    if (!introduces) this.#next = number + 1;
    this.#seen = value;
    if (!relied) return undefined;
    this.#firstKey ??= keyId(value.body.publicKey);
    this.#compareWithKnown(value);
    this.#last = value;
    return introduces ? undefined : value;
  }

  #inOrder(seal: Seal): boolean {
    const { number } = seal.body;
    if (number > this.#next) this.#report({ kind: 'sealMissing', seal: this.#next });
    else if (number < this.#next || !this.#follows(seal))
      this.#report({ kind: 'sealChain', seal: number });
    return number >= this.#next;
  }

  #isSigned(seal: StoredSeal, introduces: boolean): boolean {
    const { body, heads } = seal;
    const signed = isSealSigned(seal) && (introduces || changedHash(heads) === body.changed);
    if (!signed) this.#report({ kind: 'sealSignature', seal: body.number });
    return signed;
  }

  /** The key that the seal before it names; of the first, the one that was named from outside. */
  #hasDueKey({ body: { number, publicKey } }: Seal): boolean {
    const due = this.#last?.body.nextKey ?? this.#last?.body.publicKey;
    const key = keyId(publicKey);
    const { key: trusted = key } = this.#trusted;
    const right = due === undefined ? key === trusted : publicKey === due;
    if (!right) this.#report({ kind: 'sealKey', seal: number, key });
    return right;
  }

  /** Tells of seals known from elsewhere that the chain does not reach. */
  end(): void {
    for (const { number } of this.#trusted.known ?? [])
      if (number >= this.#next) this.#report({ kind: 'sealMissing', seal: number });
  }

  #follows({ body }: Seal): boolean {
    const last = this.#seen;
    if (!last) return this.#begin > 0 || (body.previous === '' && body.from === 0);
    if (last.body.number !== body.number - 1) return true;
    return body.previous === sealHash(last) && body.from === last.body.to;
  }

  #compareWithKnown(seal: Seal): void {
    const { number } = seal.body;
    const known = this.#trusted.known?.find((one) => one.number === number);
    if (known && known.hash !== sealHash(seal))
      this.#report({ kind: 'sealUnlikeKnown', seal: number });
  }
}

const isStoredSeal = (value: unknown): value is StoredSeal =>
  isSeal(value) && 'heads' in value && isChangedHeads(value.heads);

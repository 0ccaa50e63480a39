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
  #next = 0;

  constructor(report: ReportFault, trusted: TrustedSeals) {
    this.#report = report;
    this.#trusted = trusted;
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
    const { body, heads } = value;
    const { number } = body;
    if (number !== this.#next) {
      const gap = number > this.#next;
      this.#report(
        gap ? { kind: 'sealMissing', seal: this.#next } : { kind: 'sealChain', seal: number },
      );
      if (!gap) return undefined;
    } else if (!this.#follows(value)) this.#report({ kind: 'sealChain', seal: number });
    const signed = isSealSigned(value) && changedHash(heads) === body.changed;
    if (!signed) this.#report({ kind: 'sealSignature', seal: number });
    const expected = this.#last?.body.nextKey ?? this.#last?.body.publicKey;
    const key = keyId(body.publicKey);
    const foreign =
      expected === undefined
        ? this.#trusted.key !== undefined && key !== this.#trusted.key
        : body.publicKey !== expected;
    if (foreign) this.#report({ kind: 'sealKey', seal: number, key });
    this.#next = number + 1;
    this.#seen = value;
    if (!signed || foreign) return undefined;
    this.#firstKey ??= key;
    this.#compareWithKnown(value);
    this.#last = value;
    return value;
  }

  /** Tells of seals known from elsewhere that the chain does not reach. */
  end(): void {
    for (const { number } of this.#trusted.known ?? [])
      if (number >= this.#next) this.#report({ kind: 'sealMissing', seal: number });
  }

  #follows({ body }: Seal): boolean {
    const last = this.#seen;
    if (!last) return body.previous === '' && body.from === 0;
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

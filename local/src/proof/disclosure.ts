import {
  decrypted,
  isEncryptedOpening,
  isPlainOpening,
  type KeyStore,
  opened,
  type RawEvent,
} from '@tocsin/domain';
import {
  commitmentsIn,
  type OpeningLine,
  type Redaction,
  type Withheld,
} from '@tocsin/domain/proof';

export type RedactKind = Redaction['kinds'][number];

type Facts = Readonly<Record<string, unknown>>;
const factsOf = (value: unknown): Facts =>
  typeof value === 'object' && value !== null ? (value as Facts) : {};

export interface Disclosed {
  /** The event as it is shown: with the openings that are given out, and why others are not. */
  readonly shown: RawEvent;
  /** Undefined for an event of which nothing can be left out. */
  readonly line: OpeningLine | undefined;
}

/** What an export gives out of each event, and how much it leaves out. */
export class Disclosure {
  readonly kinds: readonly RedactKind[];
  readonly withheld: Record<Withheld, number> = { redacted: 0, erased: 0, keyMissing: 0 };
  /** Persons in clear: from before there were keys, in what is hashed, so that they can't be left out. */
  inClear = 0;
  readonly #keys: Pick<KeyStore, 'find'>;

  constructor(kinds: readonly RedactKind[], keys: Pick<KeyStore, 'find'>) {
    this.kinds = kinds;
    this.#keys = keys;
  }

  get redaction(): Redaction | undefined {
    const left = Object.values(this.withheld).some((count) => count > 0);
    return left || this.kinds.length > 0 ? { kinds: this.kinds, fields: this.withheld } : undefined;
  }

  of(event: RawEvent): Disclosed {
    const { streamId: stream, type, data } = event;
    const { openings: stored, ...metadata } = factsOf(event.metadata);
    if (namesInClear(data)) this.inClear += 1;
    if (commitmentsIn(data).size === 0) return { shown: event, line: undefined };
    const openings: Record<string, OpeningLine['openings'][string]> = {};
    const withheld: Record<string, Withheld> = {};
    for (const [field, opening] of Object.entries(factsOf(stored))) {
      const given = this.#given(opening);
      if (typeof given === 'string') {
        withheld[field] = given;
        this.withheld[given] += 1;
      } else if (given) openings[field] = given;
    }
    const reasons = Object.entries(withheld).map(([field, why]) => [field, { withheld: why }]);
    const beside = { ...openings, ...Object.fromEntries(reasons) };
    const shown = { ...event, data: opened(stream, type, factsOf(data), beside), metadata };
    const some = Object.keys(withheld).length > 0;
    const line = { stream, revision: Number(event.revision), openings, ...(some && { withheld }) };
    return { shown, line };
  }

  /** What is given out of an opening, or why it isn't; undefined for what is no opening. */
  #given(opening: unknown): OpeningLine['openings'][string] | Withheld | undefined {
    if (isPlainOpening(opening)) return this.kinds.includes('text') ? 'redacted' : opening;
    if (!isEncryptedOpening(opening)) return undefined;
    if (this.kinds.includes('personal')) return 'redacted';
    const key = this.#keys.find(opening.key);
    if (key === 'erased') return 'erased';
    return (key && decrypted(opening, key)) ?? 'keyMissing';
  }
}

function namesInClear(data: unknown): boolean {
  const { reporter, becomes } = factsOf(data);
  return [reporter, factsOf(becomes).reporter].some((one) =>
    ['name', 'phone', 'address'].some((part) => part in factsOf(one)),
  );
}

import type { ChainLink } from '@tocsin/domain/proof';

const hashDigits = 64;
const linkDigits = 2 * hashDigits;
const space = 0x20;

/** Links in few large parts, which go from one thread to another at little cost. */
export type PackedLinks =
  | {
      /** Names of streams that were not there before; they are numbered as they come. */
      readonly streams: readonly string[];
      readonly numbers: Uint32Array<ArrayBuffer>;
      readonly revisions: Float64Array<ArrayBuffer>;
      /** The hash of the event before and its own, each 64 digits; of the first event, spaces. */
      readonly hashes: Uint8Array<ArrayBuffer>;
    }
  /** As they are, where one of them has not the usual form. */
  | readonly ChainLink[];

/** Packs the links of one log, batch by batch. */
export class LinkPacker {
  readonly #numbers = new Map<string, number>();

  pack(links: readonly ChainLink[]): PackedLinks {
    const hashes = hashesOf(links);
    if (!hashes) return links;
    const streams: string[] = [];
    const numbers = new Uint32Array(links.length);
    const revisions = new Float64Array(links.length);
    let at = 0;
    for (const { stream, revision } of links) {
      numbers[at] = this.#number(stream, streams);
      revisions[at] = revision;
      at += 1;
    }
    return { streams, numbers, revisions, hashes };
  }

  #number(stream: string, added: string[]): number {
    const known = this.#numbers.get(stream);
    if (known !== undefined) return known;
    const number = this.#numbers.size;
    this.#numbers.set(stream, number);
    added.push(stream);
    return number;
  }
}

/** Undefined where one of them is not 64 characters of ASCII. */
function hashesOf(links: readonly ChainLink[]): Uint8Array<ArrayBuffer> | undefined {
  // There is room behind the last one for characters of several bytes, which are told by it.
  const hashes = Buffer.alloc(links.length * linkDigits + 3 * hashDigits, space);
  let at = 0;
  for (const { previousHash, hash, actual } of links) {
    if (hash !== actual || previousHash.charCodeAt(0) === space) return undefined;
    if (previousHash !== '' && !isWritten(previousHash, hashes, at)) return undefined;
    if (!isWritten(hash, hashes, at + hashDigits)) return undefined;
    at += linkDigits;
  }
  return hashes;
}

const isWritten = (hash: string, hashes: Buffer, at: number): boolean =>
  hash.length === hashDigits && hashes.write(hash, at, 'utf8') === hashDigits;

/** Unpacks what one packer packed, in its order. */
export class LinkUnpacker {
  readonly #streams: string[] = [];

  unpack(packed: PackedLinks): ChainLink[] {
    if (!('hashes' in packed)) return [...packed];
    const { streams, numbers, revisions, hashes } = packed;
    for (const stream of streams) this.#streams.push(stream);
    const digits = Buffer.from(hashes.buffer);
    const links: ChainLink[] = [];
    for (let index = 0; index < numbers.length; index += 1) {
      const at = index * linkDigits;
      const own = at + hashDigits;
      const isFirst = digits[at] === space;
      const previousHash = isFirst ? '' : digits.toString('latin1', at, own);
      const hash = digits.toString('latin1', own, own + hashDigits);
      const stream = this.#streams[numbers[index] ?? 0] ?? '';
      const revision = revisions[index] ?? 0;
      links.push({ stream, revision, previousHash, hash, actual: hash });
    }
    return links;
  }
}

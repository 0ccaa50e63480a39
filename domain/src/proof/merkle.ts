import { hash } from 'node:crypto';

/**
 * Merkle trees as RFC 6962 section 2.1 makes them, over hashes in lower-case hex: a leaf is
 * SHA-256(0x00 ‖ the 32 bytes), a node SHA-256(0x01 ‖ left ‖ right), the tree of nothing SHA-256('').
 */
const leafBytes = Buffer.alloc(33, 0x00);
const nodeBytes = Buffer.alloc(65, 0x01);

/** Of a leaf, as 32 characters that are a byte each: half as long as hex, and written as they stand. */
const rawLeaf = (hex: string): string => {
  leafBytes.write(hex, 1, 'hex');
  return hash('sha256', leafBytes, 'binary');
};

const rawNode = (left: string, right: string): string => {
  nodeBytes.write(left, 1, 'binary');
  nodeBytes.write(right, 33, 'binary');
  return hash('sha256', nodeBytes, 'binary');
};

const rawOf = (hex: string): string => Buffer.from(hex, 'hex').toString('binary');
const hexOf = (raw: string): string => Buffer.from(raw, 'binary').toString('hex');

export const nodeHash = (left: string, right: string): string =>
  hexOf(rawNode(rawOf(left), rawOf(right)));

/** The root of a tree that only grows, from as many hashes as its size has bits. */
export class GrowingTree {
  #size = 0;
  /** Roots of full subtrees, the largest first. */
  readonly #full: string[] = [];

  get size(): number {
    return this.#size;
  }

  add(hex: string): void {
    let node = rawLeaf(hex);
    for (let size = this.#size; size % 2 === 1; size = Math.floor(size / 2))
      node = rawNode(this.#full.pop() ?? '', node);
    this.#full.push(node);
    this.#size += 1;
  }

  get root(): string {
    if (this.#size === 0) return hash('sha256', '', 'hex');
    return hexOf(this.#full.reduceRight((right, left) => rawNode(left, right)));
  }
}

export function merkleRoot(hashes: readonly string[]): string {
  const tree = new GrowingTree();
  for (const hex of hashes) tree.add(hex);
  return tree.root;
}

/** The largest power of two below a size of at least 2. */
const split = (size: number): number => 2 ** Math.floor(Math.log2(size - 1));

/** What has to be known beside a leaf to come to the root, from the leaf upwards. */
export function auditPath(hashes: readonly string[], index: number): string[] {
  if (hashes.length < 2) return [];
  const left = split(hashes.length);
  return index < left
    ? [...auditPath(hashes.slice(0, left), index), merkleRoot(hashes.slice(left))]
    : [...auditPath(hashes.slice(left), index - left), merkleRoot(hashes.slice(0, left))];
}

/** The root that a leaf's audit path leads to; undefined where the path has not the right length. */
export function rootOfPath(
  hex: string,
  index: number,
  size: number,
  path: readonly string[],
): string | undefined {
  if (!(Number.isInteger(index) && index >= 0 && index < size)) return undefined;
  let node = hexOf(rawLeaf(hex));
  let at = index;
  let last = size - 1;
  for (const other of path) {
    if (last === 0) return undefined;
    if (at % 2 === 1 || at === last) {
      node = nodeHash(other, node);
      while (at % 2 === 0 && at !== 0) {
        at /= 2;
        last = Math.floor(last / 2);
      }
    } else node = nodeHash(node, other);
    at = Math.floor(at / 2);
    last = Math.floor(last / 2);
  }
  return last === 0 ? node : undefined;
}

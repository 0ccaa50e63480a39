import { hash } from 'node:crypto';
import { nodeHash } from './merkle.ts';

/** The newest event of a stream. */
export interface Head {
  readonly stream: string;
  readonly revision: number;
  /** SHA-256 (hex) of that event, which binds every event before it. */
  readonly hash: string;
}

/** Shows that a head is one of those under a root, without naming any other stream. */
export interface HeadProof {
  /** The leaves in the head's place of the tree, the head's own among them. */
  readonly leaves: readonly string[];
  /** From the place upwards. */
  readonly path: readonly string[];
}

const levels = 16;
/** Places of the tree: a stream's is the first 16 bits of the SHA-256 of its name. */
const places = 2 ** levels;
const bytes = 32;

const placeOf = (stream: string): number =>
  Number.parseInt(hash('sha256', stream, 'hex').slice(0, 4), 16);

export const headLeaf = ({ stream, revision, hash: head }: Head): string =>
  hash('sha256', `\u0000${JSON.stringify([stream, revision, head])}`, 'hex');

const placeHash = (leaves: readonly string[]): string =>
  hash('sha256', Buffer.from(`02${leaves.join('')}`, 'hex'), 'hex');

interface Kept {
  readonly place: number;
  head: Head;
  leaf: string | undefined;
}

/**
 * The heads of all streams under one Merkle root that costs as much to renew as heads have changed
 * since it was last asked for, however many there are: a full binary tree over 65,536 places, each
 * SHA-256(0x02 ‖ the leaves of its streams, in order of the streams' names).
 */
export class Heads {
  readonly #kept = new Map<string, Kept>();
  readonly #places = new Map<number, Kept[]>();
  readonly #changed = new Set<number>();
  /** Node n has the children 2n and 2n + 1; the places begin at 65,536. */
  readonly #nodes = new Nodes();

  get size(): number {
    return this.#kept.size;
  }

  get(stream: string): Head | undefined {
    return this.#kept.get(stream)?.head;
  }

  set(head: Head): void {
    const kept = this.#kept.get(head.stream);
    if (kept) {
      kept.head = head;
      kept.leaf = undefined;
      this.#changed.add(kept.place);
      return;
    }
    const place = placeOf(head.stream);
    const added: Kept = { place, head, leaf: undefined };
    this.#kept.set(head.stream, added);
    const there = [...(this.#places.get(place) ?? []), added];
    this.#places.set(
      place,
      there.sort((a, b) => (a.head.stream < b.head.stream ? -1 : 1)),
    );
    this.#changed.add(place);
  }

  /** Forgets a stream that `set` had added. */
  remove(stream: string): void {
    const kept = this.#kept.get(stream);
    if (!kept) return;
    this.#kept.delete(stream);
    const others = this.#places.get(kept.place)?.filter((one) => one !== kept) ?? [];
    this.#places.set(kept.place, others);
    this.#changed.add(kept.place);
  }

  *all(): Generator<Head> {
    for (const { head } of this.#kept.values()) yield head;
  }

  root(): string {
    const changed = [...this.#changed].sort((a, b) => a - b).map((place) => places + place);
    this.#changed.clear();
    for (const node of changed) this.#nodes.set(node, placeHash(this.#leaves(node - places)));
    let below = changed;
    for (let level = 0; level < levels; level += 1) {
      below = parents(below);
      for (const node of below) this.#nodes.renew(node);
    }
    return this.#nodes.get(1);
  }

  proof(stream: string): HeadProof | undefined {
    this.root();
    const place = this.#kept.get(stream)?.place;
    if (place === undefined) return undefined;
    const path = Array.from({ length: levels }, (_, level) =>
      this.#nodes.get(((places + place) >> level) ^ 1),
    );
    return { leaves: this.#leaves(place), path };
  }

  #leaves(place: number): string[] {
    return (this.#places.get(place) ?? []).map((kept) => {
      kept.leaf ??= headLeaf(kept.head);
      return kept.leaf;
    });
  }
}

/** The nodes above some of one level, in order like those. */
function parents(nodes: readonly number[]): number[] {
  const above: number[] = [];
  for (const node of nodes) if (above.at(-1) !== node >> 1) above.push(node >> 1);
  return above;
}

const pageNodes = 2 ** 8;
/** Behind a page's nodes there is room for what is hashed for the node above two of them. */
const roomAt = pageNodes * bytes;
const roomBytes = 1 + 2 * bytes;

interface Page {
  readonly bytes: Buffer;
  /** The room: 0x01, then two nodes. */
  readonly room: Buffer;
}

/** The tree's nodes, 32 bytes each, in pages that are made when something is written to them. */
class Nodes {
  readonly #pages: (Page | undefined)[] = [];

  get(node: number): string {
    const at = placeInPage(node);
    return this.#page(node)?.bytes.toString('hex', at, at + bytes) ?? emptyNode(node);
  }

  set(node: number, hex: string): void {
    this.#made(node).write(hex, placeInPage(node), 'hex');
  }

  /** Computes a node from its children, which lie side by side; one of them has been written. */
  renew(node: number): void {
    const children = this.#page(2 * node);
    if (!children) return;
    const at = placeInPage(2 * node);
    children.bytes.copyWithin(roomAt + 1, at, at + 2 * bytes);
    const above = hash('sha256', children.room, 'binary');
    this.#made(node).write(above, placeInPage(node), 'binary');
  }

  #page(node: number): Page | undefined {
    return this.#pages[Math.floor(node / pageNodes)];
  }

  #made(node: number): Buffer {
    const number = Math.floor(node / pageNodes);
    const page = this.#pages[number] ?? emptyPage(number);
    this.#pages[number] = page;
    return page.bytes;
  }
}

const placeInPage = (node: number): number => (node % pageNodes) * bytes;

function emptyPage(number: number): Page {
  const page = Buffer.alloc(roomAt + roomBytes);
  for (let at = 0; at < pageNodes; at += 1) {
    const node = number * pageNodes + at;
    if (node > 0) page.write(emptyNode(node), at * bytes, 'hex');
  }
  page[roomAt] = 0x01;
  return { bytes: page, room: page.subarray(roomAt) };
}

/** What a node is under which there is no stream, by its level: the root's is 0. */
const emptyByLevel: readonly string[] = (() => {
  const upwards = [placeHash([])];
  for (let level = levels; level > 0; level -= 1) {
    const below = upwards.at(-1) ?? '';
    upwards.push(nodeHash(below, below));
  }
  return upwards.reverse();
})();

const emptyNode = (node: number): string => emptyByLevel[31 - Math.clz32(node)] ?? '';

const isHash = (text: unknown): boolean => typeof text === 'string' && /^[0-9a-f]{64}$/.test(text);

/** Whether a head is one of those under a root. */
export function provesHead(head: Head, { leaves, path }: HeadProof, root: string): boolean {
  if (path.length !== levels || ![...leaves, ...path].every(isHash)) return false;
  if (!leaves.includes(headLeaf(head))) return false;
  const place = placeOf(head.stream);
  let node = placeHash(leaves);
  for (const [level, other] of path.entries())
    node = (place >> level) % 2 === 1 ? nodeHash(other, node) : nodeHash(node, other);
  return node === root;
}

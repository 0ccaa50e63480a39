import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Heads, provesHead } from './heads.ts';
import { auditPath, merkleRoot, rootOfPath } from './merkle.ts';

const sha = (...parts: readonly Buffer[]): Buffer =>
  createHash('sha256').update(Buffer.concat(parts)).digest();

/** RFC 6962 section 2.1, as it is written there. */
function treeHash(leaves: readonly Buffer[]): Buffer {
  if (leaves.length === 0) return sha();
  if (leaves.length === 1) return sha(Buffer.from([0]), leaves[0] as Buffer);
  let split = 1;
  while (split * 2 < leaves.length) split *= 2;
  return sha(Buffer.from([1]), treeHash(leaves.slice(0, split)), treeHash(leaves.slice(split)));
}

const hashes = (count: number): string[] =>
  Array.from({ length: count }, (_, index) => sha(Buffer.from(`leaf ${index}`)).toString('hex'));

it('[X7] roots are those of RFC 6962, and each leaf’s path leads to its own root alone', () => {
  for (let size = 0; size < 40; size += 1) {
    const leaves = hashes(size);
    const root = treeHash(leaves.map((hex) => Buffer.from(hex, 'hex'))).toString('hex');
    expect(merkleRoot(leaves)).toBe(root);
    for (const [index, leaf] of leaves.entries()) {
      const path = auditPath(leaves, index);
      expect(rootOfPath(leaf, index, size, path)).toBe(root);
      expect(rootOfPath(leaf, (index + 1) % size, size, path) === root).toBe(size === 1);
      expect(rootOfPath(leaf, index, size, [...path, root])).toBeUndefined();
      const other = hashes(size + 1).at(-1) ?? '';
      expect(rootOfPath(other, index, size, path)).not.toBe(root);
    }
  }
});

it('[X7] the heads’ root depends on the newest heads alone, and each head is proven under it', () => {
  const stream = fc.integer({ min: 0, max: 60 }).map((number) => `incident-${number}`);
  const change = fc.record({
    stream,
    revision: fc.integer({ min: 0, max: 9 }),
    hash: fc.constantFrom(...hashes(5)),
  });
  fc.assert(
    fc.property(fc.array(change, { maxLength: 30 }), (changes) => {
      const heads = new Heads();
      for (const [index, head] of changes.entries()) {
        heads.set(head);
        if (index % 3 === 0) heads.root();
      }
      const again = new Heads();
      for (const head of [...heads.all()].reverse()) again.set(head);
      const root = heads.root();
      expect(again.root()).toBe(root);
      for (const head of heads.all()) {
        const proof = heads.proof(head.stream);
        expect(proof && provesHead(head, proof, root)).toBe(true);
        const other = { ...head, revision: head.revision + 1 };
        expect(proof && provesHead(other, proof, root)).toBe(false);
      }
      for (const head of changes) again.remove(head.stream);
      expect(again.root()).toBe(new Heads().root());
    }),
    { numRuns: 20 },
  );
});

import type { KeyObject } from 'node:crypto';
import type { Heads } from './heads.ts';
import { merkleRoot } from './merkle.ts';
import {
  type ChangedHead,
  changedHash,
  publicKeyText,
  type Seal,
  type StoredSeal,
  sealHash,
  signSeal,
} from './seal.ts';

/** What a new seal covers: the events since the one before, in the log's order. */
export interface ToSeal {
  readonly previous: Seal | undefined;
  /** Their hashes. */
  readonly events: readonly string[];
  /** The position of the last of them. */
  readonly position: bigint;
  /** The heads of all streams after them, and those of them that changed. */
  readonly heads: Heads;
  readonly changed: readonly ChangedHead[];
  readonly time: string;
}

/** The key that signs, and the one that signs from the next seal on, if that is another. */
export interface SealKeys {
  readonly key: KeyObject;
  readonly nextKey?: KeyObject;
}

export function makeSeal(given: ToSeal, { key, nextKey }: SealKeys): StoredSeal {
  const { previous, events, position, heads, changed, time } = given;
  const from = previous?.body.to ?? 0;
  const seal = signSeal(
    {
      version: 1,
      number: previous === undefined ? 0 : previous.body.number + 1,
      time,
      from,
      to: from + events.length,
      position: position.toString(),
      events: merkleRoot(events),
      heads: heads.root(),
      streams: heads.size,
      changed: changedHash(changed),
      previous: previous === undefined ? '' : sealHash(previous),
      publicKey: publicKeyText(key),
      ...(nextKey && { nextKey: publicKeyText(nextKey) }),
    },
    key,
  );
  return { ...seal, heads: changed };
}

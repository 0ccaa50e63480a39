import { createPublicKey, hash, type KeyObject, sign, verify } from 'node:crypto';
import { canonicalJson } from '../codec/canonicalJson.ts';
import { canonicalHash } from '../codec/hash.ts';
import type { Head } from './heads.ts';

/** The one stream of the log's seals; the seals themselves are not sealed but chained. */
export const sealStream = 'seals-log';
export const sealType = 'LogSealed';
/** More would not fit into one append. */
export const mostSealedAtOnce = 2_000;

/** What a seal says. Signed as it stands: add, never change. */
export interface SealBody {
  readonly version: 1;
  /** From 0, without a gap. */
  readonly number: number;
  /** When it was made, by the sealer's clock: ISO 8601 in UTC. */
  readonly time: string;
  /** It covers the log's events from the `from`th (counted from 0) up to, not including, the `to`th. */
  readonly from: number;
  readonly to: number;
  /** Where the last of them stands in this log, as decimal digits. */
  readonly position: string;
  /** RFC 6962 root over the hashes of the events it covers, in the log's order. */
  readonly events: string;
  /** Root over the heads of all streams up to there, and how many they are. */
  readonly heads: string;
  readonly streams: number;
  /** SHA-256 over the canonical JSON of the heads that changed since the seal before. */
  readonly changed: string;
  /** SHA-256 of the seal before; '' in the first. */
  readonly previous: string;
  /** Ed25519, SubjectPublicKeyInfo in base64: what this seal is signed with. */
  readonly publicKey: string;
  /** What the seals after this one are signed with, where that changes. */
  readonly nextKey?: string;
}

export type ChangedHead = readonly [stream: string, revision: number, hash: string];

export interface Seal {
  readonly body: SealBody;
  /** Ed25519 over `sealText`, in base64. */
  readonly signature: string;
}

/** As it stands in the log: with the heads that changed, so that what was tampered with has a name. */
export interface StoredSeal extends Seal {
  readonly heads: readonly ChangedHead[];
}

const sealText = (body: SealBody): string => `tocsin seal\n${canonicalJson(body)}`;

export const sealHash = ({ body }: Seal): string => hash('sha256', sealText(body), 'hex');

export const changedHash = (heads: readonly ChangedHead[]): string => canonicalHash(heads);

export const changedHeads = (heads: Iterable<Head>): readonly ChangedHead[] =>
  [...heads]
    .sort((a, b) => (a.stream < b.stream ? -1 : 1))
    .map(({ stream, revision, hash: head }) => [stream, revision, head] as const);

export const publicKeyText = (key: KeyObject): string =>
  createPublicKey(key).export({ type: 'spki', format: 'der' }).toString('base64');

/** The short name of a public key: SHA-256 (hex) of its SubjectPublicKeyInfo. */
export const keyId = (publicKey: string): string =>
  hash('sha256', Buffer.from(publicKey, 'base64'), 'hex');

export const signSeal = (body: SealBody, key: KeyObject): Seal => ({
  body,
  signature: sign(null, Buffer.from(sealText(body)), key).toString('base64'),
});

/** Taking a key in costs more than using it, and a chain of seals has few. */
let taken: { readonly text: string; readonly key: KeyObject } | undefined;

function keyOf(text: string): KeyObject {
  if (taken?.text !== text) {
    const der = Buffer.from(text, 'base64');
    taken = { text, key: createPublicKey({ key: der, type: 'spki', format: 'der' }) };
  }
  return taken.key;
}

/** Whether a text was signed with the key that belongs to a public one. */
export function isSigned(text: string, publicKey: string, signature: string): boolean {
  try {
    const key = keyOf(publicKey);
    if (key.asymmetricKeyType !== 'ed25519') return false;
    return verify(null, Buffer.from(text), key, Buffer.from(signature, 'base64'));
  } catch {
    return false;
  }
}

export const isSealSigned = ({ body, signature }: Seal): boolean =>
  isSigned(sealText(body), body.publicKey, signature);

const bodyForm: Readonly<Record<string, 'string' | 'number'>> = {
  version: 'number',
  number: 'number',
  time: 'string',
  from: 'number',
  to: 'number',
  position: 'string',
  events: 'string',
  heads: 'string',
  streams: 'number',
  changed: 'string',
  previous: 'string',
  publicKey: 'string',
};

/** Whether something read from outside has the form of a seal; says nothing about its signature. */
export function isSeal(value: unknown): value is Seal {
  if (typeof value !== 'object' || value === null) return false;
  if (!('body' in value && 'signature' in value)) return false;
  const { body, signature } = value;
  if (typeof body !== 'object' || body === null || typeof signature !== 'string') return false;
  const facts = new Map(Object.entries(body));
  const { from, to } = body as SealBody;
  return (
    Object.entries(bodyForm).every(([name, form]) => typeof facts.get(name) === form) &&
    Number.isSafeInteger(from) &&
    Number.isSafeInteger(to) &&
    from >= 0 &&
    to >= from
  );
}

export const isChangedHeads = (value: unknown): value is readonly ChangedHead[] =>
  Array.isArray(value) &&
  value.every(
    (head) =>
      Array.isArray(head) &&
      head.length === 3 &&
      typeof head[0] === 'string' &&
      Number.isSafeInteger(head[1]) &&
      typeof head[2] === 'string',
  );

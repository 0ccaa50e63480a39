import { hash } from 'node:crypto';
import { canonicalJson } from '../codec/canonicalJson.ts';
import type { RawEvent } from '../codec/decode.ts';
import { linkText } from '../codec/hash.ts';
import type { ChainLink } from './chainLink.ts';

export type StoredEvent = Omit<RawEvent, 'commit'>;

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !(value instanceof Uint8Array);

/**
 * The text that is hashed for an event that was read, and the hash that it carries; undefined for
 * what has not the form of an event of Tocsin.
 */
export function hashedText(
  event: StoredEvent,
): { readonly text: string; readonly hash: string; readonly previousHash: string } | undefined {
  const { data, metadata, streamId: stream } = event;
  if (!isObject(data) || !isObject(metadata)) return undefined;
  const { hash: own, ...hashed } = metadata;
  const { previousHash } = hashed;
  if (typeof own !== 'string' || typeof previousHash !== 'string') return undefined;
  const text = linkText(canonicalJson(data), { ...event, stream }, canonicalJson(hashed));
  return { text, hash: own, previousHash };
}

/** An event that was read, as a link of its stream's chain. */
export function storedLink(event: StoredEvent): ChainLink | undefined {
  const hashed = hashedText(event);
  if (!hashed) return undefined;
  const { text, hash: own, previousHash } = hashed;
  const actual = hash('sha256', text, 'hex');
  const { streamId: stream, revision } = event;
  return { stream, revision: Number(revision), previousHash, hash: own, actual };
}

import { hash } from 'node:crypto';
import { canonicalJson } from '../codec/canonicalJson.ts';
import type { RawEvent } from '../codec/decode.ts';
import { linkText } from '../codec/hash.ts';
import type { ChainLink } from './chainLink.ts';
import { type ChecksOpenings, commitmentsIn } from './openingsCheck.ts';

export type StoredEvent = Omit<RawEvent, 'commit'>;

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !(value instanceof Uint8Array);

/**
 * The text that is hashed for an event that was read, and the hash that it carries; undefined for
 * what has not the form of an event of Tocsin.
 */
export function hashedText(event: StoredEvent):
  | {
      readonly text: string;
      readonly hash: string;
      readonly previousHash: string;
      /** What lies beside what is hashed. */
      readonly openings: unknown;
    }
  | undefined {
  const { data, metadata, streamId: stream } = event;
  if (!isObject(data) || !isObject(metadata)) return undefined;
  const { hash: own, openings, ...hashed } = metadata;
  const { previousHash } = hashed;
  if (typeof own !== 'string' || typeof previousHash !== 'string') return undefined;
  const text = linkText(canonicalJson(data), { ...event, stream }, canonicalJson(hashed));
  return { text, hash: own, previousHash, openings };
}

const isEmpty = (value: unknown): boolean => !isObject(value) || Object.keys(value).length === 0;

/**
 * An event that was read, as a link of its stream's chain. Its openings are checked where it is what
 * its hash says.
 */
export function storedLink(event: StoredEvent, openings?: ChecksOpenings): ChainLink | undefined {
  const hashed = hashedText(event);
  if (!hashed) return undefined;
  const { text, hash: own, previousHash, openings: beside } = hashed;
  // Where nothing was committed to, nothing is written beside it.
  if (beside !== undefined && isEmpty(beside) && commitmentsIn(event.data).size === 0)
    return undefined;
  const actual = hash('sha256', text, 'hex');
  const { streamId: stream, data } = event;
  const link = { stream, revision: Number(event.revision), previousHash, hash: own, actual };
  if (actual === own) openings?.check(link, data, beside);
  return link;
}

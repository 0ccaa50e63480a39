import { createHash } from 'node:crypto';
import { canonicalJson } from './canonicalJson.ts';

/** SHA-256 (hex) over the canonical JSON (RFC 8785) of a value. */
export const canonicalHash = (value: unknown): string =>
  createHash('sha256').update(canonicalJson(value)).digest('hex');

export interface HashedEvent {
  readonly id: string;
  readonly stream: string;
  readonly revision: bigint;
  readonly type: string;
  readonly data: object;
  /** The stored metadata without its own `hash`; it holds the hash of the event before. */
  readonly metadata: object;
}

/** The link of a stream's chain: binds an event to its place, its content and the one before. */
export const eventHash = ({ revision, ...event }: HashedEvent): string =>
  canonicalHash({ ...event, revision: revision.toString() });

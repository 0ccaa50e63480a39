import { hash } from 'node:crypto';
import { canonicalJson } from './canonicalJson.ts';

const sha256 = (text: string): string => hash('sha256', text, 'hex');

/** SHA-256 (hex) over the canonical JSON (RFC 8785) of a value. */
export const canonicalHash = (value: unknown): string => sha256(canonicalJson(value));

export interface HashedEvent {
  readonly id: string;
  readonly stream: string;
  readonly revision: bigint;
  readonly type: string;
  readonly data: object;
  /** The stored metadata without its own `hash` and `openings`; it holds the hash of the event before. */
  readonly metadata: object;
}

/** The link of a stream's chain: binds an event to its place, its content and the one before. */
export const eventHash = (event: HashedEvent): string =>
  linkHash(event, canonicalJson(event.metadata));

/** The same for one who has the metadata's canonical JSON at hand. */
export const linkHash = (event: Omit<HashedEvent, 'metadata'>, metadata: string): string =>
  sha256(linkText(canonicalJson(event.data), event, metadata));

/** What is hashed: the event's canonical JSON with its place, put together from that of its parts. */
export const linkText = (
  data: string,
  { id, stream, revision, type }: Omit<HashedEvent, 'metadata' | 'data'>,
  metadata: string,
): string =>
  `{"data":${data},"id":${JSON.stringify(id)},"metadata":${metadata},"revision":"${revision}","stream":${JSON.stringify(stream)},"type":${JSON.stringify(type)}}`;

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
  /** The stored metadata without its own `hash`; it holds the hash of the event before. */
  readonly metadata: object;
}

/** The link of a stream's chain: binds an event to its place, its content and the one before. */
export const eventHash = (event: HashedEvent): string =>
  linkHash(event, canonicalJson(event.metadata));

/** The same for one who has the metadata's canonical JSON at hand. */
export const linkHash = (event: Omit<HashedEvent, 'metadata'>, metadata: string): string => {
  const { id, stream, revision, type, data } = event;
  const place = `"revision":"${revision}","stream":${JSON.stringify(stream)}`;
  return sha256(
    `{"data":${canonicalJson(data)},"id":${JSON.stringify(id)},"metadata":${metadata},${place},"type":${JSON.stringify(type)}}`,
  );
};

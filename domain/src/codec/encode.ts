import type { Fact } from '../decider.ts';
import { derivedId } from '../derivedId.ts';
import type { EventMeta, Recorded } from '../metadata.ts';
import { canonicalJson } from './canonicalJson.ts';
import { linkHash } from './hash.ts';
import { currentSchema } from './upcasters.ts';

/** An event as EventStoreDB takes it. */
export interface EncodedEvent {
  readonly id: string;
  readonly type: string;
  readonly data: object;
  readonly metadata: Readonly<Record<string, unknown>>;
  /** The metadata as it is to be stored, so that it is written as JSON only once. */
  readonly metadataJson: string;
}

/** What all the events of one command have in common. */
export type CommonMeta = Omit<EventMeta, 'schema' | 'previousHash' | 'hash'>;

export interface StreamPlace {
  readonly stream: string;
  /** The revision that the event will have. */
  readonly revision: bigint;
  /** Its index among the command's events. */
  readonly index: number;
  /** The hash of the event before in the stream; '' at its beginning. */
  readonly previousHash: string;
}

export interface Encoded<E extends Fact> {
  readonly encoded: EncodedEvent;
  readonly recorded: Recorded<E>;
}

/** The stored form of an event and, from the same values, what the state evolves by. */
export function encode<E extends Fact>(
  event: E,
  common: CommonMeta,
  place: StreamPlace,
): Encoded<E> {
  const { stream, revision, index, previousHash } = place;
  const { type, data } = event;
  const { correlationId, causationId, ...rest } = common;
  const schema = currentSchema(type);
  const unhashed = {
    ...rest,
    $correlationId: correlationId,
    $causationId: causationId,
    schema,
    previousHash,
  };
  // What was asked, the time and the link before are in it, so that the server can take for a
  // repeated append only what is the same to the letter; a repeated command is recognized by its
  // id, on reading.
  const { commandId, commandDigest, recordedAt } = common;
  const id = derivedId(stream, commandId, commandDigest, String(index), recordedAt, previousHash);
  const unhashedJson = canonicalJson(unhashed);
  const hash = linkHash({ id, stream, revision, type, data }, unhashedJson);
  const metadataJson = `${unhashedJson.slice(0, -1)},"hash":"${hash}"}`;
  return {
    encoded: { id, type, data, metadata: { ...unhashed, hash }, metadataJson },
    recorded: { ...event, meta: { ...common, schema, previousHash, hash } },
  };
}

import type { StreamIdentifier, UUID } from '@eventstore/db-client/generated/shared_pb.js';
import type { AppendReq, BatchAppendReq } from '@eventstore/db-client/generated/streams_pb.js';
import { appendTooLarge, invalid } from './faults.ts';
import type { Draft } from './record.ts';

/** EventStoreDB's own default: 1 MiB of types, data and metadata in one append. */
export const MAX_APPEND_BYTES = 1024 * 1024;
const MAX_FRAME_BYTES = 16 * 1024 * 1024;
const FRAME_OVERHEAD = 256;
/** Names are keys of the index. */
const MAX_NAME_BYTES = 1_500;
const UUID_FORM = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** The stream's name. Throws if it is missing or too long. */
export function streamOf(identifier: StreamIdentifier | undefined): string {
  const bytes = identifier?.getStreamName_asU8();
  if (bytes === undefined || bytes.length === 0) throw invalid('The stream name is missing.');
  if (bytes.length > MAX_NAME_BYTES) {
    throw invalid(`The stream name is longer than ${MAX_NAME_BYTES} bytes.`);
  }
  return Buffer.from(bytes).toString('utf8');
}

/** A UUID in lower case. Throws if it is neither text nor two 64-bit numbers. */
export function uuidOf(uuid: UUID | undefined): string {
  const structured = uuid?.getStructured();
  const text = structured
    ? grouped(hex(structured.getMostSignificantBits()) + hex(structured.getLeastSignificantBits()))
    : (uuid?.getString().toLowerCase() ?? '');
  if (!UUID_FORM.test(text)) throw invalid('An event id or correlation id is not a UUID.');
  return text;
}

/** An event as proposed. Throws if its id or type is missing or can't be stored. */
export function draftOf(
  proposed: AppendReq.ProposedMessage | BatchAppendReq.ProposedMessage,
): Draft {
  const properties = proposed.getMetadataMap();
  const type = properties.get('type') ?? '';
  const contentType = properties.get('content-type') ?? 'application/octet-stream';
  if (type === '') throw invalid('An event has no type.');
  if (Buffer.byteLength(type) > MAX_NAME_BYTES || contentType.length > MAX_NAME_BYTES) {
    throw invalid(`An event's type or content type is longer than ${MAX_NAME_BYTES} bytes.`);
  }
  return {
    id: uuidOf(proposed.getId()),
    type,
    contentType,
    metadata: proposed.getCustomMetadata_asU8(),
    data: proposed.getData_asU8(),
  };
}

/** The events of one append while they arrive, within what one append may hold. */
export class DraftList {
  readonly drafts: Draft[] = [];
  #bytes = 0;
  #frameBytes = 0;

  /** What the list holds in memory. */
  get bytes(): number {
    return this.#frameBytes;
  }

  add(draft: Draft, stream: string): void {
    const content = draft.data.length + draft.metadata.length;
    this.#bytes += content + 2 * draft.type.length;
    this.#frameBytes += content + draft.type.length + stream.length * 3 + FRAME_OVERHEAD;
    if (this.#bytes > MAX_APPEND_BYTES || this.#frameBytes > MAX_FRAME_BYTES) {
      throw appendTooLarge(MAX_APPEND_BYTES);
    }
    this.drafts.push(draft);
  }
}

const hex = (signed: string): string =>
  BigInt.asUintN(64, BigInt(signed)).toString(16).padStart(16, '0');

const grouped = (digits: string): string =>
  [
    digits.slice(0, 8),
    digits.slice(8, 12),
    digits.slice(12, 16),
    digits.slice(16, 20),
    digits.slice(20),
  ].join('-');
